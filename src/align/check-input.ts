import { DuizhaoError } from '../kit/index.js';
import { findAnchorProblem, type Pin } from './pins.js';
import type { AlignInput, SectionRange } from './types.js';

/**
 * The input as it can be aligned: sections that an anchor joins are one.
 *
 * @throws DuizhaoError `align.bad-section` for sections that leave sentences out or overlap,
 *   `align.anchor-outside`, `align.anchors-cross`, `align.anchors-too-wide`,
 *   `align.anchor-locked` for an anchor between two locked paragraphs
 */
export function checkedInput(input: AlignInput): AlignInput {
  const { zh, en, sections, anchors = [] } = input;
  if (sections !== undefined) checkSections(sections, zh.length, en.length);
  const problem = findAnchorProblem(anchors, zh.length, en.length);
  if (problem !== undefined) throw badInput(problem.code, problem.message, ANCHOR_HINT);
  if (anchors.length === 0 || sections === undefined) return input;
  return { ...input, sections: anchors.reduce(joinedAt, sections) };
}

const ANCHOR_HINT = 'anchors rise on both sides, and the sentences of one bead are few';

function checkSections(sections: readonly SectionRange[], zhCount: number, enCount: number): void {
  let [i, j] = [0, 0];
  for (const [index, { zh, en }] of sections.entries()) {
    if (zh.from !== i || en.from !== j || zh.to < i || en.to < j) throw badSection(index + 1);
    [i, j] = [zh.to, en.to];
  }
  if (i !== zhCount || j !== enCount) throw badSection(sections.length);
}

function badSection(number: number): DuizhaoError {
  return badInput(
    'align.bad-section',
    `section ${number} does not begin where the one before ends, or the last leaves sentences out`,
    'sections are ranges in order that cover both sides',
  );
}

/** Sections with those between an anchor's two sentences joined, unless somebody locked one. */
function joinedAt(sections: readonly SectionRange[], { zh, en }: Pin): SectionRange[] {
  const ofZh = sections.findIndex((one) => zh < one.zh.to);
  const ofEn = sections.findIndex((one) => en < one.en.to);
  if (ofZh === ofEn) return [...sections];
  const [from, to] = [Math.min(ofZh, ofEn), Math.max(ofZh, ofEn)];
  const joined = sections.slice(from, to + 1);
  if (joined.some(({ hold }) => hold === 'locked')) {
    throw badInput(
      'align.anchor-locked',
      `Chinese sentence ${zh + 1} and English sentence ${en + 1} are in different locked paragraphs`,
      'an anchor joins sentences of one paragraph; give up the anchor or the lock',
    );
  }
  const [first, last] = [sections[from], sections[to]];
  if (first === undefined || last === undefined) return [...sections];
  const whole: SectionRange = {
    zh: { from: first.zh.from, to: last.zh.to },
    en: { from: first.en.from, to: last.en.to },
    hold: 'open',
  };
  return [...sections.slice(0, from), whole, ...sections.slice(to + 1)];
}

function badInput(code: string, message: string, hint: string): DuizhaoError {
  return new DuizhaoError({ code, exit: 'badInput', message, hint });
}
