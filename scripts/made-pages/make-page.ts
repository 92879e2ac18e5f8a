import { seededRng, type Rng } from '../../src/kit/index.js';
import { readGoldPairs } from '../noise/gold-pairs.js';
import { BETWEEN } from './between.js';
import { CHROMES, type Chrome } from './chromes.js';
import { LAYOUTS, type PageLayout, type Passage } from './layouts.js';

/** A sentence or title in both languages. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** A text that pages are made of. */
export interface Text {
  readonly title: Pair;
  readonly pairs: readonly Pair[];
}

/** A page and what went into it. */
export interface MadePage {
  readonly layout: PageLayout;
  readonly chrome: Chrome;
  readonly title: Pair;
  readonly passages: readonly Passage[];
  readonly html: string;
}

/** Longest title, in Chinese characters, and fewest sentences a page is made of. */
const MAX_TITLE = 40;
const MIN_PAIRS = 5;
/** Titles and openings of other texts on a page. */
const OTHERS = 10;

/** The texts of aligned sets; one that begins with no title gets its shortest sentence as one. */
export async function textsOf(sets: readonly string[]): Promise<readonly Text[]> {
  const byDocument = new Map<string, Pair[]>();
  for (const { set, document, zh, en } of await readGoldPairs(sets)) {
    const name = `${set}/${document}`;
    const pairs = byDocument.get(name);
    if (pairs === undefined) byDocument.set(name, [{ zh, en }]);
    else pairs.push({ zh, en });
  }
  return [...byDocument.values()].flatMap((all) => {
    const whole = all.filter(({ zh, en }) => /[。！？”]$/u.test(zh) && /[.!?”"]$/u.test(en));
    const [first] = all;
    const isTitled = first !== undefined && first !== whole[0] && first.zh.length < MAX_TITLE;
    const shortest = [...whole].sort((a, b) => a.zh.length - b.zh.length)[0];
    const title = isTitled ? first : shortest === undefined ? undefined : asTitle(shortest);
    const pairs = isTitled ? whole : whole.filter((pair) => pair !== shortest);
    return title !== undefined && pairs.length >= MIN_PAIRS ? [{ title, pairs }] : [];
  });
}

/** A sentence as a headline has it, without its stop. */
function asTitle({ zh, en }: Pair): Pair {
  return { zh: zh.replace(/[。！？”]+$/u, ''), en: en.replace(/[.!?”"]+$/u, '') };
}

/** Pages without end: every layout in the first frame, then every layout in the second … */
export function* madePages(texts: readonly Text[], seed: number): Generator<MadePage> {
  const rng = seededRng(seed);
  for (let n = 0; ; n++) {
    const layout = pick(LAYOUTS, n % LAYOUTS.length);
    const chrome = pick(CHROMES, Math.floor(n / LAYOUTS.length) % CHROMES.length);
    const text = pick(texts, upTo(rng, texts.length));
    const size = upTo(rng, 4) === 0 ? 1 + upTo(rng, 3) : 4 + upTo(rng, 9);
    const start = upTo(rng, Math.max(1, text.pairs.length - size));
    const pairs = text.pairs.slice(start, start + size);
    const side = upTo(rng, 3) === 0 ? 'en' : 'zh';
    const others = Array.from({ length: OTHERS }, () => {
      const other = pick(texts, upTo(rng, texts.length));
      const opening = pick(other.pairs, upTo(rng, other.pairs.length));
      return { title: other.title[side], text: opening[side] };
    });
    const date = `20${10 + upTo(rng, 14)}-0${1 + upTo(rng, 9)}-${10 + upTo(rng, 18)}`;
    const passages = layout.isStrict
      ? pairs.map(({ zh, en }) => ({ zh: [zh], en: [en] }))
      : unequal(pairs, rng);
    const body = layout.render(passages, () =>
      upTo(rng, 4) === 0 ? pick(BETWEEN, upTo(rng, BETWEEN.length)) : '',
    );
    const html = chrome.render({ title: text.title, date, body, others });
    yield { layout, chrome, title: text.title, passages, html };
  }
}

/** Of a text here and there two paragraphs with one translation of both, or one that has none. */
function unequal(pairs: readonly Pair[], rng: Rng): readonly Passage[] {
  const passages: Passage[] = [];
  for (let i = 0; i < pairs.length; i++) {
    const [one, two] = [pick(pairs, i), pairs[i + 1]];
    const chance = upTo(rng, 12);
    if (chance === 0 && two !== undefined) {
      passages.push({ zh: [one.zh, two.zh], en: [`${one.en} ${two.en}`] });
      i += 1;
    } else if (chance === 1 && two !== undefined) {
      passages.push({ zh: [one.zh + two.zh], en: [one.en, two.en] });
      i += 1;
    } else passages.push({ zh: [one.zh], en: chance === 2 && i > 0 ? [] : [one.en] });
  }
  return passages;
}

function pick<Item>(items: readonly Item[], i: number): Item {
  const item = items[i];
  if (item === undefined) throw new RangeError(`no item ${i} of ${items.length}`);
  return item;
}

/** A whole number below `most`. */
function upTo(rng: Rng, most: number): number {
  return Math.floor(rng() * most);
}
