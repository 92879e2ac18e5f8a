/** Bounds on what is read from files of unknown make, and why each is where it is. */
export const READ_LIMITS = Object.freeze({
  /** After decompression: forty times the largest memory seen in use (YiCAT takes 400 MB a file). */
  maxBytes: 16 * 2 ** 30,
  /** Formats that are read here and there, packed: ten million pairs are about 3 GB of Parquet. */
  maxPackedFile: 8 * 2 ** 30,
  /** Unpacked part of an office file: a spreadsheet of a million rows with every column. */
  maxUnpacked: 4 * 2 ** 30,
  /** Elements inside elements: TMX with `sub` inside `hi` inside `ph` needs ten. */
  maxDepth: 64,
  /** Characters between two tags, or inside one: a segment of a whole novel fits. */
  maxPiece: 4 * 2 ** 20,
  /** Characters between two units, or inside one: what a reader may hold at a time. */
  maxItem: 64 * 2 ** 20,
  /** Attributes of one element: TMX knows sixteen. */
  maxAttributes: 256,
  /** Variants of one unit: the European Union has 24 languages. */
  maxVariants: 1_000,
  /** Elements of one unit of a TMX: a segment with a code a word has a few thousand. */
  maxUnitElements: 100_000,
});
