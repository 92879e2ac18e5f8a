declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** The two sides of the corpus, always in this order. */
export type Lang = 'zh' | 'en';

/** How the Chinese is written: simplified, traditional, or nothing in it tells. */
export type HanScript = 'hans' | 'hant' | 'either';

/** SHA-256 of a document's extracted text, 64 lower-case hex digits. */
export type DocumentId = Brand<string, 'DocumentId'>;
/** SHA-256 of document key, both texts and their occurrence, first 32 lower-case hex digits. */
export type PairId = Brand<string, 'PairId'>;
/** A probability, similarity or quality inside [0, 1]; 1 is best. */
export type UnitScore = Brand<number, 'UnitScore'>;

/** The one gate into {@link UnitScore}: no other file may cast to it. */
export function unitScore(value: number): UnitScore {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`score must lie in [0, 1], got ${value}`);
  }
  return value as UnitScore;
}

/** The one gate into {@link DocumentId}. */
export function documentId(hex: string): DocumentId {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError(`not a document id: "${hex}"`);
  return hex as DocumentId;
}

/** The one gate into {@link PairId}. */
export function pairId(hex: string): PairId {
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError(`not a pair id: "${hex}"`);
  return hex as PairId;
}
