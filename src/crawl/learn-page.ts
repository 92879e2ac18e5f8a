import { load, type CheerioAPI } from 'cheerio/slim';

/** An article page, parsed, with what on it is its own and what is its site's. */
export interface ArticlePage {
  readonly $: CheerioAPI;
  /** What `<title>` or `<meta name="ArticleTitle">` say, white space collapsed. */
  readonly titles: readonly string[];
  /** UTF-16 units of text found on this page only, outside links, title and byline. */
  readonly own: number;
  /** The same below the elements a selector finds, and all their text. */
  readonly measure: (selector: string) => Measure;
}

/** What one selector finds on one page. */
interface Measure {
  /** Elements found. */
  readonly count: number;
  /** Its lines of text without what separates them. */
  readonly text: string;
  /** UTF-16 units of text found on this page only, as above. */
  readonly own: number;
  readonly all: number;
}

/** A day in figures, as both languages write it. */
export const DATE =
  /(?:19|20)\d\d\s?[-年/.]\s?(?:0?[1-9]|1[0-2])\s?[-月/.]\s?(?:0?[1-9]|[12]\d|3[01])(?!\d)/;

/** Elements inside elements looked into; deeper ones are no page made by people. */
const MAX_DEPTH = 250;

/** Elements whose text nobody reads. */
const UNREAD = 'script, style, noscript, template, textarea';

/**
 * Parses pages of one kind and compares them: a line of text that stands on two of them belongs
 * to the site, a line that stands on one is its own.
 */
export function compareArticles(htmls: readonly string[]): ArticlePage[] {
  const parsed = htmls.map((html) => {
    const $ = load(html);
    $(UNREAD).remove();
    return $;
  });
  const pagesWith = new Map<string, number>();
  for (const $ of parsed) {
    for (const line of new Set(linesOf($.root().contents(), $).map(({ text }) => text)))
      pagesWith.set(line, (pagesWith.get(line) ?? 0) + 1);
  }
  const isOwn = ({ text, isLink }: Line): boolean => !isLink && pagesWith.get(text) === 1;
  return parsed.map(($) => articlePage($, isOwn));
}

type Selection = ReturnType<CheerioAPI>;

function articlePage($: CheerioAPI, isOwn: (line: Line) => boolean): ArticlePage {
  const size = (lines: readonly Line[]): number =>
    lines.reduce((sum, { text }) => sum + text.length, 0);
  const known = new Map<string, Measure>();
  const titles = titlesOf($);
  // Title and byline often stand outside the content, and must not draw it outwards.
  const isOwnText = (line: Line): boolean =>
    isOwn(line) &&
    !titles.some((title) => title.includes(line.text)) &&
    !(line.text.length <= 100 && DATE.test(line.text));
  return {
    $,
    titles,
    own: size(linesOf($.root().contents(), $).filter(isOwnText)),
    measure: (selector) => {
      const before = known.get(selector);
      if (before !== undefined) return before;
      const found = $(selector);
      const lines = linesOf(found, $);
      const text = lines.map((line) => line.text).join('');
      const { length: count } = found;
      const fresh = { count, text, own: size(lines.filter(isOwnText)), all: size(lines) };
      known.set(selector, fresh);
      return fresh;
    },
  };
}

function titlesOf($: CheerioAPI): string[] {
  return [
    $('title').first().text(),
    $('meta[name="ArticleTitle" i]').attr('content') ?? '',
    $('meta[property="og:title" i]').attr('content') ?? '',
  ]
    .map(collapse)
    .filter((title) => title !== '' && title !== 'null');
}

interface Line {
  readonly text: string;
  readonly isLink: boolean;
}

/** Text nodes that say something, in order. */
function linesOf(root: Selection, $: CheerioAPI): Line[] {
  const lines: Line[] = [];
  const walk = (nodes: Selection, isLink: boolean, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    nodes.each((_, node) => {
      if (node.nodeType === 3) {
        const text = 'data' in node ? collapse(node.data) : '';
        if (text !== '') lines.push({ text, isLink });
      } else if ('name' in node) walk($(node).contents(), isLink || node.name === 'a', depth + 1);
    });
  };
  walk(root, false, 0);
  return lines;
}

/** White space collapsed, as a reader sees it. */
export function collapse(text: string): string {
  return text.replace(/[\s\u3000\u00a0]+/g, ' ').trim();
}
