import { seededRng, type Rng } from '../../src/kit/index.js';
import { commonWords, type WordPair } from './words.js';

/** One made-up pair, with the columns that name its document. */
export interface MadePair {
  readonly zh: string;
  readonly en: string;
  readonly doc: string;
  readonly url_or_path: string;
  readonly date: string;
  readonly site: string;
}

/** Pairs a document has on average; they have from half as many to half as many again. */
const PAIRS_A_DOCUMENT = 20;

/** Share of pairs of each kind; the rest are ordinary. */
const KINDS = { repeated: 0.02, near: 0.02, footer: 0.01, wrong: 0.05 } as const;
/** A repetition is of a pair at most so many before. */
const REACH = 50_000;
const FOOTERS = 20;
const SITES = 40;

/**
 * Made-up pairs in the lengths of news, `count` of them, always the same for a seed.
 *
 * Words come from the dictionary, so that scores mean something. Some pairs repeat an earlier
 * one, differ from it in a word, stand in one document after another, or do not belong together.
 *
 * @param isChanged - whether the pair of this number has another text than it had at first
 */
export function* madePairs(
  count: number,
  seed: number,
  isChanged: (n: number, document: number) => boolean = () => false,
): Iterable<MadePair> {
  const words = commonWords();
  const size = seededRng(seed);
  for (let [n, document] = [0, 0]; n < count; document++) {
    const facts = factsOf(document);
    const pairs = Math.round(PAIRS_A_DOCUMENT * (0.5 + size()));
    for (let at = 0; at < pairs && n < count; at++, n++) {
      yield { ...textOf(n, words, seed, isChanged(n, document)), ...facts };
    }
  }
}

function factsOf(document: number): Omit<MadePair, 'zh' | 'en'> {
  const site = `site-${document % SITES}.example.org`;
  const date = `20${String(10 + (document % 15))}-0${String(1 + (document % 9))}-1${String(document % 9)}`;
  return {
    doc: `document-${String(document)}`,
    url_or_path: `https://${site}/${date.slice(0, 4)}/${String(document)}.html`,
    date,
    site,
  };
}

function textOf(n: number, words: readonly WordPair[], seed: number, changed: boolean): WordPair {
  const rng = randomOf(seed, changed ? -1 - n : n);
  const kind = rng();
  let share = KINDS.footer;
  if (kind < share) return ordinary(-1 - Math.floor(rng() * FOOTERS), words, seed + 2);
  const earlier = n - 1 - Math.floor(rng() * Math.min(n, REACH));
  if (kind < (share += KINDS.repeated) && earlier >= 0) return ordinary(earlier, words, seed);
  if (kind < (share += KINDS.near) && earlier >= 0) {
    const like = ordinary(earlier, words, seed);
    const more = pick(rng, words);
    return { zh: `${more.zh}${like.zh}`, en: `${more.en} ${like.en}` };
  }
  const own = ordinary(changed ? -1_000_000_000 - n : n, words, seed);
  if (kind >= share + KINDS.wrong) return own;
  return { zh: own.zh, en: ordinary(n, words, seed + 3).en };
}

function ordinary(n: number, words: readonly WordPair[], seed: number): WordPair {
  const rng = randomOf(seed + 4, n);
  return sentence(rng, words, 5 + Math.floor(rng() * 14));
}

const BETWEEN = [' ', ' ', ' the ', ' of the ', ' and ', ' to ', ', ', ' in '];

/** So many words in both languages, now and then with a number. */
function sentence(rng: Rng, words: readonly WordPair[], length: number): WordPair {
  let [zh, en] = ['', ''];
  for (let at = 0; at < length; at++) {
    const word = pick(rng, words);
    const between = at === 0 ? '' : pick(rng, BETWEEN);
    zh += `${between === ', ' ? '，' : ''}${word.zh}`;
    en += `${between}${word.en}`;
  }
  if (rng() < 0.3) {
    const number = 1 + Math.floor(rng() * 5_000);
    zh += `${String(number)}个`;
    en += ` ${String(number)}`;
  }
  return { zh: `${zh}。`, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}.` };
}

function pick<T>(rng: Rng, items: readonly T[]): T {
  const item = items[Math.floor(rng() * items.length)];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** A generator of its own for each number, so that any pair can be made without the others. */
function randomOf(seed: number, n: number): Rng {
  return seededRng(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b));
}
