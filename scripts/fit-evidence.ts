/**
 * What a linked or unlinked word says for a pair: the constants of `src/clean/facts/evidence.ts`.
 *
 *     node dist/scripts/fit-evidence.js SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs). Words of good pairs are set against
 * words of the same texts beside the pair seven places on; logistic regression for each kind of
 * link gives the logarithm of how much more often such a word is met in good pairs, from what the
 * link is worth by the dictionary and how far apart the two places are; for learned translations,
 * learned from the other half of the same texts. Sets weigh by the square
 * root of their words. Give all sets but one to see how little that one matters.
 */
import { repairText } from '../src/clean/index.js';
import { WORD } from '../src/clean/facts/word-table.js';
import { LINK } from '../src/clean/facts/links.js';
import { HAN, WordMatcher } from '../src/clean/facts/matching.js';
import { extendLexicon, loadLexicon } from '../src/lexicon/index.js';
import { readGoldPairs } from './noise/gold-pairs.js';
import { halvesOf, learnFromHalves } from './noise/halves.js';
import { fitLogistic, type Outcome } from './score/logistic.js';

/** Pairs read of a set, and how far off the partner of another text is. */
const PAIRS = 1_200;
const OFF = 7;

const folders = process.argv.slice(2);
if (folders.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const sure = new WordMatcher(loadLexicon());
let matcher = sure;
const outcomes = new Map<string, Outcome[]>();
const gold = await readGoldPairs(folders);
const halfOf = halvesOf(gold);
const learned = await learnFromHalves(folders);
for (const set of new Set(gold.map((pair) => pair.set))) {
  const taught = learned.get(set)?.map((one) => new WordMatcher(extendLexicon(loadLexicon(), one)));
  const pairs = gold.filter((pair) => pair.set === set);
  const step = Math.max(1, Math.floor(pairs.length / PAIRS));
  for (let at = 0; at < pairs.length; at += step) {
    for (const off of [0, OFF]) {
      const pair = pairs[at];
      if (pair === undefined) continue;
      const zh = repairText(pair.zh, 'zh').text;
      const en = repairText(pairs[(at + off) % pairs.length]?.en ?? '', 'en').text;
      matcher = sure;
      matcher.match(zh, en);
      readWords(set, off === 0, () => true);
      readCharacters(set, off === 0);
      matcher = taught?.[1 - halfOf(pair)] ?? sure;
      matcher.match(zh, en);
      readWords(set, off === 0, (kind) => kind === LINK.learned);
    }
  }
}
for (const [kind, rows] of [...outcomes].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const weights = fitLogistic(rows).map((value) => value.toFixed(2));
  console.log([kind, rows.length, ...weights].join('\t'));
}

function add(kind: string, outcome: Outcome): void {
  const rows = outcomes.get(kind);
  if (rows === undefined) outcomes.set(kind, [outcome]);
  else rows.push(outcome);
}

function readWords(group: string, isGood: boolean, isWanted: (kind: number) => boolean): void {
  const { words, links, length } = matcher;
  for (let at = 0; at < words.size; at++) {
    const flags = words.flags[at] as number;
    if ((flags & WORD.isFunction) !== 0) continue;
    const kind = links.kindOf(at);
    if (!isWanted(kind)) continue;
    const isName = (flags & WORD.isCapital) !== 0;
    const sort = (words.stem[at] as number) >= 0 ? 'known' : isName ? 'name' : 'unknown';
    if (kind === LINK.none) {
      add(`en none ${sort}`, { group, isGood, values: [1, Math.min(4, accidents(at))] });
      continue;
    }
    const name = Object.entries(LINK).find(([, value]) => value === kind)?.[0] ?? '';
    const worth = Math.max(-1, Math.min(5, links.gainOf(at)));
    const middle = (links.placeOf(at) + links.lengthOf(at) / 2) / length;
    const far = Math.min(0.5, Math.abs((at + 0.5) / words.size - middle));
    const isSure = kind === LINK.pinyin || kind === LINK.sound || kind === LINK.latin;
    const values = isSure ? [1, far] : [1, worth, far];
    add(`en ${name}${isSure ? ` ${sort}` : ''}`, { group, isGood, values });
  }
}

function accidents(at: number): number {
  const stem = matcher.words.stem[at] as number;
  if (stem < 0) return 0;
  const { chance, kin, zhWords, zhCharacters } = matcher;
  return (
    zhWords * (chance.byWord[stem] as number) +
    zhCharacters * ((chance.byCharacter[stem] as number) + (kin.usualOf[stem] as number))
  );
}

function readCharacters(group: string, isGood: boolean): void {
  const { han, links, length, enContent } = matcher;
  for (let at = 0; at < length; at++) {
    if (han[at] === HAN.none) continue;
    const sort = han[at] === HAN.grammar ? 'grammar' : 'content';
    const link = links.ownerOf(at) < 0 ? 'none' : 'linked';
    add(`zh ${link} ${sort}`, { group, isGood, values: [1, Math.min(60, enContent) / 60] });
  }
}
