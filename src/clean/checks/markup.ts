import type { Check } from '../check.js';

const TAG =
  /<\/?(?:a|abbr|article|b|blockquote|br|code|dd|div|dl|dt|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|nav|ol|option|p|pre|script|section|select|small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]{0,200}>/gi;
const OTHER = /\{\{[^{}]{1,80}\}\}|\[\[[^[\]]{1,80}\]\]|&(?:[a-z]{2,8}|#\d{2,5});/gi;
const MAY_HOLD = /[<{[&]/;
const ADDRESS =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s\u3000-\u9fff]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]{1,63}\.)+(?:com|cn|org|net|gov|edu|html?|php|aspx?)\b[^\s\u3000-\u9fff]*/gi;

/** The first word of such a side holds a point, a colon or an at sign. */
const ADDRESS_FIRST = /^[^\s.:@]{1,200}[.:@][^\s]/;

/** HTML, wiki or template code left in the text. */
export const markup: Check = {
  name: 'markup',
  summary: 'tags, templates or entities are left in the text',
  examine({ zh, en }) {
    const [left, right] = [countOf(zh), countOf(en)];
    if (left + right === 0) return undefined;
    // The same tags on both sides are text about markup; on one side they are a leftover.
    return { detail: `zh ${left}, en ${right}`, rejects: left !== right };
  },
};

/** A side that is nothing but addresses translates nothing. */
export const onlyAddresses: Check = {
  name: 'only-addresses',
  summary: 'a side is nothing but web or mail addresses',
  examine({ zh, en }) {
    const bare = [zh, en].find((text) => isOnlyAddresses(text));
    return bare === undefined ? undefined : { detail: bare.slice(0, 80), rejects: true };
  },
};

function countOf(text: string): number {
  if (!MAY_HOLD.test(text)) return 0;
  return (text.match(TAG)?.length ?? 0) + (text.match(OTHER)?.length ?? 0);
}

function isOnlyAddresses(text: string): boolean {
  if (text.length > 500 || !ADDRESS_FIRST.test(text)) return false;
  const rest = text.replace(ADDRESS, '');
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest);
}
