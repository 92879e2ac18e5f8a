/** Whole syllables that follow no pattern. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  zhi: ['chih'],
  chi: ['chih'],
  shi: ['shih'],
  ri: ['jih'],
  zi: ['tzu'],
  ci: ['tzu'],
  si: ['ssu', 'szu'],
  er: ['erh'],
  yi: ['i', 'yi'],
  ye: ['yeh'],
  you: ['yu'],
  yan: ['yen'],
  yong: ['yung'],
  yue: ['yueh'],
  ge: ['ko', 'ke'],
  ke: ['ko', 'ke'],
  he: ['ho', 'he'],
  e: ['o'],
  guo: ['kuo'],
  kuo: ['kuo'],
  huo: ['huo'],
  shuo: ['shuo'],
  gui: ['kuei'],
  kui: ['kuei'],
};

const INITIALS: readonly (readonly [pinyin: string, wade: string])[] = [
  ['zh', 'ch'],
  ['ch', 'ch'],
  ['sh', 'sh'],
  ['b', 'p'],
  ['d', 't'],
  ['g', 'k'],
  ['j', 'ch'],
  ['q', 'ch'],
  ['x', 'hs'],
  ['r', 'j'],
  ['z', 'ts'],
  ['c', 'ts'],
];

const FINALS: readonly (readonly [pinyin: RegExp, wade: string])[] = [
  [/ian$/, 'ien'],
  [/(?<=[iuü])e$/, 'eh'],
  [/ong$/, 'ung'],
  [/uo$/, 'o'],
  [/^yan$/, 'yen'],
];

/**
 * Wade–Giles spellings of one toneless pinyin syllable, lower case, without apostrophes and
 * umlauts, as books and passports print them: `zhou` → `chou`, `xiao` → `hsiao`.
 *
 * Source: the correspondence table of the two systems (H. A. Giles, A Chinese–English
 * Dictionary, 1912). Aspiration, which the dropped apostrophe showed, is lost.
 */
export function wadeGiles(syllable: string): readonly string[] {
  const whole = WHOLE[syllable];
  if (whole !== undefined) return whole;
  const initial = INITIALS.find(([pinyin]) => syllable.startsWith(pinyin));
  const body = syllable.slice(initial?.[0].length ?? 0);
  let final = body;
  for (const [pattern, wade] of FINALS) final = final.replace(pattern, wade);
  return [(initial?.[1] ?? '') + final];
}
