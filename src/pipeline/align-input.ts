import type { AlignInput } from '../align/index.js';
import { readAnchors } from './anchors-file.js';
import { lineSections } from './line-sections.js';
import { readSides, type ReadSideOptions, type TextSide } from './text-side.js';

/** What is known of two files before they are aligned. */
export interface AlignInputOptions extends ReadSideOptions {
  /** Line n of one file is the translation of line n of the other. */
  readonly paragraphs?: boolean;
  /** File of anchors. */
  readonly anchors?: string;
}

/** Reads two files and what is known of them. */
export async function readAlignInput(
  zhFile: string,
  enFile: string,
  options: AlignInputOptions,
): Promise<{ readonly zh: TextSide; readonly en: TextSide; readonly input: AlignInput }> {
  const { zh, en } = await readSides(zhFile, enFile, options);
  const input: AlignInput = {
    zh: zh.texts,
    en: en.texts,
    ...(options.paragraphs === true ? { sections: lineSections(zhFile, enFile, zh, en) } : {}),
    ...(options.anchors === undefined
      ? {}
      : { anchors: await readAnchors(options.anchors, { zh, en }) }),
  };
  return { zh, en, input };
}
