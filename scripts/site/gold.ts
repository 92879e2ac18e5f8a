import type { SourceArticle, SourceBead, SourceSection } from './source.js';

/** A file to be written: path below `corpus/`, and its bytes. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface GoldAside {
  readonly text: string;
  readonly reason: string;
}

/** The gold record of one article and, when it has two languages, its alignment normal form. */
export function goldFiles(article: SourceArticle, chrome: readonly GoldAside[]): BuiltFile[] {
  const sections = article.parts.filter((part) => part.part === 'section');
  const beads = sections.flatMap((section) => section.beads);
  const zh = beads.flatMap((bead) => bead.zh);
  const en = beads.flatMap((bead) => bead.en);
  const ids = numbered(beads);
  const record = goldRecord(article, sections, chrome, { zh, en, ids });
  const files = [file(`gold/${article.doc}.json`, record)];
  if (zh.length === 0 || en.length === 0) return files;
  return [
    ...files,
    file(`gold/align/zh/${article.doc}.txt`, lines(zh)),
    file(`gold/align/en/${article.doc}.txt`, lines(en)),
    file(
      `gold/align/gold/${article.doc}.tsv`,
      lines(ids.map((b) => `${b.zh.join()}\t${b.en.join()}`)),
    ),
  ];
}

interface Ids {
  readonly zh: readonly number[];
  readonly en: readonly number[];
}

/** Sentence numbers of each bead, from 1 on each side. */
function numbered(beads: readonly SourceBead[]): Ids[] {
  let zh = 0;
  let en = 0;
  return beads.map((bead) => ({ zh: bead.zh.map(() => ++zh), en: bead.en.map(() => ++en) }));
}

interface Sides {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly ids: readonly Ids[];
}

function goldRecord(
  { doc, facts, parts }: SourceArticle,
  sections: readonly SourceSection[],
  chrome: readonly GoldAside[],
  { zh, en, ids }: Sides,
): string {
  const asides = parts.flatMap((p) =>
    p.part === 'aside' ? [{ text: p.text, reason: p.reason }] : [],
  );
  const fields = [
    field('doc', doc),
    field(
      'pages',
      [facts['path'], facts['path-en']].filter((path) => path !== undefined),
    ),
    field('duplicates', facts['also'] === undefined ? [] : [facts['also']]),
    field('layout', facts['layout']),
    field('charset', facts['charset'] ?? 'utf-8'),
    field('title', { zh: facts['title'], en: facts['title-en'] }),
    field('date', facts['date']),
    rows('blocks', blocksInOrder(facts, sections)),
    rows('setAside', [...chrome, ...asides]),
    `  "sentences": {\n  ${rows('zh', zh, '  ')},\n  ${rows('en', en, '  ')}\n  }`,
    rows('beads', ids),
  ];
  return `{\n${fields.join(',\n')}\n}\n`;
}

function blocksInOrder(
  facts: SourceArticle['facts'],
  sections: readonly SourceSection[],
): object[] {
  const side = (lang: 'zh' | 'en', section: SourceSection): object[] =>
    section[lang].map((text) => ({ lang, kind: section.kind, text }));
  if (facts['layout'] === 'sequential' || facts['layout'] === 'paired-pages') {
    return [...sections.flatMap((s) => side('zh', s)), ...sections.flatMap((s) => side('en', s))];
  }
  const order = facts['first'] === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return sections.flatMap((section) => order.flatMap((lang) => side(lang, section)));
}

function field(name: string, value: unknown): string {
  return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}

/** One item a line, so that a change shows in a diff. */
function rows(name: string, items: readonly unknown[], indent = ''): string {
  const body = items.map((item) => `    ${indent}${JSON.stringify(item)}`).join(',\n');
  return `  ${JSON.stringify(name)}: [\n${body}\n  ${indent}]`;
}

function lines(items: readonly string[]): string {
  return items.map((item) => `${item}\n`).join('');
}

function file(path: string, text: string): BuiltFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
