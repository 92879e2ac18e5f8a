import {
  unitScore,
  type Block,
  type Origin,
  type Section,
  type SetAside,
} from '../../model/index.js';
import type { Document, Lang } from '../../model/index.js';
import { withIdentity } from '../to-document.js';
import { READ_DEFAULTS } from '../defaults.js';
import type { Cue, Subtitles } from './cues.js';
import { shifted, shiftOf } from './shift.js';
import { joinSentences, speechOf, together, type Speech } from './speech.js';

/**
 * One document from the subtitles of one file. With both languages in each subtitle they are
 * pairs; with one language only they wait for a partner.
 */
export function subtitleDocument(origin: Origin, { cues, loose }: Subtitles): Document {
  const speeches = joinSentences(cues.map(speechOf));
  const isTwo =
    speeches.some(({ zh }) => zh.length > 0) && speeches.some(({ en }) => en.length > 0);
  const layout = isTwo ? 'interleaved' : 'one-language';
  return assemble(speeches, layout, [origin], origin.location, loose.map(withoutTime));
}

/**
 * One document from a Chinese and an English file of subtitles, paired by time. Lines in the
 * wrong language are set aside. Where the English clock is ahead, behind or runs at another rate
 * it is set by the Chinese one, and `time-shift` in the facts says by how much.
 */
export function pairedSubtitles(
  zh: Subtitles & { readonly origin: Origin },
  en: Subtitles & { readonly origin: Origin },
): Document {
  const wrong: SetAside[] = [...zh.loose, ...en.loose].map(withoutTime);
  const own = (cues: readonly Cue[], lang: Lang): readonly Speech[] =>
    cues.map((cue) => {
      const speech = speechOf(cue);
      const other = lang === 'zh' ? speech.en : speech.zh;
      wrong.push(...other.map((text) => ({ text, reason: 'wrong-language' })));
      return lang === 'zh' ? { ...speech, en: [] } : { ...speech, zh: [] };
    });
  const shift = shiftOf(en.cues, zh.cues);
  const enCues = shift === undefined ? en.cues : shifted(en.cues, shift);
  const speeches = joinSentences(byTime(own(zh.cues, 'zh'), own(enCues, 'en')));
  const key = `${zh.origin.location} ${en.origin.location}`;
  const document = assemble(speeches, 'paired-files', [zh.origin, en.origin], key, wrong);
  if (shift === undefined) return document;
  const { rate, offsetMs } = shift;
  const told = `${offsetMs} ms${rate === 1 ? '' : `, times ${rate.toFixed(4)}`}`;
  return { ...document, meta: { ...document.meta, 'time-shift': told } };
}

function withoutTime(text: string): SetAside {
  return { text, reason: 'no-time' };
}

/** Puts together what is said at the same time, in one pass over both files. */
function byTime(zh: readonly Speech[], en: readonly Speech[]): readonly Speech[] {
  const merged: Speech[] = [];
  const rest = [
    ...zh.map((speech) => ({ speech, lang: 'zh' })),
    ...en.map((speech) => ({ speech, lang: 'en' })),
  ];
  rest.sort(
    (a, b) =>
      a.speech.startMs - b.speech.startMs || (a.lang === b.lang ? 0 : a.lang === 'zh' ? -1 : 1),
  );
  // The last subtitle of each side in the open stretch decides whether the next one belongs to it.
  let open: { zh?: Speech; en?: Speech } = {};
  for (const { speech, lang } of rest) {
    const last = merged.at(-1);
    const other = lang === 'zh' ? open.en : open.zh;
    if (last !== undefined && other !== undefined && overlap(other, speech)) {
      merged[merged.length - 1] = together(last, speech);
    } else {
      merged.push(speech);
      open = {};
    }
    open = lang === 'zh' ? { ...open, zh: speech } : { ...open, en: speech };
  }
  return merged;
}

function overlap(one: Speech, two: Speech): boolean {
  const shared = Math.min(one.endMs, two.endMs) - Math.max(one.startMs, two.startMs);
  const shorter = Math.min(one.endMs - one.startMs, two.endMs - two.startMs);
  return shared > 0 && shared >= READ_DEFAULTS.minCueOverlap * shorter;
}

function assemble(
  speeches: readonly Speech[],
  layout: Document['layout'],
  origins: Document['origins'],
  key: string,
  setAside: readonly SetAside[],
): Document {
  const blocks: Block[] = [];
  const sections: Section[] = [];
  const add = (texts: readonly string[], lang: Lang): readonly number[] => {
    if (texts.length === 0) return [];
    blocks.push({ lang, kind: 'subtitle', text: texts.join(' ').replace(/\s+/gu, ' ') });
    return [blocks.length - 1];
  };
  for (const { zh, en } of speeches) {
    const section = { zh: add(zh, 'zh'), en: add(en, 'en'), hold: 'layout' as const };
    if (section.zh.length + section.en.length > 0) sections.push(section);
  }
  const none = speeches.flatMap((speech) => speech.none);
  return withIdentity(
    {
      blocks,
      sections,
      setAside: [...setAside, ...none.map((text) => ({ text, reason: 'no-words' }))],
      layout,
      layoutConfidence: unitScore(1),
      title: {},
    },
    origins,
    key,
  );
}
