import { childOf, NO_NODE, type Lexicon } from '../../lexicon/index.js';
import { CLASS, characterClasses } from './characters.js';
import { chanceTables, type ChanceTables } from './chance.js';
import { englishWords, readWords, WORD } from './english.js';
import { NameFinder } from './names.js';
import { readSequence, type Repetition, RepetitionCounter } from './repetition.js';
import { WordTable } from './word-table.js';
import { WorstRun } from './worst-run.js';

/** How the words of the two sides answer to each other. */
export interface LexicalFacts {
  /** Evidence of the English content words, in nats above chance, and how many there are. */
  readonly enNats: number;
  readonly enWords: number;
  /** The same for Chinese content characters. */
  readonly zhNats: number;
  readonly zhCharacters: number;
  /** Evidence against the worst contiguous stretch of each side, in nats ≥ 0. */
  readonly enHole: number;
  readonly zhHole: number;
  /** Evidence against the last stretch of each side, up to its end, in nats ≥ 0. */
  readonly enTail: number;
  readonly zhTail: number;
  /** Share of content words and characters that something on the other side explains. */
  readonly enCovered: number;
  readonly zhCovered: number;
  /** Words of grammar, and small-letter words the dictionary lacks, among all English words. */
  readonly functions: number;
  readonly unknown: number;
  readonly words: number;
  /** Names in pinyin found on the other side, and names that were not. */
  readonly namesFound: number;
  readonly namesMissing: readonly string[];
  /** Latin words in the Chinese, and those of them the English has too. */
  readonly latinInZh: number;
  readonly latinShared: number;
  /** Han characters of the English side that do not stand in the Chinese. */
  readonly hanInEnOnly: number;
  /** Rare Han characters, as wrong decoding produces them. */
  readonly rareHan: number;
  readonly zhRepetition: Repetition;
  readonly enRepetition: Repetition;
}

/** Chance that a content word of a good pair is answered by a word, or by a character alone. */
const BY_WORD = 0.45;
const BY_CHARACTER = 0.2;
/** Evidence of one word is kept in these bounds, so that no single one decides. */
const MOST = 4;
const LEAST = -1.2;
/** Nats against a pair of each unanswered Chinese content character and unknown English word. */
const LONE_CHARACTER = -0.35;
const LONE_UNKNOWN = -0.3;
/** A sense of more words than this says little about each of them: weight 1/√n. */
const CLEAR_SENSE = 0.57;
/** Chinese characters read of one side. */
const MAX_CHARACTERS = 4_096;

/** Compares the words of pairs; holds scratch memory, so one pair at a time. */
export class LexicalReader {
  readonly #lexicon: Lexicon;
  readonly #chance: ChanceTables;
  readonly #table: WordTable;
  readonly #names: NameFinder;
  readonly #repetition = new RepetitionCounter();
  readonly #run = new WorstRun();
  readonly #words = englishWords();
  readonly #latin = englishWords();
  /** First English word of each stem, valid where the stamp is this pair's. */
  readonly #firstOfStem: Int32Array;
  readonly #stampOfStem: Int32Array;
  #stamp = 0;
  readonly #nextSame = new Int32Array(2_048);
  readonly #enCover = new Uint8Array(2_048);
  /** The Chinese side as the lexicon spells it. */
  readonly #codes = new Uint16Array(MAX_CHARACTERS);
  readonly #zhGain = new Float32Array(MAX_CHARACTERS);
  /** 0 nothing, 1 content, 2 grammar, 3 answered. */
  readonly #zhKind = new Uint8Array(MAX_CHARACTERS);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#chance = chanceTables(lexicon);
    this.#table = new WordTable(lexicon);
    this.#names = new NameFinder(lexicon);
    this.#firstOfStem = new Int32Array(lexicon.stems.length);
    this.#stampOfStem = new Int32Array(lexicon.stems.length);
  }

  read(zh: string, en: string): LexicalFacts {
    const words = this.#words;
    readWords(en, this.#table, words);
    const content = this.#indexEnglish();
    const length = Math.min(zh.length, MAX_CHARACTERS);
    for (let at = 0; at < length; at++) {
      this.#codes[at] = this.#lexicon.fold[zh.charCodeAt(at)] as number;
    }
    const han = this.#matchHan(length, content);
    const latinShared = this.#matchLatin(zh);
    const namesMissing: string[] = [];
    const namesFound = this.#matchNames(length, namesMissing);
    const english = this.#sumEnglish(han.words, han.characters);
    const chinese = this.#sumChinese(length);
    return {
      enNats: english.nats,
      enWords: english.count,
      enHole: english.hole,
      enTail: english.tail,
      enCovered: english.covered,
      zhNats: chinese.nats,
      zhCharacters: chinese.count,
      zhHole: chinese.hole,
      zhTail: chinese.tail,
      zhCovered: chinese.covered,
      latinInZh: this.#latin.size,
      latinShared,
      namesFound,
      namesMissing,
      functions: words.functions,
      unknown: words.unknown,
      words: words.size,
      rareHan: han.rare,
      hanInEnOnly: hanOutside(en, zh),
      zhRepetition: readSequence(zh, this.#repetition),
      enRepetition: this.#repetition.count(words.id, words.size, 1),
    };
  }

  /** Links equal stems; returns the number of content words. */
  #indexEnglish(): number {
    const { size, stem, flags } = this.#words;
    this.#stamp += 1;
    let content = 0;
    for (let at = size - 1; at >= 0; at--) {
      this.#enCover[at] = 0;
      if (((flags[at] as number) & WORD.isFunction) !== 0) continue;
      content += 1;
      const id = stem[at] as number;
      if (id < 0) continue;
      this.#nextSame[at] =
        this.#stampOfStem[id] === this.#stamp ? (this.#firstOfStem[id] as number) : -1;
      this.#firstOfStem[id] = at;
      this.#stampOfStem[id] = this.#stamp;
    }
    return content;
  }

  /** Looks every dictionary word of the Chinese up on the English side. */
  #matchHan(length: number, content: number): { words: number; characters: number; rare: number } {
    const { trie } = this.#lexicon;
    const { root, stop, rare: rareTable } = this.#chance;
    const classes = characterClasses();
    const codes = this.#codes;
    this.#zhGain.fill(0, 0, length);
    this.#zhKind.fill(0, 0, length);
    let [words, characters, rare] = [0, 0, 0];
    for (let at = 0; at < length; at++) {
      const code = codes[at] as number;
      if (classes[code] !== CLASS.han) continue;
      characters += 1;
      rare += rareTable[code] as number;
      let node = root[code] as number;
      const own = node === NO_NODE ? -1 : (trie.key[node] as number) - 1;
      if (own >= 0) this.#matchUnit(own, at, 1, content);
      if (this.#zhKind[at] === 0) this.#zhKind[at] = own >= 0 && stop[own] === 1 ? 2 : 1;
      for (let end = at + 1; node !== NO_NODE && end < length; end++) {
        node = childOf(trie, node, codes[end] as number);
        const unit = node === NO_NODE ? -1 : (trie.key[node] as number) - 1;
        if (unit < 0) continue;
        words += 1;
        this.#matchUnit(unit, at, end + 1 - at, content);
      }
    }
    return { words, characters, rare };
  }

  #matchUnit(unit: number, at: number, length: number, content: number): void {
    const { start, stem, weight } = this.#lexicon;
    let best = 0;
    const end = start[unit + 1] as number;
    for (let entry = start[unit] as number; entry < end; entry++) {
      const id = stem[entry] as number;
      if (this.#stampOfStem[id] !== this.#stamp) continue;
      const cover = length > 1 && (weight[entry] as number) >= CLEAR_SENSE ? 2 : 1;
      if (cover > best) best = cover;
      let word = this.#firstOfStem[id] as number;
      for (; word >= 0; word = this.#nextSame[word] as number) {
        if ((this.#enCover[word] as number) < cover) this.#enCover[word] = cover;
      }
    }
    if (best === 0) {
      if (length > 1 && this.#chance.stop[unit] === 1) this.#markStop(at, length);
      return;
    }
    const chance = -Math.expm1(-content * (this.#chance.reach[unit] as number));
    const prior = best === 2 ? BY_WORD : BY_CHARACTER;
    const gain = Math.min(MOST, Math.log(prior / Math.max(chance, 1e-4)));
    this.#gain(at, length, Math.max(0, gain) / length);
  }

  #markStop(at: number, length: number): void {
    for (let place = at; place < at + length; place++) {
      if (this.#zhKind[place] !== 3) this.#zhKind[place] = 2;
    }
  }

  #gain(at: number, length: number, gain: number): void {
    for (let place = at; place < at + length; place++) {
      this.#zhKind[place] = 3;
      if ((this.#zhGain[place] as number) < gain) this.#zhGain[place] = gain;
    }
  }

  /** Latin words inside the Chinese answer to the same words in English. */
  #matchLatin(zh: string): number {
    readWords(zh, this.#table, this.#latin);
    const { size, id } = this.#latin;
    let shared = 0;
    for (let at = 0; at < size; at++) {
      let found = false;
      for (let word = 0; word < this.#words.size; word++) {
        if (this.#words.id[word] !== id[at]) continue;
        this.#enCover[word] = 2;
        found = true;
      }
      if (found) shared += 1;
    }
    return shared;
  }

  /** Capitalised words not answered yet may be Chinese names in pinyin. */
  #matchNames(length: number, missing: string[]): number {
    const { size, flags, lower } = this.#words;
    let found = 0;
    for (let at = 0; at < size; at++) {
      if (this.#enCover[at] === 2) continue;
      if (((flags[at] as number) & (WORD.isCapital | WORD.isFunction)) !== WORD.isCapital) continue;
      const word = lower[at] ?? '';
      if (!this.#names.maySpell(word)) continue;
      const place = this.#names.find(word, this.#codes, length);
      if (place !== undefined) {
        found += 1;
        this.#enCover[at] = 2;
        this.#gain(place.start, place.length, place.length === 1 ? 0.7 : 1.2);
      } else if ((this.#words.stem[at] as number) < 0 && word.length >= 4) {
        missing.push(word);
      }
    }
    return found;
  }

  #sumEnglish(words: number, characters: number): SideSum {
    const { size, stem, flags } = this.#words;
    const { byWord, byCharacter } = this.#chance;
    let [nats, count, covered] = [0, 0, 0];
    const run = this.#run;
    run.reset();
    for (let at = 0; at < size; at++) {
      if (((flags[at] as number) & WORD.isFunction) !== 0) continue;
      count += 1;
      const id = stem[at] as number;
      const cover = this.#enCover[at] as number;
      let gain: number;
      if (id < 0) {
        gain = cover > 0 ? MOST / 2 : LONE_UNKNOWN;
      } else {
        const strong = -Math.expm1(-words * (byWord[id] as number));
        const weak = -Math.expm1(-characters * (byCharacter[id] as number));
        gain =
          cover === 2
            ? Math.log(BY_WORD / Math.max(strong, 1e-4))
            : cover === 1
              ? Math.log(BY_CHARACTER / Math.max(weak * (1 - strong), 1e-4))
              : Math.log((1 - BY_WORD - BY_CHARACTER) / Math.max(0.05, (1 - strong) * (1 - weak)));
        gain = Math.max(LEAST, Math.min(MOST, gain));
        if (cover > 0) gain = Math.max(gain, 0);
        else gain = Math.min(gain, -0.1);
      }
      if (cover > 0) covered += 1;
      nats += gain;
      run.take(-gain);
    }
    return { nats, count, covered: share(covered, count), hole: run.worst, tail: run.now };
  }

  #sumChinese(length: number): SideSum {
    let [nats, count, covered] = [0, 0, 0];
    const run = this.#run;
    run.reset();
    for (let at = 0; at < length; at++) {
      const kind = this.#zhKind[at] as number;
      if (kind === 0 || kind === 2) continue;
      count += 1;
      const gain = kind === 3 ? (this.#zhGain[at] as number) : LONE_CHARACTER;
      if (kind === 3) covered += 1;
      nats += gain;
      run.take(-gain);
    }
    return { nats, count, covered: share(covered, count), hole: run.worst, tail: run.now };
  }
}

/** Evidence of one side, summed: see {@link LexicalFacts}. */
interface SideSum {
  readonly nats: number;
  readonly count: number;
  readonly covered: number;
  readonly hole: number;
  readonly tail: number;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Han characters of the English side that do not stand in the Chinese. */
function hanOutside(en: string, zh: string): number {
  const classes = characterClasses();
  let count = 0;
  for (let at = 0; at < en.length;) {
    if (classes[en.charCodeAt(at)] !== CLASS.han) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < en.length && classes[en.charCodeAt(end)] === CLASS.han) end += 1;
    const isQuoted = zh !== en && end - at <= zh.length / 2 && zh.includes(en.slice(at, end));
    if (!isQuoted) count += end - at;
    at = end;
  }
  return count;
}
