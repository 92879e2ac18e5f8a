import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage, mergePaired, pairPages } from '../../src/extract/index.js';
import { packageRoot, sha256 } from '../../src/kit/index.js';
import type { Document } from '../../src/model/index.js';
import { loadLexicon, pageJudge } from '../../src/lexicon/index.js';
import { createEngine } from '../../src/pipeline/index.js';
import { scoreUnits } from '../../src/evaluate/index.js';
import { bare, unitOf, type Gold } from './gold.js';

/** What the toolkit made of the pages of one gold record. */
export interface Outcome {
  readonly gold: Gold;
  readonly document: Document;
  /** Paragraphs as units, titles left out: the gold does not count them. */
  readonly blocks: readonly string[];
  /** Two-sided and one-sided pairs as `zh ␟ en`. */
  readonly pairs: readonly string[];
}

const SITE = 'http://sample.example';

/** Extracts, pairs, splits and aligns the pages of every gold record. */
export function measureSite(gold: readonly Gold[]): readonly Outcome[] {
  const engine = createEngine({ split: {}, align: {}, clean: {} });
  return gold.map((one) => {
    const document = documentOf(one.pages);
    const titles = new Set(
      document.blocks.flatMap(({ kind }, index) => (kind === 'title' ? [index + 1] : [])),
    );
    const body = engine
      .process(document)
      .filter(({ blocks }) => ![...blocks.zh, ...blocks.en].every((block) => titles.has(block)));
    return {
      gold: one,
      document,
      blocks: document.blocks
        .filter(({ kind }) => kind !== 'title')
        .map(({ lang, text }) => unitOf(lang, text)),
      pairs: body.map(({ zh, en }) => pairUnit(zh, en)),
    };
  });
}

/** The two sides of a bead as one unit to count. */
function pairUnit(zh: string, en: string): string {
  return `${bare(zh)} ␟ ${bare(en)}`;
}

/** The gold beads of a record as units. */
export function goldPairs({ beads, sentences }: Gold): readonly string[] {
  return beads.map(({ zh, en }) =>
    pairUnit(
      zh.map((id) => sentences.zh[id - 1] ?? '').join(''),
      en.map((id) => sentences.en[id - 1] ?? '').join(' '),
    ),
  );
}

/** Counts of agreement over all records. */
export function siteMetrics(outcomes: readonly Outcome[]): Record<string, number> {
  const blocks = scoreUnits(
    outcomes.flatMap(({ gold }) =>
      labelled(
        gold.doc,
        gold.blocks.map(({ lang, text }) => unitOf(lang, text)),
      ),
    ),
    outcomes.flatMap((outcome) => labelled(outcome.gold.doc, outcome.blocks)),
  );
  const pairs = scoreUnits(
    outcomes.flatMap(({ gold }) => labelled(gold.doc, goldPairs(gold))),
    outcomes.flatMap((outcome) => labelled(outcome.gold.doc, outcome.pairs)),
  );
  const share = (isRight: (outcome: Outcome) => boolean): number =>
    outcomes.filter(isRight).length / outcomes.length;
  return {
    'paragraphs F1': blocks.f1,
    'beads F1, end to end': pairs.f1,
    titles: share(
      ({ gold, document }) =>
        bare(document.title.zh ?? '') === bare(gold.title.zh) &&
        (gold.title.en === undefined || bare(document.title.en ?? '') === bare(gold.title.en)),
    ),
    dates: share(({ gold, document }) => document.date === gold.date),
  };
}

/** Units of one document do not answer for those of another. */
function labelled(doc: string, units: readonly string[]): string[] {
  return units.map((unit) => `${doc} ${unit}`);
}

function documentOf(paths: readonly string[]): Document {
  const documents = paths.map(pageDocument);
  const [first, second] = documents;
  if (first === undefined) throw new Error('a gold record without a page');
  if (second === undefined) return first;
  const [match] = pairPages(documents, { judge: pageJudge(loadLexicon()) });
  const zh = documents.find(({ key }) => key === match?.zh);
  const en = documents.find(({ key }) => key === match?.en);
  return zh === undefined || en === undefined ? first : mergePaired(zh, en);
}

function pageDocument(path: string): Document {
  const bytes = readFileSync(join(packageRoot, 'corpus', 'site', path));
  return extractPage({
    origin: { kind: 'url', location: SITE + path, sha256: sha256(bytes) },
    bytes,
    contentType: 'text/html',
  });
}
