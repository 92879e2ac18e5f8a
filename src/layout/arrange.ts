import { unitScore, type Layout, type Section, type SetAside } from '../model/index.js';
import { loneCaptions, plainCaptions } from './captions.js';
import { areQuotations } from './content.js';
import { dateIn } from './date.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import { interleavedGroups } from './flow.js';
import { markedUnits } from './language-marks.js';
import type { ArrangeHints, Arranged, RawBlock } from './raw-block.js';
import { isBilingual, sequenceOf } from './sequence.js';
import { tableGroups } from './table.js';
import { findTitle } from './titles.js';
import { groupOf, type Group, type Unit } from './unit.js';
import { sortBlocks } from './units.js';

/**
 * Turns the raw blocks of a page or file into a document without identity.
 *
 * Gives each block a language, sets aside what is not text, recognises the layout part by part
 * and groups the blocks that belong together. Every letter and digit of the input is either in a
 * block or set aside.
 *
 * @param raw - blocks in reading order
 */
export function arrange(raw: readonly RawBlock[], hints: ArrangeHints = {}): Arranged {
  const sorted = sortBlocks(raw);
  const { title, units: titleUnits } = findTitle(sorted.units, hints.title);
  const body = sorted.units.filter((unit) => !titleUnits.includes(unit));
  const isTwo = isBilingual(body);
  const captions = isTwo
    ? loneCaptions(body)
    : plainCaptions(hints.hasMate === true ? [] : body, isNews(sorted.setAside));
  const marked = markedUnits(body);
  const bodyGroups = groupsOf(body.filter((unit) => !captions.has(unit))).map((group) =>
    named(group, marked),
  );
  const loneTitle = isTwo && titleUnits.length === 1 ? titleUnits : [];
  const titleGroups =
    titleUnits.length > loneTitle.length
      ? [groupOf(titleUnits.map(asTitle), 'title', 'layout')]
      : [];
  const date = hints.date ?? visibleDate(sorted.setAside);
  return {
    ...assemble([...titleGroups, ...bodyGroups]),
    ...layoutOf(bodyGroups, titleGroups),
    setAside: [
      ...sorted.setAside,
      ...loneTitle.map(({ block }) => ({ text: block.text, reason: 'title-one-language' })),
      ...[...captions].map(({ block }) => ({ text: block.text, reason: 'caption' })),
    ],
    title,
    ...(date === undefined ? {} : { date }),
  };
}

/** Whether a line tells when or by whom the text was published. */
function isNews(setAside: readonly SetAside[]): boolean {
  return setAside.some(({ reason }) => reason === 'date-line' || reason === 'source-line');
}

function asTitle(unit: Unit): Unit {
  return { ...unit, block: { ...unit.block, kind: 'title' } };
}

/**
 * A group under the name of what sets it: a definition list, or markup that names the language of
 * nearly all of it, whether the languages take turns or not.
 */
function named(group: Group, marked: ReadonlySet<Unit>): Group {
  if (group.how !== 'interleaved' && group.how !== 'sequential') return group;
  const units = [...group.zh, ...group.en];
  if (units.every(({ isEntry }) => isEntry)) return { ...group, how: 'definition-list' };
  const sum = (some: readonly Unit[]): number =>
    some.reduce((total, { letters }) => total + letters, 0);
  const isMarked =
    sum(units.filter((unit) => marked.has(unit))) >= sum(units) * LAYOUT_DEFAULTS.minMarkedShare;
  return isMarked ? { ...group, how: 'marked' } : group;
}

/** Tables whose columns are languages give their rows; what lies between them is read as a flow. */
function groupsOf(units: readonly Unit[]): readonly Group[] {
  const groups: (readonly Group[])[] = [];
  let flow: (readonly Unit[])[] = [];
  for (const part of byTable(units)) {
    const rows = part[0]?.table === undefined ? undefined : tableGroups(part, flowGroups);
    if (rows === undefined) flow.push(part);
    else {
      groups.push(flowGroups(flow.flat()), rows);
      flow = [];
    }
  }
  groups.push(flowGroups(flow.flat()));
  return groups.flat();
}

/** Neighbours in the same table, or outside any, in runs. */
function byTable(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [];
  for (const unit of units) {
    const last = parts.at(-1);
    if (last !== undefined && last[0]?.table === unit.table) last.push(unit);
    else parts.push([unit]);
  }
  return parts;
}

function flowGroups(units: readonly Unit[]): readonly Group[] {
  if (units.length === 0) return [];
  switch (sequenceOf(units)) {
    case 'one-language':
      return [groupOf(units, 'alone', 'open')];
    case 'sequential':
      return [groupOf(units, 'sequential', 'open')];
    case 'interleaved': {
      const groups = interleavedGroups(units);
      return areQuotations(groups) ? [groupOf(units, 'alone', 'open')] : groups;
    }
  }
}

/** Numbers the blocks in reading order and the sections by them. */
function assemble(groups: readonly Group[]): Pick<Arranged, 'blocks' | 'sections'> {
  const members = groups.flatMap(({ zh, en }) => [...zh, ...en]);
  const ordered = members
    .map((unit, place) => ({ unit, place }))
    .sort((a, b) => a.unit.from - b.unit.from || a.place - b.place)
    .map(({ unit }) => unit);
  const numbers = new Map(ordered.map((unit, i) => [unit, i]));
  const number = (unit: Unit): number => numbers.get(unit) ?? 0;
  const sections: readonly Section[] = groups.map(({ zh, en, hold }) => ({
    zh: zh.map(number),
    en: en.map(number),
    hold,
  }));
  return { blocks: ordered.map(({ block }) => block), sections };
}

const LAYOUT_OF: Readonly<Record<Group['how'], Layout>> = {
  title: 'inline',
  inline: 'inline',
  'side-by-side': 'side-by-side',
  interleaved: 'interleaved',
  marked: 'marked',
  'definition-list': 'definition-list',
  sequential: 'sequential',
  alone: 'one-language',
};

/** The layout that holds most of the text; its share of all text is the confidence. */
function layoutOf(
  body: readonly Group[],
  titles: readonly Group[],
): Pick<Arranged, 'layout' | 'layoutConfidence'> {
  const mass = new Map<Layout, number>();
  for (const group of body.length === 0 ? titles : body) {
    const letters = [...group.zh, ...group.en].reduce((sum, unit) => sum + unit.letters, 0);
    const layout = LAYOUT_OF[group.how];
    mass.set(layout, (mass.get(layout) ?? 0) + letters);
  }
  const total = [...mass.values()].reduce((sum, letters) => sum + letters, 0);
  const two = [...mass].filter(([layout]) => layout !== 'one-language');
  const [best] = (two.length > 0 ? two : [...mass]).sort(([, a], [, b]) => b - a);
  if (best === undefined) return { layout: 'one-language', layoutConfidence: unitScore(0) };
  return { layout: best[0], layoutConfidence: unitScore(best[1] / total) };
}

function visibleDate(setAside: readonly SetAside[]): string | undefined {
  for (const { text, reason } of setAside) {
    if (!/^(?:date-line|source-line|page-tool)$/u.test(reason)) continue;
    const date = dateIn(text);
    if (date !== undefined) return date;
  }
  return undefined;
}
