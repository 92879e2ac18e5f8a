import type { Phrases } from '../store/index.js';

/** A typed question, taken apart. */
export interface Query {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const PARTS = /"([^"]*)"|“([^”]*)”|(\S+)/gu;
const HAN = /\p{Script=Han}/u;
const SPELT = /\p{L}|\p{N}/u;

/**
 * Takes apart what a person types: words parted by spaces, phrases in quotes, both languages.
 *
 * What holds a Chinese character is looked for on the Chinese side, the rest on the English
 * one. `外办 "foreign affairs" visit` asks for 外办 in the Chinese, and both the phrase and
 * any form of *visit* in the English. Parts without a letter or figure are left out.
 *
 * @param side - look for everything on this side, whatever it is written in
 */
export function parseQuery(text: string, side?: 'zh' | 'en'): Query {
  const query = { zh: new Array<string>(), en: new Array<string>() };
  for (const [, straight, curly, word] of text.matchAll(PARTS)) {
    const part = straight ?? curly ?? word ?? '';
    if (!SPELT.test(part)) continue;
    query[side ?? (HAN.test(part) ? 'zh' : 'en')].push(part);
  }
  return query;
}

/** Whether there is anything to look for. */
export function isEmptyQuery({ zh, en }: Phrases): boolean {
  return (zh?.length ?? 0) + (en?.length ?? 0) === 0;
}
