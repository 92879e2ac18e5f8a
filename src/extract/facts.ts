import type { MetaTags } from './meta-tags.js';
import type { PageBlock } from './page-block.js';

/** Facts of a page for provenance: who published it, where on the site it stands. */
export interface PageFacts {
  readonly site: string | undefined;
  readonly meta: Readonly<Record<string, string>>;
}

/** Our names, and the meta tags that may hold each, best first. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  site: ['sitename', 'og:site_name', 'application-name'],
  'site-domain': ['sitedomain'],
  'site-id': ['siteidcode'],
  column: ['columnname', 'article:section'],
  source: ['contentsource', 'source', 'ld:publisher', 'mediaid'],
  author: ['author', 'ld:author', 'article:author'],
  keywords: ['keywords'],
  description: ['description', 'og:description'],
  canonical: ['canonical', 'og:url'],
};

const ICP = /\p{Script=Han}ICP[备備证]\s*\d{4,}号?(?:-\d+)?/u;
const SOURCE_LINE =
  /(?:来源|來源|稿源)\s*[:：]\s*((?:(?!作者|编辑|责编|发布|时间|日期|浏览|点击)[^\s|【（(]){2,40})/u;
const SOURCE_LABEL = /^(?:(?:信息|稿件|文章|新闻)?来源|來源|source)\s*[:：]\s*/iu;

/** Gathers the facts from meta tags first, then from visible lines. */
export function pageFacts(meta: MetaTags, blocks: readonly PageBlock[]): PageFacts {
  const facts: Record<string, string> = {};
  for (const [name, tags] of Object.entries(NAMES)) {
    const value = tags.map((tag) => meta.get(tag)).find((text) => text !== undefined);
    const text = name === 'source' ? value?.replace(SOURCE_LABEL, '') : value;
    if (text !== undefined && text !== '') facts[name] = text;
  }
  for (const { text } of blocks) {
    if (text.length > 400) continue;
    const icp = ICP.exec(text)?.[0];
    if (icp !== undefined) facts['icp'] ??= icp;
    const source = text.length < 150 ? SOURCE_LINE.exec(text)?.[1] : undefined;
    if (source !== undefined) facts['source'] ??= source;
  }
  return { site: facts['site'], meta: facts };
}
