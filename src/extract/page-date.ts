import { dateIn } from '../layout/index.js';
import type { MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';

const META = [
  'pubdate',
  'article:published_time',
  'og:published_time',
  'publishdate',
  'publish_date',
  'ld:datepublished',
  'datepublished',
  'dc.date',
  'og:release_date',
  'bytedance:published_time',
  'weibo:article:create_at',
  'createdate',
  'firstpubdate',
  'publication_date',
  'time',
  'date',
];
/**
 * Date of publication, `YYYY-MM-DD`.
 *
 * From the head of the page, else from the first short line near the title that holds a date.
 *
 * @param from - number of the title's block, or 0
 * @param start - number of the first block of the article's prose
 */
export function pageDate(
  meta: MetaTags,
  blocks: readonly PageBlock[],
  from: number,
  start: number,
): string | undefined {
  for (const name of META) {
    const date = dateIn(meta.get(name) ?? '');
    if (date !== undefined) return date;
  }
  const lines = blocks
    .slice(Math.max(0, from - 3), Math.max(start, from) + 8)
    .filter(({ text }) => text.length < 150 && !isSentence(text));
  for (const { text } of lines) {
    const date = dateIn(text);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A sentence of the text tells when something happened, not when it was written. */
function isSentence(text: string): boolean {
  return text.length > 30 && /[。！？!?.][”’"'」』）)]*$/u.test(text);
}
