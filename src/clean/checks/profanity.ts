import type { Check } from '../check.js';

const EN = /\b(?:fuck\w*|shit|bullshit|cunt|motherfucker\w*|asshole|bitch|bastard|whore|slut)\b/i;
const ZH = /他妈的|操你|肏|傻逼|傻屄|王八蛋|狗娘养|婊子|鸡巴|干你娘|滚蛋/;

/** Words some corpora must not hold. Off unless asked for. */
export const profanity: Check = {
  name: 'profanity',
  summary: 'a side holds a swear word of a short list',
  isOptional: true,
  examine({ zh, en }) {
    const found = ZH.exec(zh)?.[0] ?? EN.exec(en)?.[0];
    return found === undefined ? undefined : { detail: found, rejects: true };
  },
};
