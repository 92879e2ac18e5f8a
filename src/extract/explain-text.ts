import type { PageExplanation } from './explain.js';

const SHOWN = 60;

/**
 * An explanation as lines: verdict, weight, share of links, whether in the article, languages and
 * section, beginning of the text, elements around it.
 */
export function explanationAsText({ document, main, verdicts }: PageExplanation): string {
  const { key, title, date, layout, layoutConfidence, origins } = document;
  const charset = origins[0].charset;
  const head = [
    `# ${key}`,
    `charset   ${charset?.name ?? '?'} (${charset?.decidedBy ?? '?'})`,
    `title     zh ${title.zh ?? '–'} | en ${title.en ?? '–'}`,
    `date      ${date ?? '–'}`,
    `layout    ${layout} (${layoutConfidence.toFixed(2)})`,
    `article   ${main}`,
    '',
    'verdict             weight links  in  place      text',
  ];
  const lines = verdicts.map(({ verdict, weight, linkShare, isInMain, place, text, path }) => {
    const links = `${Math.round(linkShare * 100)}%`.padStart(5);
    const start = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    return `${verdict.padEnd(18)} ${String(weight).padStart(7)} ${links}  ${isInMain ? '*' : ' '}   ${place.padEnd(9)}  ${start}${path === '' ? '' : `   [${path}]`}`;
  });
  return `${[...head, ...lines].join('\n')}\n\n`;
}
