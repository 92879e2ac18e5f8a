import { decodeEntities } from '../markup/entities.js';
import { brokenFile } from '../failure.js';

/** One subtitle: when it stands on the screen, and its lines. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

const TIMES =
  /^\s*((?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})/u;

/** The subtitles of a file, and the lines that no time says when to show. */
export interface Subtitles {
  readonly cues: readonly Cue[];
  readonly loose: readonly string[];
}

/**
 * The subtitles of an SRT or WebVTT file, by time. Numbers, names, notes, styles, settings and
 * marks of colour and place are not text of a subtitle.
 *
 * @throws DuizhaoError `read.broken` when there is no line of times
 */
export function readCues(text: string, file: string): Subtitles {
  const cues: Cue[] = [];
  const shown = new Set<number>();
  const lines = text.split(/\r\n|\n|\r/u);
  lines.forEach((line, i) => {
    const times = TIMES.exec(line);
    if (times === null) return;
    const own = linesOf(lines, i + 1);
    for (const at of own) shown.add(at);
    const texts = own.map((at) => plain(lines[at] ?? '')).filter((line) => line !== '');
    if (texts.length === 0) return;
    cues.push({ startMs: toMs(times[1] ?? ''), endMs: toMs(times[2] ?? ''), lines: texts });
  });
  if (!lines.some((line) => TIMES.test(line))) {
    throw brokenFile(file, 'subtitle', 'no line says from when to when a subtitle is shown');
  }
  const ordered = cues
    .map((cue, i) => ({ cue, i }))
    .sort((a, b) => a.cue.startMs - b.cue.startMs || a.i - b.i)
    .map(({ cue }) => cue);
  return { cues: ordered, loose: looseLines(lines, shown) };
}

/** Lines of text outside every subtitle: where a line of times is damaged or missing. */
function looseLines(lines: readonly string[], shown: ReadonlySet<number>): readonly string[] {
  const loose: string[] = [];
  let isNote = false;
  lines.forEach((line, i) => {
    const isHead = i === 0 && /^\uFEFF?WEBVTT/u.test(line);
    if (line.trim() === '') isNote = false;
    else if (isHead || /^(?:NOTE|STYLE|REGION)\b/u.test(line)) isNote = true;
    const isName = TIMES.test(lines[i + 1] ?? '') && (lines[i - 1] ?? '').trim() === '';
    if (isNote || isName || shown.has(i) || TIMES.test(line)) return;
    const text = plain(line);
    if (/[\p{L}\p{N}]/u.test(text)) loose.push(text);
  });
  return loose;
}

/** Places of the lines of a subtitle. */
function linesOf(lines: readonly string[], from: number): readonly number[] {
  const own: number[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || TIMES.test(line)) break;
    const isNumber = /^\s*\d+\s*$/u.test(line) && TIMES.test(lines[at + 1] ?? '');
    if (isNumber) break;
    own.push(at);
  }
  return own;
}

/** `<i>`, `<c.yellow>`, `<v Speaker>`, `{\an8}`, `\N` and character references resolved. */
function plain(line: string): string {
  return decodeEntities(
    line
      .replace(/<\/?(?:[biucv]|font|ruby|rt|lang)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]*>/giu, '')
      .replace(/\{\\[^{}]{0,200}\}/gu, '')
      .replace(/\\[Nnh]/gu, ' '),
  ).trim();
}

function toMs(time: string): number {
  const [clock = '', fraction = ''] = time.split(/[.,]/u);
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}
