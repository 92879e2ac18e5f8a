import type { BuiltFile } from './gold.js';
import { govList, mediaList, pagingFromOne, pagingFromZero, type ListItem } from './lists.js';
import type { SourceArticle } from './source.js';

/** Every list page of the site, newest article first, with the paging each column uses. */
export function listFiles(articles: readonly SourceArticle[]): BuiltFile[] {
  const news = itemsUnder(articles, '/zwgk/yw/');
  const pictures = itemsUnder(articles, '/zwgk/tpxw/');
  const services = itemsUnder(articles, '/fwzn/');
  const media = itemsUnder(articles, '/news/');
  return [
    ...paged(
      news,
      4,
      (index) => (index === 0 ? 'zwgk/yw/index.html' : `zwgk/yw/index_${index}.html`),
      (items, index, total) => govList('要闻', items, pagingFromZero(total, index)),
    ),
    ...paged(
      media,
      2,
      (index) => (index === 0 ? 'news/list.shtml' : `news/list_${index + 1}.shtml`),
      (items, index, total) => mediaList(items, pagingFromOne(total, index + 1, media.length)),
    ),
    ...paged(
      services,
      2,
      (index) => (index === 0 ? 'fwzn/index.html' : `fwzn/column-index-${index + 1}.shtml`),
      (items, index, total) => govList('服务指南', items, nextLinks(index, total)),
    ),
    page(
      'zwgk/tpxw/index.html',
      govList('图片新闻', pictures, '<script>var countPage = 1; var currentPage = 0;</script>'),
    ),
  ];
}

function itemsUnder(articles: readonly SourceArticle[], folder: string): ListItem[] {
  const items = articles.flatMap(({ facts }) =>
    [facts['path'], facts['also']]
      .filter((path) => path?.startsWith(folder) === true)
      .map((path) => ({
        path: path ?? '',
        title: facts['title'] ?? '',
        date: facts['date'] ?? '',
      })),
  );
  return items.sort((one, other) => (one.date < other.date ? 1 : -1));
}

function paged(
  items: readonly ListItem[],
  size: number,
  nameOf: (index: number) => string,
  render: (items: readonly ListItem[], index: number, total: number) => string,
): BuiltFile[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) =>
    page(nameOf(index), render(items.slice(index * size, (index + 1) * size), index, total)),
  );
}

function nextLinks(index: number, total: number): string {
  const next = index + 2;
  if (next > total) return '<a href="index.html">首页</a> <span>下一页</span> <span>尾页</span>';
  return `<a href="index.html">首页</a> <a href="column-index-${next}.shtml">下一页</a> <a href="column-index-${total}.shtml">尾页</a>`;
}

function page(path: string, html: string): BuiltFile {
  return { path: `site/${path}`, bytes: new TextEncoder().encode(html) };
}
