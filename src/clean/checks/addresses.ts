import type { Check } from '../check.js';

const ADDRESS =
  /(?:https?:\/\/|ftp:\/\/|www\.)[^\s\u3000-\u9fff]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]{1,63}\.)+(?:com|cn|org|net|gov|edu|html?|php|aspx?)\b[^\s\u3000-\u9fff]*/gi;

/** The first word of such a side holds a point, a colon or an at sign. */
const ADDRESS_FIRST = /^[^\s.:@]{1,200}[.:@][^\s]/;

/** Alibaba.com, Trip.com: a firm's name, unless both sides are addresses. */
const NAME = /^[A-Z][A-Za-z0-9-]{1,30}\.[a-z]{2,4}$/;

/** A side that is nothing but addresses translates nothing. */
export const onlyAddresses: Check = {
  name: 'only-addresses',
  summary: 'a side is nothing but web or mail addresses',
  examine({ zh, en }) {
    const bare = [zh, en].filter((text) => isOnlyAddresses(text));
    const [first] = bare;
    if (first === undefined || (bare.length === 1 && NAME.test(first.trim()))) return undefined;
    return { detail: first.slice(0, 80), rejects: true };
  },
};

function isOnlyAddresses(text: string): boolean {
  if (text.length > 500 || !ADDRESS_FIRST.test(text)) return false;
  const rest = text.replace(ADDRESS, '');
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest);
}
