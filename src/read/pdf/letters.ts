/**
 * Radicals of the CJK supplement and the characters they look like. Fonts draw both with one
 * picture, so the makers of PDF files cannot tell which was meant: it is never the radical.
 */
const RADICALS = '⺟⺠⻁⻄⻅⻆⻉⻋⻌⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻭⻮⻯⻰⻳';
const CHARACTERS = '母民虎西见角贝车辶長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐歯齿竜龙龟';

/** Text with Kangxi radicals as characters, ligatures as letters, and no control characters. */
export function plainLetters(text: string): string {
  return text
    .replace(/[\u2E80-\u2EFF]/gu, characterOf)
    .replace(/[\u2F00-\u2FDF\uFB00-\uFB06]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/[\p{Cc}\uFEFF]/gu, ' ');
}

function characterOf(radical: string): string {
  const at = RADICALS.indexOf(radical);
  return at < 0 ? radical : CHARACTERS.charAt(at);
}
