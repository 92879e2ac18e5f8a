import { gunzipSync } from 'node:zlib';
import { htmlText } from './html-text.js';

/** URLs of a sitemap, or of the sitemaps an index names. */
export interface Sitemap {
  readonly sitemaps: readonly string[];
  readonly pages: readonly string[];
}

/** The protocol's own limit for one sitemap file (sitemaps.org). */
const MAX_URLS = 50_000;

/**
 * Reads a sitemap or sitemap index, plain or gzipped.
 *
 * @param maxBytes - cap on the size after decompression
 * @returns `undefined` when it is no sitemap
 */
export function parseSitemap(bytes: Uint8Array, maxBytes: number): Sitemap | undefined {
  const text = textOfFeed(bytes, maxBytes);
  if (text === undefined) return undefined;
  const isIndex = /<(?:\w+:)?sitemapindex[\s>]/i.test(text);
  const isSet = /<(?:\w+:)?urlset[\s>]/i.test(text);
  if (!isIndex && !isSet) return plainList(text);
  const found = valuesOf(text, 'loc');
  return isIndex ? { sitemaps: found, pages: [] } : { sitemaps: [], pages: found };
}

/** One URL a line is a sitemap too, by the protocol. */
function plainList(text: string): Sitemap | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || !lines.every((line) => /^https?:\/\/\S+$/.test(line))) return undefined;
  return { sitemaps: [], pages: lines.slice(0, MAX_URLS) };
}

function textOfFeed(bytes: Uint8Array, maxBytes: number): string | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return htmlText(bytes);
  try {
    return htmlText(gunzipSync(bytes, { maxOutputLength: maxBytes }));
  } catch {
    return undefined;
  }
}

/** Links of an RSS or Atom feed; `undefined` when it is none. */
export function parseFeed(bytes: Uint8Array): string[] | undefined {
  const text = htmlText(bytes);
  if (!/<(?:\w+:)?(?:rss|feed|rdf)\b/i.test(text)) return undefined;
  const atom = [...text.matchAll(/<(?:\w+:)?link\b([^>]{0,2000})>/gi)].flatMap(
    ([, attributes = '']) => {
      if (/\brel\s*=\s*["'](?!alternate)/i.test(attributes)) return [];
      const href = /\bhref\s*=\s*["']([^"']{1,2000})["']/i.exec(attributes)?.[1];
      return href === undefined ? [] : [unescapeXml(href)];
    },
  );
  return [...new Set([...valuesOf(text, 'link'), ...atom])].slice(0, MAX_URLS);
}

/** Contents of all elements of one name; nested markup other than CDATA is no URL. */
function valuesOf(text: string, name: string): string[] {
  const found: string[] = [];
  const open = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]{0,500})?>`, 'gi');
  for (const match of text.matchAll(open)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('</', from);
    if (end < 0 || end - from > 4_096) continue;
    const raw = text.slice(from, end).trim();
    const value = unescapeXml(/^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(raw)?.[1]?.trim() ?? raw);
    if (value !== '' && !value.includes('<')) found.push(value);
    if (found.length >= MAX_URLS) break;
  }
  return found;
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d{1,6});/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
}
