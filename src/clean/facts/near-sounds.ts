import type { Lexicon } from '../../lexicon/index.js';
import { TRANSCRIBING } from './sounds.js';

/**
 * Characters that transcribe names besides those of the news agencies: old translations of
 * scripture and history choose their own.
 */
const CHARACTERS =
  TRANSCRIBING +
  '设筛剑闪洗抹他璧疏割幔甲色户干泊书珥述该琐嫩隐察坍念连拦乃含每冷烈心沽楠低人益谷腓挪米宏设暗鹤辖坛何亡亭押摸摩辣便悯缅弥番便雅斐流缓帖撒珊瑚幕利拔薛示每亨革玷戈毗努以未赫施益非肋讷戎浑瑾荻媚俄别庇太摆八巫吗甸悉尤抱波拉勿略尹默珀沛奥贡茄锦鸿帝霸柏狄铁谭谟诗拓墨泉仰光湾曲靖扫单推卫';

/** Sound classes as bits. */
const P = 1;
const M = 2;
const F = 4;
const T = 8;
const N = 16;
const L = 32;
const K = 64;
const H = 128;
const S = 256;
const W = 512;
const Y = 1024;
/** A vowel ahead. */
const VOWEL = 2048;

/** Of English spelling, longest first; what a letter may sound like. */
const SPELLINGS: readonly (readonly [string, number])[] = [
  ['sch', S],
  ['tch', S],
  ['ph', F | P],
  ['sh', S],
  ['ch', K | S | H],
  ['th', T | S],
  ['kh', K | H],
  ['gh', K | H],
  ['ck', K],
  ['ts', S],
  ['tz', S],
  ['zh', S],
  ['qu', K],
  ['b', P],
  ['p', P],
  ['m', M | N],
  ['f', F],
  ['v', F | W | P],
  ['d', T],
  ['t', T],
  ['n', N],
  ['l', L],
  ['r', L],
  ['g', K | S],
  ['k', K],
  ['q', K],
  ['c', K | S],
  ['h', H],
  ['j', S | Y | K],
  ['s', S],
  ['z', S],
  ['x', S | K],
  ['w', W | H],
];
/** Of pinyin initials. */
const INITIALS: readonly (readonly [RegExp, number])[] = [
  [/^er/, L],
  [/^(?:zh|ch|sh|[zcs])/, S | T],
  [/^[bp]/, P],
  [/^m/, M],
  [/^f/, F | P],
  [/^[dt]/, T],
  [/^n/, N],
  [/^l/, L],
  [/^[gk]/, K],
  [/^h/, H | K | F],
  [/^j/, K | S],
  [/^q/, K | S],
  [/^x/, H | S],
  [/^r/, L | Y],
  [/^w/, W | F | VOWEL],
  [/^y/, Y | VOWEL],
];
/** Costs of sounds without a counterpart. */
const SILENT = H | W | Y | L;
const CHEAP = 0.5;
const LONGEST = 9;
/** Pinyin of one syllable or of a spelling that only pinyin has: such names are not transcribed. */
const CHINESE = /^[^aeiou]*[aeiou]+(?:ng?)?$|^(?:zh|x|q(?!u))|iao|iang|[aeiou]zh/;

interface Sound {
  readonly initial: number;
  readonly isNasal: boolean;
}

/** Whether names may be told by characters that sound a little like them; slow, and seldom asked. */
export class NearSounds {
  readonly #sounds = new Map<number, readonly Sound[]>();
  /** Uint16 [65536]: what each character may begin with. */
  readonly #heads = new Uint16Array(0x10000);

  constructor(lexicon: Lexicon) {
    for (const character of CHARACTERS) {
      const code = lexicon.fold[character.charCodeAt(0)] as number;
      const readings = lexicon.readings.get(code) ?? [];
      const sounds = readings.map(soundOf);
      this.#sounds.set(code, sounds);
      this.#heads[code] = sounds.reduce((mask, { initial }) => mask | initial, 0);
    }
  }

  /**
   * Whether some run of characters sounds like the name.
   *
   * @param name - in lower case
   * @param folded - Chinese text as the lexicon spells it, characters that cannot be part of it blank
   * @param content - the same without words of grammar, for names of two consonants
   */
  has(name: string, folded: string, content: string): boolean {
    if (CHINESE.test(name)) return false;
    const people = /^(.{3,})ites?$/.exec(name)?.[1];
    if (people !== undefined && this.#isPeople(people, folded)) return true;
    const wanted = consonantsOf(name);
    if (wanted.length === 0) return false;
    return this.#hasSounds(name, wanted, wanted.length > 2 ? folded : content);
  }

  /** 赫人: of the Hittites the first sound may be all there is. */
  #isPeople(name: string, folded: string): boolean {
    const [first = 0] = consonantsOf(name);
    for (let at = folded.indexOf('人'); at > 0; at = folded.indexOf('人', at + 1)) {
      if (isStart(first, this.#heads[folded.charCodeAt(at - 1)] as number)) return true;
    }
    return false;
  }

  #hasSounds(name: string, wanted: readonly number[], folded: string): boolean {
    const begins = /^[aeiouy]/.test(name) ? VOWEL : (wanted[0] ?? 0);
    for (let from = 0; from < folded.length; from++) {
      if (!isStart(begins, this.#heads[folded.charCodeAt(from)] as number)) continue;
      if (this.#isLike(wanted, folded, from)) return true;
    }
    return false;
  }

  /** Cheapest way to say the consonants with the characters from a place on, one by one. */
  #isLike(wanted: readonly number[], folded: string, from: number): boolean {
    const isLong = wanted.length > 2;
    const most = isLong ? Math.min(1, CHEAP * (wanted.length - 2)) : 0;
    let costs = Array.from({ length: wanted.length + 1 }, (_one, at) => (at === 0 ? 0 : Infinity));
    for (let at = from; at < folded.length && at < from + LONGEST; at++) {
      const sounds = this.#sounds.get(folded.charCodeAt(at));
      if (sounds === undefined) return false;
      const next = costs.map(() => Infinity);
      for (const sound of sounds) spend(wanted, costs, next, sound);
      costs = next;
      if (Math.min(...costs) > most) return false;
      const isSyllable = at > from || wanted.length <= 2;
      // The last consonant is often left out: 基列 for Gilead.
      const cost = Math.min(
        costs[wanted.length] ?? Infinity,
        isLong ? (costs[wanted.length - 1] ?? Infinity) + CHEAP : Infinity,
      );
      if (isSyllable && cost <= most) return true;
    }
    return false;
  }
}

function spend(
  wanted: readonly number[],
  costs: readonly number[],
  next: number[],
  { initial, isNasal }: Sound,
): void {
  const isVowel = (initial & VOWEL) !== 0;
  for (let at = 0; at <= wanted.length; at++) {
    const cost = costs[at] ?? Infinity;
    if (cost === Infinity) continue;
    const take = (to: number, price: number): void => {
      lower(next, to, cost + price);
      if (!isNasal) return;
      if (((wanted[to] ?? 0) & (N | M)) !== 0) lower(next, to + 1, cost + price);
    };
    if (((wanted[at] ?? 0) & initial) !== 0) take(at + 1, 0);
    take(at, isVowel ? 0 : 1);
  }
  // Sounds that no character tells.
  for (let at = 0; at < wanted.length; at++) {
    lower(next, at + 1, (next[at] ?? Infinity) + costOf([wanted[at] ?? 0]));
  }
}

function lower(costs: number[], at: number, cost: number): void {
  if (cost < (costs[at] ?? Infinity)) costs[at] = cost;
}

function costOf(sounds: readonly number[]): number {
  return sounds.reduce((sum, sound) => sum + ((sound & SILENT) !== 0 ? CHEAP : 1), 0);
}

function isStart(begins: number, initial: number): boolean {
  if ((begins & VOWEL) !== 0) return (initial & (VOWEL | H)) !== 0;
  return (begins & initial) !== 0 || ((begins & H) !== 0 && (initial & VOWEL) !== 0);
}

function consonantsOf(name: string): readonly number[] {
  const plain = name
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/ng(?![aeiou])/g, 'n')
    .replace(/(.)\1+/g, '$1');
  const found: number[] = [];
  for (let at = 0; at < plain.length;) {
    const [letters, sound] = SPELLINGS.find(([some]) => plain.startsWith(some, at)) ?? ['?', 0];
    if (sound !== 0) found.push(sound);
    at += letters.length;
  }
  return found;
}

function soundOf(reading: string): Sound {
  const initial = INITIALS.find(([pattern]) => pattern.test(reading))?.[1] ?? VOWEL;
  return { initial, isNasal: /ng?$/.test(reading.slice(1)) };
}
