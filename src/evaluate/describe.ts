import type { Comparison, Interval } from './bootstrap.js';
import type { Crossing } from './crossing.js';
import type { AlignmentReport, Signature } from './evaluate.js';
import type { Prf } from './score.js';

/** Shapes shown to a person; the rest are rare and in the JSON report. */
const SHAPES_SHOWN = 12;

/** The report as a table for people, a line end at the end. */
export function describeReport(report: AlignmentReport): string {
  const { strict, lax, interval, shapes } = report;
  const rows = shapes
    .slice(0, SHAPES_SHOWN)
    .map((row) =>
      [
        row.shape.padEnd(6),
        String(row.gold).padStart(6),
        String(row.system).padStart(6),
        String(row.both).padStart(6),
        `   ${figures(row)}`,
      ].join(' '),
    );
  const rest = shapes.length - rows.length;
  return [
    `strict  ${figures(strict)}  ${range(interval.strict)}`,
    `lax     ${figures(lax)}  ${range(interval.lax)}`,
    '',
    'shape    gold  found  right',
    ...rows,
    ...(rest > 0 ? [`and ${rest} rarer shapes`] : []),
    '',
    `${report.documents} documents, ${report.goldLinks} gold links, ${report.systemLinks} found`,
    `signature: ${formatSignature(report.signature)}`,
    '',
  ].join('\n');
}

/** One line that says what a score depends on. */
export function formatSignature(signature: Signature): string {
  const { version, goldSha256, seed, resamples, system } = signature;
  return [
    `duizhao ${version}`,
    `gold ${goldSha256.slice(0, 12)}`,
    `seed ${seed}`,
    `${resamples} resamples`,
    ...(system === '' ? [] : [system]),
  ].join(' | ');
}

/** The comparison of two systems in one line. */
export function describeComparison({ difference, p, shuffles }: Comparison): string {
  const sign = difference >= 0 ? '+' : '−';
  const verdict = p < 0.05 ? 'significant at 0.05' : 'not significant at 0.05';
  const size = Math.abs(difference).toFixed(4);
  return `strict F1 ${sign}${size}, p = ${p.toFixed(4)} (${verdict}; ${shuffles} shuffles)\n`;
}

/** The crossing count in one line. */
export function describeCrossing({ links, crossing, missed }: Crossing): string {
  const share = links === 0 ? 0 : (100 * crossing) / links;
  return `${crossing} of ${links} links cross a gold paragraph (${share.toFixed(2)} %), ${missed} paragraph pairs missed\n`;
}

function figures({ precision, recall, f1 }: Prf): string {
  return `P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`;
}

function range([low, high]: Interval): string {
  return `[${low.toFixed(4)}, ${high.toFixed(4)}]`;
}
