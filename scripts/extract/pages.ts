import { readFileSync } from 'node:fs';
import { extractPage } from '../../src/extract/index.js';
import type { Document, Page } from '../../src/model/index.js';
import { readText } from '../../src/read/index.js';
import { decodeBytes } from '../../src/text/index.js';

/** A file as a page, under its own name or another. */
export function toPage(file: string, bytes: Uint8Array, location = file): Page {
  return { origin: { kind: 'path', location, sha256: '' }, bytes, contentType: 'text/html' };
}

/** The document of an HTML, text or Markdown file. */
export function extract(file: string): Document {
  const bytes = readFileSync(file);
  if (/\.(?:s?html?)$/u.test(file)) return extractPage(toPage(file, bytes));
  return readText(toPage(file, bytes).origin, bytes);
}

/** The text of a document without its title. */
export function bodyText({ blocks }: Document): string {
  return blocks
    .filter(({ kind }) => kind !== 'title')
    .map(({ text }) => text)
    .join('\n');
}

/** What @mozilla/readability on linkedom makes of a page; its types need a browser's library. */
export async function loadReadability(): Promise<(bytes: Uint8Array) => string> {
  const { parseHTML } = (await import('linkedom')) as unknown as {
    parseHTML: (html: string) => { document: unknown };
  };
  const { Readability } = (await import('@mozilla/readability')) as unknown as {
    Readability: new (document: unknown) => { parse: () => { textContent: string } | null };
  };
  return (bytes) => {
    const { text } = decodeBytes(bytes, { html: true });
    return new Readability(parseHTML(text).document).parse()?.textContent ?? '';
  };
}
