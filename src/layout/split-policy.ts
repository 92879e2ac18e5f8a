import type { BlockKind, Lang } from '../model/index.js';
import { contentSimilarity, loadLexicon } from '../lexicon/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import { endsSentence, measure } from './measure.js';
import type { RawBlock } from './raw-block.js';
import { splitInline } from './split-inline.js';

/** Words of English a title needs before it is split in a text that is otherwise Chinese. */
const MIN_TITLE_WORDS = 4;

/** Longest line that may be a word with its translation, in characters. */
const MAX_GLOSS_CHARS = 90;

/**
 * Lines of a text in two languages that hold a word or a phrase and its translation, without a
 * sign that says so: word lists below an article.
 *
 * A Chinese line may end in a foreign name, so the words decide: of the lines that could be parted
 * half must translate each other by the dictionary; else only those that do.
 */
export function glossLines(blocks: readonly RawBlock[]): ReadonlySet<RawBlock> {
  if (!hasBoth(blocks)) return new Set();
  const lines = blocks.filter(
    ({ kind, text, whole }) =>
      kind === 'paragraph' && whole !== true && text.length <= MAX_GLOSS_CHARS && !isClosed(text),
  );
  const parted = lines.filter(({ text }) => glossParts(text) !== undefined);
  const evident = parted.filter(({ text }) => {
    if (DICTIONARY_LINE.test(text)) return true;
    const { zh = '', en = '' } = glossParts(text) ?? {};
    return contentSimilarity(loadLexicon(), zh, en) >= MIN_GLOSS_SIMILARITY;
  });
  return new Set(evident.length * 2 >= parted.length ? parted : evident);
}

/** `word: 词语`, as word lists have it. */
const DICTIONARY_LINE = /^[a-z][a-z'’ -]{2,50}\s*[:：=]\s*\p{Script=Han}{2,20}$/u;
/** Least share of the English words that the Chinese ones of a gloss account for. */
const MIN_GLOSS_SIMILARITY = 0.3;

function isClosed(text: string): boolean {
  return /[。！？!?.…；;][”’"'」』）)\]]*$/u.test(text);
}

function glossParts(text: string): { readonly zh: string; readonly en: string } | undefined {
  const parts = splitInline(text, 'caption').filter(({ lang }) => lang !== undefined);
  const [zh, en] = [
    parts.find(({ lang }) => lang === 'zh'),
    parts.find(({ lang }) => lang === 'en'),
  ];
  return zh === undefined || en === undefined ? undefined : { zh: zh.text, en: en.text };
}

/**
 * Decides which blocks may be split into their two languages.
 *
 * A Chinese text names English things in headings and lists; only a text in two languages
 * translates them there. So a kind of block is split when the rest of the document is in two
 * languages or when at least half of the blocks of that kind (a fifth of the paragraphs) can be.
 */
export function splitPolicy(blocks: readonly RawBlock[]): (block: RawBlock) => boolean {
  const isTwo = hasBoth(blocks);
  const counts = new Map<BlockKind, { all: number; split: number }>();
  for (const block of blocks) {
    const count = counts.get(block.kind) ?? { all: 0, split: 0 };
    count.all += 1;
    if (splitInline(block.text, block.kind).length > 1) count.split += 1;
    counts.set(block.kind, count);
  }
  const isUsual = (kind: BlockKind): boolean => {
    const { all, split } = counts.get(kind) ?? { all: 1, split: 0 };
    const share = kind === 'paragraph' ? LAYOUT_DEFAULTS.minInlineParagraphs : 0.5;
    return split >= all * share && (split > 1 || isTwo);
  };
  const isInline = [...counts.keys()].some((kind) => kind !== 'title' && isUsual(kind));
  return ({ kind, text, whole }) => {
    if (whole === true) return false;
    if (kind === 'title') return isTwo || isInline || wordsIn(text) >= MIN_TITLE_WORDS;
    return isTwo || isUsual(kind);
  };
}

/** Whether both languages have blocks of their own, beyond a few. */
function hasBoth(blocks: readonly RawBlock[]): boolean {
  const letters: Record<Lang, number> = { zh: 0, en: 0 };
  for (const { text, lang: declared } of blocks) {
    const { lang, han, latin } = measure(text, declared);
    if (lang === undefined) continue;
    const weight = endsSentence(text) ? 1 : 0.3;
    letters[lang] += weight * (han * LAYOUT_DEFAULTS.lettersPerHan + latin);
  }
  const minor = Math.min(letters.zh, letters.en);
  return minor >= (letters.zh + letters.en) * LAYOUT_DEFAULTS.minMinorShare;
}

function wordsIn(text: string): number {
  return text.split(/[^A-Za-z'’-]+/u).filter((word) => word.length > 1).length;
}
