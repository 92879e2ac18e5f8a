import type { Check } from '../check.js';

/** Tags by name, those of Word (`<o:p>`), and comments. */
const TAG =
  /<\/?(?:a|abbr|article|b|blockquote|br|code|dd|div|dl|dt|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|nav|ol|option|p|pre|script|section|select|small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul|[a-z]:[a-z]+)\b[^<>]{0,200}>|<!--|-->/gi;
/** Entities, wiki links and templates, bulletin-board codes, commands of subtitles. */
const OTHER =
  /\{\{[^{}]{1,80}\}\}|\[\[[^[\]]{1,80}\]\]|&(?:[a-z]{2,8}|#\d{2,5});|\[\/?(?:b|i|u|s|url|img|quote|color|size|font|center|list|code)(?:=[^\][]{1,80})?\]|\{\\[a-z]+[\d.&-]*[^{}]{0,40}\}/gi;
/** Markdown and wiki marks around words; escapes and codes that a program would have decoded. */
const MARKS =
  /\*\*(?=\S)[^*]{1,200}\*\*|(?<![\w_])__(?=\S)[^_]{1,200}__(?![\w_])|'''?(?=\S)[^']{1,200}'''?(?!')|^={2,4} ?[^=]{1,80} ?={2,4}$|^#{1,6} (?=\S)|!?\[[^\]]{1,200}\]\([^()\s]{1,300}\)|\\u[0-9a-f]{4}|(?:%[0-9A-F]{2}){3,}|(?<![A-Za-z\\:])\\[nrt](?![a-z]{2})/gi;
/** Style sheets and scripts. */
const CODE =
  /[a-z-]{2,20} ?\{ ?[a-z-]{2,30} ?:[^{}]{1,200}\}|\bfunction ?\w{0,30}\([^()]{0,80}\) ?\{|\bdocument\.\w|\bvar \w{1,30} ?=/gi;
const MAY_HOLD = /[<{[&*_=#\\]|''|-->|%[0-9A-F]{2}|document\.|var /;

const HARD = [TAG, OTHER, CODE];
const ALL = [...HARD, MARKS];

/** Tags that stand for nothing in a sentence about tags. */
const LEFTOVER = /<(?:\/|br\b|hr\b|img\b|!--)|&(?:[a-z]{2,8}|#\d{2,5});/i;

/** HTML, wiki, template or program code left in the text. */
export const markup: Check = {
  name: 'markup',
  summary: 'tags, templates, entities or code are left in the text',
  examine({ zh, en }) {
    const [left, right] = [markupIn(zh), markupIn(en)];
    if (left.length + right.length === 0) return undefined;
    // Marks of emphasis spoil a pair less than its absence would.
    const [zhHard, enHard] = [zh, en].map((text) => markupIn(text, HARD).length);
    const rejects = zhHard !== enHard;
    // The same on both sides is a placeholder, or text about markup, unless it closes or breaks.
    const isSame = left.join(' ') === right.join(' ') && !left.some((one) => LEFTOVER.test(one));
    return isSame ? undefined : { detail: `zh ${left.length}, en ${right.length}`, rejects };
  },
};

function markupIn(text: string, patterns: readonly RegExp[] = ALL): string[] {
  if (!MAY_HOLD.test(text)) return [];
  return patterns.flatMap((pattern) => text.match(pattern) ?? []);
}
