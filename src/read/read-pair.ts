import type { RawBlock } from '../layout/index.js';
import { arrange } from '../layout/index.js';
import {
  unitScore,
  type Block,
  type Document,
  type Lang,
  type Origin,
  type SetAside,
} from '../model/index.js';
import { collapseSpace } from '../text/index.js';
import { decodeFile } from './decode-file.js';
import { kindOf } from './file-kind.js';
import { rawFile } from './raw-file.js';
import { readCues } from './subtitles/cues.js';
import { pairedSubtitles } from './subtitles/document.js';
import { withIdentity } from './to-document.js';

/** One file of a pair. */
export interface PairedFile {
  readonly origin: Origin;
  readonly bytes: Uint8Array;
}

/**
 * One document from a Chinese and an English file. Touches no disk.
 *
 * Two files of subtitles are paired by time. In other files titles become a section of their own
 * and everything else is one open section. Lines in the wrong language are set aside.
 *
 * @param isLines - each line is one sentence already
 */
export async function readPair(
  zhFile: PairedFile,
  enFile: PairedFile,
  isLines = false,
): Promise<Document> {
  if (!isLines && isSubtitles(zhFile) && isSubtitles(enFile)) {
    return pairedSubtitles(withCues(zhFile), withCues(enFile));
  }
  const zh = await side(zhFile, 'zh', isLines);
  const en = await side(enFile, 'en', isLines);
  const blocks = [...zh.blocks, ...en.blocks];
  const hasTitles = zh.blocks[0]?.kind === 'title' && en.blocks[0]?.kind === 'title';
  const at = zh.blocks.length;
  const rest = (from: number, count: number, skip: number): number[] =>
    Array.from({ length: count - skip }, (_, i) => from + skip + i);
  const skip = hasTitles ? 1 : 0;
  return withIdentity(
    {
      blocks,
      sections: [
        ...(hasTitles ? [{ zh: [0], en: [at], hold: 'layout' as const }] : []),
        { zh: rest(0, at, skip), en: rest(at, en.blocks.length, skip), hold: 'open' },
      ],
      setAside: [...zh.setAside, ...en.setAside],
      layout: 'paired-files',
      layoutConfidence: unitScore(1),
      title: { ...zh.title, ...en.title },
    },
    [zh.origin, en.origin],
    `${zhFile.origin.location} ${enFile.origin.location}`,
  );
}

function isSubtitles({ origin, bytes }: PairedFile): boolean {
  return kindOf(origin.location, bytes) === 'subtitles';
}

function withCues({ origin, bytes }: PairedFile): Parameters<typeof pairedSubtitles>[0] {
  const { text, charset } = decodeFile(bytes, origin.location);
  return { origin: { ...origin, charset }, ...readCues(text, origin.location) };
}

interface Side {
  readonly origin: Origin;
  readonly blocks: readonly Block[];
  readonly setAside: readonly SetAside[];
  readonly title: Document['title'];
}

async function side({ origin, bytes }: PairedFile, lang: Lang, isLines: boolean): Promise<Side> {
  if (isLines) return lineSide({ origin, bytes }, lang);
  const found = kindOf(origin.location, bytes);
  const kind = found === 'subtitles' ? 'text' : found;
  const { blocks: raw, charset } = await rawFile(kind, origin, bytes);
  const declared = raw.map((block): RawBlock => ({ ...block, lang, whole: true }));
  const { blocks, setAside, title } = arrange(declared, { hasMate: true });
  const own = blocks.filter((block) => block.lang === lang);
  const other = blocks.filter((block) => block.lang !== lang);
  const text = title[lang];
  return {
    origin: charset === undefined ? origin : { ...origin, charset },
    blocks: own.map((block) => ({ lang: block.lang, kind: block.kind, text: block.text })),
    setAside: [
      ...setAside,
      ...other.map((block) => ({ text: block.text, reason: 'wrong-language' })),
    ],
    title: text === undefined ? {} : { [lang]: text },
  };
}

/** Every line that is not empty, as it is, in the language the person said. */
function lineSide({ origin, bytes }: PairedFile, lang: Lang): Side {
  const { text, charset } = decodeFile(bytes, origin.location);
  const lines = text.split(/\r\n|\n|\r/u).map(collapseSpace);
  return {
    origin: { ...origin, charset },
    blocks: lines
      .filter((line) => line !== '')
      .map((line) => ({ lang, kind: 'paragraph', text: line, whole: true })),
    setAside: [],
    title: {},
  };
}
