/** Limits of the read room, each with its reason. */
export const READ_DEFAULTS = Object.freeze({
  /** Largest file read, in bytes: a whole library of novels as text is smaller. */
  maxBytes: 64 * 1024 * 1024,
  /** Replacement characters per thousand above which a decoding is called failed. */
  maxBrokenPerMille: 5,
  /** Lines at least this long, without full stop, are taken as wrapped by an editor. */
  wrapChars: 50,
});
