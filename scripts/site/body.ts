import { escapeHtml } from './html.js';
import type { Facts, SourceArticle, SourceAside, SourceSection } from './source.js';

const INDENTS: Readonly<Record<string, string>> = {
  ideographic: '　　',
  nbsp: '&nbsp;&nbsp;&nbsp;&nbsp;',
};

/** The article's own text as markup, in the arrangement its header asks for. */
export function bodyHtml({ facts, parts }: SourceArticle): string {
  if (facts['layout'] === 'side-by-side') return tableHtml(facts, parts);
  if (facts['layout'] === 'sequential')
    return `${sideHtml(facts, parts, 'zh')}\n<hr>\n${sideHtml(facts, parts, 'en')}`;
  if (facts['one-block'] === 'yes')
    return brokenLines(
      parts.flatMap((part) => (part.part === 'section' ? [...part.zh, ...part.en] : [part.text])),
    );
  return parts
    .map((part, index) =>
      part.part === 'aside' ? asideHtml(part) : sectionHtml(facts, part, index),
    )
    .join('\n')
    .replaceAll('</ul>\n<ul>', '\n');
}

/** One language only: half of a sequential page, or a page of a pair. */
export function sideHtml(facts: Facts, parts: SourceArticle['parts'], lang: 'zh' | 'en'): string {
  return parts
    .flatMap((part) => {
      if (part.part === 'section')
        return part[lang].map((text) => blockHtml(facts, part, lang, text));
      return lang === 'zh' ? [asideHtml(part)] : [];
    })
    .join('\n');
}

function sectionHtml(facts: Facts, section: SourceSection, index: number): string {
  if (section.style === 'inline') {
    return `<h3>${escapeHtml([...section.zh, ...section.en].join(' '))}</h3>`;
  }
  if (section.style === 'br') {
    return `<p>${brokenLines([...section.zh, ...section.en])}</p>`;
  }
  const zh = wrapped(
    facts,
    'zh',
    section.zh.map((text) => blockHtml(facts, section, 'zh', text)),
  );
  const en = wrapped(
    facts,
    'en',
    section.en.map((text) => blockHtml(facts, section, 'en', text)),
  );
  const sides = facts['first'] === 'en' ? [en, zh] : [zh, en];
  const gap = facts['empty'] === 'yes' && index % 3 === 2 ? ['<p>&nbsp;</p>'] : [];
  return [...sides.filter((side) => side !== ''), ...gap].join('\n');
}

/** Paragraphs of one element, kept apart by line breaks alone. */
function brokenLines(texts: readonly string[]): string {
  return texts.map((text) => `　　${escapeHtml(text)}<br>`).join('\n<br>\n');
}

function blockHtml(facts: Facts, section: SourceSection, lang: 'zh' | 'en', text: string): string {
  const words = facts['spans'] === 'yes' ? spanned(escapeHtml(text), lang) : escapeHtml(text);
  if (section.style === 'h')
    return facts['strong'] === 'yes' ? `<p><strong>${words}</strong></p>` : `<h3>${words}</h3>`;
  if (section.style === 'li') return `<ul><li>${words}</li></ul>`;
  if (section.style === 'quote') return `<blockquote><p>${words}</p></blockquote>`;
  return `<p>${INDENTS[facts['indent'] ?? ''] ?? ''}${words}</p>`;
}

/** The marks a word processor leaves behind: digits of a Chinese line in spans of their own. */
function spanned(html: string, lang: 'zh' | 'en'): string {
  if (lang === 'en') return `<span style="font-family: 'Times New Roman'">${html}</span>`;
  return html.replace(/[0-9][0-9,.%]*/g, '<span lang="EN-US">$&</span>');
}

function wrapped(facts: Facts, lang: 'zh' | 'en', blocks: readonly string[]): string {
  if (blocks.length === 0) return '';
  const html = blocks.join('\n');
  if (facts['wrap'] === 'langs')
    return `<div class="langs_${lang === 'zh' ? 'cn' : 'en'}">\n${html}\n</div>`;
  if (facts['wrap'] === 'qh') return `<div class="qh_${lang === 'zh' ? 'zg' : 'en'}">${html}</div>`;
  return html;
}

function asideHtml({ reason, text }: SourceAside): string {
  const words = escapeHtml(text);
  if (reason === 'image-name') return `<p style="text-align:center">${words}</p>`;
  if (reason === 'caption')
    return `<p class="pic_txt" style="text-align:center"><span style="font-size:14px">${words}</span></p>`;
  if (reason === 'byline') return `<p style="text-align:right">${words}</p>`;
  return `<p>${words}</p>`;
}

function tableHtml(facts: Facts, parts: SourceArticle['parts']): string {
  const sections = parts.filter((part) => part.part === 'section');
  const rows = sections.map((section, index) => tableRow(facts, section, index));
  return `<table border="1" cellspacing="0" cellpadding="6">\n${rows.join('\n')}\n</table>`;
}

/** Heads the number column of a table. */
export const NUMBER_HEAD = '序号';

/** With `numbered: no` two columns; else a number column, and the first row heads the others. */
function tableRow(facts: Facts, section: SourceSection, index: number): string {
  const zh = section.zh.join('');
  const en = section.en.join(' ');
  const sides = facts['first'] === 'en' ? [en, zh] : [zh, en];
  const isNumbered = facts['numbered'] !== 'no';
  const cells = isNumbered ? [index === 0 ? NUMBER_HEAD : String(index), ...sides] : sides;
  const tag = isNumbered && index === 0 ? 'th' : 'td';
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
}
