import { acronymEn, isFunctionWordEn, stemEn, zhStopWords } from '../text/index.js';
import { unitOf, type Lexicon } from '../lexicon/index.js';

/** No such token. */
export const NONE = -1;

const stopUnits = new WeakMap<Lexicon, Uint8Array>();

/**
 * Numbers for the tokens of one set of documents, dense and from 0 on each side, in the order
 * of first sight. Inner loops index arrays with them; nothing outlives the set.
 */
export class Vocabulary {
  readonly lexicon: Lexicon;
  readonly #zhOfUnit: Int32Array;
  readonly #enOfStem: Int32Array;
  readonly #zhByName = new Map<string, number>();
  readonly #enByName = new Map<string, number>();
  readonly #enBySurface = new Map<string, number>();
  readonly #zhNames: string[] = [];
  readonly #enNames: string[] = [];
  /** Dictionary unit of each Chinese token, {@link NONE} for others. */
  readonly unit: number[] = [];
  /** The English token a Chinese one equals by itself: a Latin word, a name. */
  readonly twin: number[] = [];
  /** Dictionary stem of each English token, {@link NONE} for others. */
  readonly stem: number[] = [];
  /** Whether each English token was seen as a function word. */
  readonly isFunction: boolean[] = [];
  /** Uint8 [units]: 1 for stop words. */
  readonly #stops: Uint8Array;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.#zhOfUnit = new Int32Array(lexicon.units).fill(NONE);
    this.#enOfStem = new Int32Array(lexicon.stems.length).fill(NONE);
    this.#stops = stopUnits.get(lexicon) ?? findStops(lexicon);
  }

  /** Number of Chinese tokens met. */
  get zhSize(): number {
    return this.unit.length;
  }

  /** Number of English tokens met. */
  get enSize(): number {
    return this.stem.length;
  }

  /** Chinese token of a dictionary unit, met as `text.slice(from, to)`. */
  zhUnit(unit: number, text: string, from: number, to: number): number {
    const known = this.#zhOfUnit[unit] as number;
    if (known !== NONE) return known;
    const id = this.#addZh(text.slice(from, to), unit, NONE);
    this.#zhOfUnit[unit] = id;
    return id;
  }

  /** Whether a dictionary unit is a stop word. */
  isStop(unit: number): boolean {
    return this.#stops[unit] === 1;
  }

  /**
   * Chinese token that the dictionary does not have.
   *
   * @param twin - the English token it equals by itself, or {@link NONE}
   */
  zhOther(name: string, twin: number): number {
    const known = this.#zhByName.get(name);
    if (known !== undefined) return known;
    const id = this.#addZh(name, NONE, twin);
    this.#zhByName.set(name, id);
    return id;
  }

  #addZh(name: string, unit: number, twin: number): number {
    this.#zhNames.push(name);
    this.twin.push(twin);
    return this.unit.push(unit) - 1;
  }

  /** English token of a word in running text, by its stem. */
  enWord(surface: string): number {
    const known = this.#enBySurface.get(surface);
    if (known !== undefined) return known;
    const acronym = acronymEn(surface);
    const id = this.enToken(acronym ?? stemEn(surface));
    this.isFunction[id] = acronym === undefined && isFunctionWordEn(surface);
    this.#enBySurface.set(surface, id);
    return id;
  }

  /** English token of a stem or a value (`number:3000`). */
  enToken(name: string): number {
    const stem = this.lexicon.stemId.get(name);
    const known = stem === undefined ? this.#enByName.get(name) : this.#enOfStem[stem];
    if (known !== undefined && known !== NONE) return known;
    this.#enNames.push(name);
    this.isFunction.push(false);
    const id = this.stem.push(stem ?? NONE) - 1;
    if (stem === undefined) this.#enByName.set(name, id);
    else this.#enOfStem[stem] = id;
    return id;
  }

  /** English token by its readable form, {@link NONE} if the set does not hold it. */
  findEn(name: string): number {
    const stem = this.lexicon.stemId.get(name);
    if (stem !== undefined) return this.#enOfStem[stem] as number;
    return this.#enByName.get(name) ?? NONE;
  }

  /** English token of a dictionary stem, {@link NONE} if the set does not hold it. */
  enOfStem(stem: number): number {
    return this.#enOfStem[stem] as number;
  }

  /** Readable form of an English token. */
  enName(token: number): string {
    return this.#enNames[token] ?? '';
  }

  /** Readable form of a Chinese token: a word, `number:3000`, `latin:lg`, `name:曹=17`. */
  zhName(token: number): string {
    return this.#zhNames[token] ?? '';
  }
}

function findStops(lexicon: Lexicon): Uint8Array {
  const stops = new Uint8Array(lexicon.units);
  for (const word of zhStopWords) {
    const unit = unitOf(lexicon, word);
    if (unit !== undefined) stops[unit] = 1;
  }
  stopUnits.set(lexicon, stops);
  return stops;
}
