import type { SiteRecipe } from './recipe.js';
import { type ArticlePage, collapse, compareArticles, DATE } from './learn-page.js';

/** Selectors for `site.yaml`, and the article pages they were found on. */
export interface LearnedSelectors {
  readonly selectors: NonNullable<SiteRecipe['selectors']>;
  readonly pages: number;
  /** What they find on the first page, for a person to judge. */
  readonly sample: Readonly<Record<'title' | 'date', string>>;
}

/** Pages without which template and text cannot be told apart. */
const MIN_PAGES = 3;
/** Harmonic mean of precision and recall below which nothing is proposed. */
const MIN_FIT = 0.7;
const MAX_REMOVED = 5;
/** Names that a machine has numbered fit one page only. */
const NAME = /^[A-Za-z_][A-Za-z_-]*\d{0,2}[A-Za-z_-]*$/;

/**
 * Proposes selectors by comparing article pages of one site.
 *
 * The content is the element that holds most of what is different on every page and least of
 * what is the same; the title, the one whose text the page's `<title>` repeats; the date, the
 * smallest with a date in it. Each must be found exactly once on every page.
 *
 * @returns `undefined` when there are too few pages, or no element fits
 */
export function learnSelectors(htmls: readonly string[]): LearnedSelectors | undefined {
  const pages = compareArticles(htmls).filter(({ own }) => own > 0);
  const [first] = pages;
  if (first === undefined || pages.length < MIN_PAGES) return undefined;
  const candidates = candidatesOn(first).filter((selector) =>
    pages.every(({ measure }) => measure(selector).count === 1),
  );
  const content = contentOf(pages, candidates);
  if (content === undefined) return undefined;
  const title = titleOf(pages, candidates);
  const date = dateOf(pages, candidates);
  const remove = removedFrom(pages, content, date);
  return {
    selectors: {
      content,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(remove.length === 0 ? {} : { remove }),
    },
    pages: pages.length,
    sample: { title: shown(first, title), date: shown(first, date) },
  };
}

function shown({ $ }: ArticlePage, selector: string | undefined): string {
  if (selector === undefined) return '';
  const found = $(selector).first();
  return collapse(found.attr('content') ?? found.attr('datetime') ?? found.text()).slice(0, 80);
}

/** `#id`, `.class` and a few tags, outer elements before inner ones. */
function candidatesOn({ $ }: ArticlePage): string[] {
  const found = new Set<string>();
  for (const { name, attribs } of $.root().find('*').toArray()) {
    if (/^(?:article|main|h1|h2|time)$/.test(name)) found.add(name);
    for (const selector of namesOf(attribs['id'], attribs['class'])) found.add(selector);
  }
  return [...found];
}

function namesOf(id = '', classes = ''): string[] {
  return [
    ...(NAME.test(id) ? [`#${id}`] : []),
    ...classes
      .split(/\s+/)
      .filter((name) => NAME.test(name))
      .map((name) => `.${name}`),
  ];
}

/** Of equals the innermost, which will hold least when the site's frame changes. */
function contentOf(
  pages: readonly ArticlePage[],
  candidates: readonly string[],
): string | undefined {
  let best: { readonly selector: string; readonly fit: number } | undefined;
  for (const selector of candidates) {
    const fit = Math.min(...pages.map((page) => fitOf(page, selector)));
    if (best === undefined || fit >= best.fit) best = { selector, fit };
  }
  return best !== undefined && best.fit >= MIN_FIT ? best.selector : undefined;
}

function fitOf(page: ArticlePage, selector: string): number {
  const { own, all } = page.measure(selector);
  if (own === 0) return 0;
  const [precision, recall] = [own / all, own / page.own];
  return (2 * precision * recall) / (precision + recall);
}

/** A heading first; what stands in `<title>` is often shortened, so either may hold the other. */
function titleOf(pages: readonly ArticlePage[], candidates: readonly string[]): string | undefined {
  const isTitle = (page: ArticlePage, selector: string): boolean => {
    const { text } = page.measure(selector);
    return text.length >= 4 && page.titles.some((title) => holds(title, text));
  };
  const fitting = candidates.filter((selector) => pages.every((page) => isTitle(page, selector)));
  return fitting.find((selector) => /^h[12]$/.test(selector)) ?? fitting.at(-1);
}

function holds(title: string, text: string): boolean {
  const dense = title.replaceAll(' ', '');
  const [head = ''] = dense.split(/[-_|–—]/);
  return (
    dense.includes(text.replaceAll(' ', '')) ||
    (head.length >= 6 && text.replaceAll(' ', '').includes(head) && text.length < 300)
  );
}

const DATE_META = /pub|date|time/i;

function dateOf(pages: readonly ArticlePage[], candidates: readonly string[]): string | undefined {
  const meta = metasOn(pages[0]).find((selector) =>
    pages.every(({ $ }) => DATE.test($(selector).attr('content') ?? '')),
  );
  if (meta !== undefined) return meta;
  if (pages.every(({ $ }) => $('time[datetime]').length === 1)) return 'time';
  const sizes = candidates
    .filter((selector) =>
      pages.every(({ measure }) => {
        const { text } = measure(selector);
        return text.length <= 100 && DATE.test(text);
      }),
    )
    .map((selector) => ({
      selector,
      size: Math.max(...pages.map(({ measure }) => measure(selector).text.length)),
    }));
  return sizes.sort((a, b) => a.size - b.size)[0]?.selector;
}

function metasOn(page: ArticlePage | undefined): string[] {
  if (page === undefined) return [];
  return page
    .$('meta')
    .toArray()
    .flatMap(({ attribs }) => {
      const { name = '', property = '' } = attribs;
      if (DATE_META.test(name) && /^[\w.:-]+$/.test(name)) return [`meta[name="${name}"]`];
      const isDate = DATE_META.test(property) && /^[\w.:-]+$/.test(property);
      return isDate ? [`meta[property="${property}"]`] : [];
    });
}

/**
 * Elements inside the content that say the same on every page (buttons, notices), or only when
 * and by whom it was published, where a `<meta>` tells the date already.
 */
function removedFrom(pages: readonly ArticlePage[], content: string, date = ''): string[] {
  const [first] = pages;
  if (first === undefined) return [];
  const isUnwanted = (page: ArticlePage, name: string): boolean => {
    const inside = page.measure(`${content} ${name}`);
    if (inside.all === 0 || page.measure(name).count !== inside.count) return false;
    const isByline = date.startsWith('meta') && inside.text.length <= 100 && DATE.test(inside.text);
    return inside.own === 0 || (isByline && inside.count === 1);
  };
  const found: string[] = [];
  for (const element of first.$(content).find('*').toArray()) {
    const names = namesOf(element.attribs['id'], element.attribs['class']);
    const name = names.find((one) => pages.every((page) => isUnwanted(page, one)));
    if (name === undefined || found.includes(name)) continue;
    const isInside = found.some((outer) => first.$(`${outer} ${name}`).length > 0);
    if (!isInside) found.push(name);
  }
  return found.slice(0, MAX_REMOVED);
}
