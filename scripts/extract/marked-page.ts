import { readFileSync } from 'node:fs';
import type { Document, Lang } from '../../src/model/index.js';
import { collapseSpace } from '../../src/text/index.js';

/** A page with its right answer. */
export interface MarkedPage {
  readonly html: string;
  /** `layout`, `date`, `open` from the first line `⟪layout=interleaved date=2024-03-18⟫`. */
  readonly expected: Readonly<Record<string, string>>;
  readonly units: readonly MarkedUnit[];
}

interface MarkedUnit {
  /** Units of one group are one section; the group `t` is the title. */
  readonly group: string;
  readonly lang: Lang;
  readonly text: string;
}

/**
 * Reads a page in which everything that is text is marked: `⟦1z 中文⟧ … ⟦1e English⟧`.
 *
 * The marks are taken out; elements may stand inside them.
 */
export function readMarked(file: string): MarkedPage {
  const source = readFileSync(file, 'utf8');
  const [head = '', facts = ''] = /^⟪([^⟫]*)⟫\s*/u.exec(source) ?? [];
  const units: MarkedUnit[] = [];
  const html = source
    .slice(head.length)
    .replace(/⟦(\w*?)([ze]) ([\s\S]*?)⟧/gu, (_, group: string, side: string, inner: string) => {
      units.push({ group, lang: side === 'z' ? 'zh' : 'en', text: shownText(inner) });
      return inner;
    });
  const expected = Object.fromEntries(
    facts
      .split(/\s+/u)
      .filter((fact) => fact !== '')
      .map((fact) => fact.split('=')),
  ) as Record<string, string>;
  return { html, expected, units };
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  rsquo: '’',
  mdash: '—',
  '#39': "'",
};

function shownText(inner: string): string {
  const text = inner.replace(/<br[^>]*>/giu, ' ').replace(/<[^>]*>/gu, '');
  return folded(text.replace(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole));
}

/** White space between Chinese characters depends on the mark-up only. */
function folded(text: string): string {
  return collapseSpace(text).replace(
    /(?<=[\p{Script=Han}，。！？；：、]) (?=[\p{Script=Han}\p{P}\d])/gu,
    '',
  );
}

/** What a page should give: titles, and each section as its Chinese and English texts. */
export function answerOf({ units, expected }: MarkedPage): readonly string[] {
  const isOpen = expected['open'] !== undefined;
  const groups = new Map<string, MarkedUnit[]>();
  for (const unit of units) {
    const name = unit.group === 't' || !isOpen ? unit.group : 'open';
    groups.set(name, [...(groups.get(name) ?? []), unit]);
  }
  const sections = [...groups]
    .filter(([name, members]) => name !== 't' || members.length > 1)
    .map(([, members]) => shown(members));
  const titles = units
    .filter(({ group }) => group === 't')
    .map(({ lang, text }) => `title ${lang}: ${text}`);
  return [...titles.sort(), ...sections.sort()];
}

/** What a document gives, in the same form; titles only where the page marks one. */
export function givenBy(
  { blocks, sections, title }: Document,
  { units }: MarkedPage,
): readonly string[] {
  const marked = new Set(units.filter(({ group }) => group === 't').map(({ lang }) => lang));
  const titles = [...marked].map((lang) => `title ${lang}: ${folded(title[lang] ?? '–')}`);
  const given = sections
    .map(({ zh, en }) => [...zh, ...en].flatMap((i) => blocks[i] ?? []))
    .filter(([first, more]) => more !== undefined || first?.kind !== 'title')
    .map((members) => shown(members.map(({ lang, text }) => ({ lang, text: folded(text) }))));
  return [...titles.sort(), ...given.sort()];
}

function shown(members: readonly Pick<MarkedUnit, 'lang' | 'text'>[]): string {
  const side = (wanted: Lang): string =>
    members.flatMap(({ lang, text }) => (lang === wanted ? [text] : [])).join(' ¶ ');
  return `${side('zh')} | ${side('en')}`;
}
