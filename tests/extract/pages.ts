import { extractPage, type ExtractOptions } from '../../src/extract/index.js';
import type { Document, Page } from '../../src/model/index.js';

/** A page of a foreign-affairs office, as sites of that kind make them. */
export const OFFICE_HEAD = `
  <title>曹某会见韩国总领事-某市外办</title>
  <meta name="SiteName" content="某市外办"><meta content="要闻" name="ColumnName">
  <meta name="ArticleTitle" content="曹某会见韩国总领事Cao Meets Consul General of ROK">
  <meta name="PubDate" content="2024-03-18 09:30"><meta name="ContentSource" content="null">`;

export const ZH = [
  '3月15日，市外办主任曹某会见了来访的韩国驻广州总领事一行。',
  '曹某欢迎总领事来访，并介绍了我市近年来经济社会发展情况，希望双方加强合作。',
  '总领事表示，将继续推动两地在经贸、文化、教育等领域的交流合作。',
] as const;

export const EN = [
  'On March 15, Director General Cao met with a delegation led by the Consul General of ROK.',
  'Cao welcomed the Consul General and briefed her on the development of the city, hoping for closer cooperation.',
  'The Consul General said that she would continue to promote exchanges in trade, culture and education.',
] as const;

/** A page at a URL. */
export function page(
  html: string | Uint8Array,
  location = 'https://fao.example.gov.cn/zwgk/yw/t1.html',
): Page {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return { origin: { kind: 'url', location, sha256: '0'.repeat(64) }, bytes };
}

/** Extracts a page with this body. */
export function extract(body: string, head = '', options: ExtractOptions = {}): Document {
  return extractPage(
    page(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`),
    options,
  );
}

/** Texts of the blocks in reading order. */
export function texts(document: Document): readonly string[] {
  return document.blocks.map(({ text }) => text);
}

/** Reason a text was set aside for. */
export function reasonFor(document: Document, text: string): string | undefined {
  return document.setAside.find((one) => one.text.includes(text))?.reason;
}
