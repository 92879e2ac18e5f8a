/** Limits of the read room, each with its reason. */
export const READ_DEFAULTS = Object.freeze({
  /** Largest file read, in bytes: a whole library of novels as text is smaller. */
  maxBytes: 64 * 1024 * 1024,
  /** Replacement characters per thousand above which a decoding is called failed. */
  maxBrokenPerMille: 5,
  /** Lines at least this long, without full stop, are taken as wrapped by an editor. */
  wrapChars: 50,
  /** Files in one archive; the list alone of more would fill the memory. */
  maxMembers: 20_000,
  /** Bytes all readable files of one archive may unpack to. */
  maxArchiveBytes: 512 * 1024 * 1024,
  /** Times its packed size a file may unpack to; text packs 3 to 20 times, deflate's limit is 1032. */
  maxRatio: 200,
  /** Below this size in bytes the ratio does not matter: an empty form packs well. */
  minRatioBytes: 1024 * 1024,
  /** Archives inside an archive: a delivery of deliveries is usual, more is a trap. */
  maxNesting: 2,
  /** Bytes of XML in a Word file as it comes. */
  maxWordBytes: 32 * 1024 * 1024,
  /** The same without what only concerns looks; the parser takes sixty times that in memory. */
  maxSlimWordBytes: 3.5 * 1024 * 1024,
  /** Pages of a PDF: the longest laws and encyclopedias have fewer. */
  maxPdfPages: 5_000,
  /** Pieces of text on one PDF page; drawings made of letters have more. */
  maxPdfPieces: 60_000,
  /** Bytes one stream of a PDF may unpack to: an embedded Chinese font has up to 20 MB. */
  maxPdfStreamBytes: 32 * 1024 * 1024,
  /** Chapters of a book. */
  maxChapters: 5_000,
  /** Longest pause inside a sentence spread over several subtitles, in milliseconds. */
  maxCuePauseMs: 1_500,
  /** Subtitles one sentence may be spread over. */
  maxCuesJoined: 4,
  /** Share of the shorter subtitle's time that must overlap for two to be one. */
  minCueOverlap: 0.4,
});
