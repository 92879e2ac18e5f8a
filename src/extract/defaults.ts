/** Constants of the extract room, each with the reason for its value. */
export const EXTRACT_DEFAULTS = Object.freeze({
  /** Largest page taken, in characters: six times the largest article page seen; 220 MB of memory. */
  maxChars: 3_000_000,
  /** Most tags that open: sixteen times the most seen on a page; more would take over 300 MB. */
  maxTags: 50_000,
  /** Deepest nesting parsed as such; browsers stop at 512. */
  maxDepth: 4_000,
  /** Share of letters inside links above which a block is a link, not text. */
  linkShare: 0.6,
  /** Share of the content one child must hold for the search for the article to step into it. */
  descendShare: 0.8,
  /** Weight of prose that stands under the title in one element, where teasers beside it have 1. */
  nearTitle: 10,
  /** Share of the page's letters a container named like a menu may hold and still be one. */
  maxNamedShare: 0.35,
  /** Characters of text that go without a mark of punctuation at most, on average. */
  maxCharsPerMark: 150,
  /** Share of letters in links from which a box of several lines is a list of other pages. */
  boxLinkShare: 0.4,
  /** Weight of a line without full stop against prose: articles of short lines exist. */
  lineWeight: 0.3,
  /** Letters (a Chinese character counts 3.3) from which a block without full stop is text. */
  minProseLetters: 120,
});
