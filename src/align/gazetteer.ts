import { foldZh, type Lexicon } from '../lexicon/index.js';
import { acronymEn, isFunctionWordEn, KNOWN_NAMES, stemEn, tokensEn } from '../text/index.js';
import type { EvidenceName } from './evidence.js';

/** One way English text spells a name. */
interface Spelling {
  readonly source: 'names' | 'regions';
  /** Stems that must all be there. */
  readonly stems: readonly string[];
}

/** Names with known spellings, by their folded Chinese form. */
interface Gazetteer {
  readonly spellings: ReadonlyMap<string, readonly Spelling[]>;
  /** Uint32 [65536]: lengths of the names that begin with each UTF-16 unit, a bit each. */
  readonly lengths: Uint32Array;
}

const gazetteers = new WeakMap<Lexicon, Gazetteer>();

/** Well-known names and regions, gathered once for a lexicon. */
function gazetteerOf(lexicon: Lexicon): Gazetteer {
  const known = gazetteers.get(lexicon);
  if (known !== undefined) return known;
  const spellings = new Map<string, Spelling[]>();
  const lengths = new Uint32Array(0x10000);
  const add = (zh: string, source: Spelling['source'], stems: readonly string[]): void => {
    const name = foldZh(lexicon, zh);
    const row = spellings.get(name) ?? [];
    spellings.set(name, row);
    row.push({ source, stems });
    const head = name.charCodeAt(0);
    lengths[head] = (lengths[head] as number) | (1 << name.length);
  };
  for (const [zh, names] of KNOWN_NAMES) {
    for (const words of names) add(zh, 'names', words.map(stemEn));
  }
  for (const [zh, names] of lexicon.regions) {
    for (const name of names) add(zh, 'regions', stemsOf(name));
  }
  const gazetteer = { spellings, lengths };
  gazetteers.set(lexicon, gazetteer);
  return gazetteer;
}

function stemsOf(name: string): string[] {
  return tokensEn(name)
    .filter(({ text }) => acronymEn(text) !== undefined || !isFunctionWordEn(text))
    .map(({ text }) => acronymEn(text) ?? stemEn(text));
}

/**
 * Finds well-known names and regions of one document: those in the Chinese text of which the
 * English text has a usual spelling whole (香港 with Hong and Kong, 韩国 with ROK).
 */
export class KnownNames {
  readonly #gazetteer: Gazetteer;
  readonly #sources: ReadonlySet<EvidenceName>;
  readonly #tokenOf: (stem: string) => number;
  /** English tokens of each name met, by source; empty where the document spells none. */
  readonly #found = new Map<string, readonly KnownName[]>();

  /**
   * @param tokenOf - English token of a stem, negative if the document does not hold it
   * @param without - evidence switched off
   */
  constructor(
    lexicon: Lexicon,
    tokenOf: (stem: string) => number,
    without: ReadonlySet<EvidenceName>,
  ) {
    this.#gazetteer = gazetteerOf(lexicon);
    this.#tokenOf = tokenOf;
    this.#sources = without;
  }

  /** Calls `found` for every known name at a place of folded Chinese text. */
  look(text: string, at: number, found: (name: KnownName) => void): void {
    let lengths = (this.#gazetteer.lengths[text.charCodeAt(at)] as number) >>> 1;
    for (let end = at + 1; lengths !== 0 && end <= text.length; end++, lengths >>>= 1) {
      if ((lengths & 1) === 0) continue;
      const zh = text.slice(at, end);
      for (const name of this.#namesOf(zh)) found(name);
    }
  }

  #namesOf(zh: string): readonly KnownName[] {
    const known = this.#found.get(zh);
    if (known !== undefined) return known;
    const names: KnownName[] = [];
    for (const { source, stems } of this.#gazetteer.spellings.get(zh) ?? []) {
      if (this.#sources.has(source)) continue;
      const tokens = stems.map(this.#tokenOf);
      if (!tokens.every((token) => token >= 0)) continue;
      for (const token of tokens) {
        if (!names.some((name) => name.token === token)) names.push({ zh, source, token });
      }
    }
    this.#found.set(zh, names);
    return names;
  }
}

/** A name in Chinese text and one English token of a usual spelling of it. */
export interface KnownName {
  readonly zh: string;
  readonly source: 'names' | 'regions';
  readonly token: number;
}
