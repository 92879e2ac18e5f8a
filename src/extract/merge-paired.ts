import { hashOf } from '../kit/index.js';
import {
  documentId,
  unitScore,
  type Block,
  type Document,
  type Lang,
  type SetAside,
} from '../model/index.js';
import { normalise } from '../text/index.js';

/**
 * One document from the two pages of a text.
 *
 * Of each page only its own language counts. Text that stands alike on both pages (names, links,
 * code, menus) is no translation and is set aside as `untranslated`. Titles are a section of
 * their own; everything else is one open section.
 *
 * @param score - how sure the pairing is, in [0, 1]
 */
export function mergePaired(zh: Document, en: Document, score = 1): Document {
  const zhSide = sideOf(zh, 'zh', en);
  const enSide = sideOf(en, 'en', zh);
  const blocks = [...zhSide.blocks, ...enSide.blocks];
  const at = zhSide.blocks.length;
  const titles = { zh: titleOf(zhSide.blocks, 0), en: titleOf(enSide.blocks, at) };
  const both = titles.zh !== undefined && titles.en !== undefined;
  const title = { ...titleText('zh', zh, en), ...titleText('en', en, zh) };
  const date = zh.date ?? en.date;
  return {
    id: documentId(hashOf(blocks.map(({ lang, kind, text }) => [lang, kind, text]))),
    key: `${zh.key} ${en.key}`,
    origins: [zh.origins[0], en.origins[0]],
    title,
    ...(date === undefined ? {} : { date }),
    meta: withoutLinks({ ...en.meta, ...zh.meta }),
    layout: 'paired-pages',
    layoutConfidence: unitScore(score),
    blocks,
    sections: [
      ...(both ? [{ zh: [titles.zh ?? 0], en: [titles.en ?? 0], hold: 'layout' as const }] : []),
      {
        zh: places(zhSide.blocks, 0).filter((i) => !both || i !== titles.zh),
        en: places(enSide.blocks, at).filter((i) => !both || i !== titles.en),
        hold: 'open',
      },
    ],
    setAside: [...zh.setAside, ...zhSide.setAside, ...en.setAside, ...enSide.setAside],
  };
}

/** Links to the other language have done their work. */
function withoutLinks(meta: Document['meta']): Document['meta'] {
  return Object.fromEntries(
    Object.entries(meta).filter(([name]) => !/^(?:hreflang|menu)-/u.test(name)),
  );
}

interface Side {
  readonly blocks: readonly Block[];
  readonly setAside: readonly SetAside[];
}

function sideOf(document: Document, lang: Lang, other: Document): Side {
  const known = new Set(other.blocks.map(({ text }) => fold(text)));
  const blocks: Block[] = [];
  const setAside: SetAside[] = [];
  for (const block of document.blocks) {
    const { text } = block;
    if (known.has(fold(text))) setAside.push({ text, reason: 'untranslated' });
    else if (block.lang !== lang) setAside.push({ text, reason: 'wrong-language' });
    else blocks.push(block);
  }
  return { blocks, setAside };
}

function fold(text: string): string {
  return normalise(text).replace(/\s+/gu, '');
}

function places(blocks: readonly Block[], from: number): readonly number[] {
  return blocks.map((_, i) => from + i);
}

function titleOf(blocks: readonly Block[], from: number): number | undefined {
  const i = blocks.findIndex(({ kind }) => kind === 'title');
  return i < 0 ? undefined : from + i;
}

function titleText(lang: Lang, own: Document, other: Document): Document['title'] {
  const text = own.title[lang] ?? other.title[lang];
  return text === undefined ? {} : { [lang]: text };
}
