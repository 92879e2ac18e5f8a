/**
 * Measures the pairing of pages over a large made-up site.
 *
 *     node dist/scripts/bench-pairing.js SET [--pages 100000] [--seed 1]
 *
 * SET is an alignment set with `zh/` and `en/`, one sentence a line, line n of a file the
 * translation of line n (`align/ntrex-zhcn` of the development data). Each page is made of some of
 * its sentences, drawn anew. Of the pairs a sixth each is tied by its addresses, by a menu entry on
 * the Chinese page, by the day, by a number of its own, and by nothing but what the pages say, in
 * sentences that stand on many other pages too; the last sixth are pages without partner in either
 * language, of which none should be paired. Pages are made
 * when they are asked for, so the memory is that of the pairing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairPages } from '../src/extract/index.js';
import { hashOf, seededRng } from '../src/kit/index.js';
import { loadLexicon, pageJudge } from '../src/lexicon/index.js';
import { documentId, unitScore, type Document, type Lang } from '../src/model/index.js';

const KINDS = ['address', 'menu', 'day', 'number', 'content', 'nothing'] as const;

const [set = '', ...flags] = process.argv.slice(2);
if (!existsSync(join(set, 'zh'))) {
  console.error(`no folder zh/ in "${set}": give an alignment set of the development data`);
  process.exit(66);
}
const pages = numberAfter('--pages', 100_000);
const seed = numberAfter('--seed', 1);
const pool = readPool(set);
const site: Iterable<Document> = {
  *[Symbol.iterator]() {
    for (let i = 0; i < pages / 2; i++) {
      yield chinese(i);
      yield english(i);
    }
  },
};
const judge = pageJudge(loadLexicon());
let [peak, compared] = [0, 0];
const cpu = process.cpuUsage();
const found = pairPages(site, {
  judge: {
    ...judge,
    likeness: (zh, en) => {
      compared += 1;
      if (compared % 10_000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
      return judge.likeness(zh, en);
    },
  },
});
const { user, system } = process.cpuUsage(cpu);
console.log(
  `${pages} pages, seed ${seed}: ${((user + system) / 1e6).toFixed(1)} s CPU, ` +
    `${(compared / (pages / 2)).toFixed(1)} pages compared with each Chinese page, ` +
    `${(peak / 1e6).toFixed(0)} MB at most`,
);
for (const [k, kind] of KINDS.entries()) {
  const own = found.filter(({ zh }) => numberOf(zh) % KINDS.length === k);
  const right = own.filter(({ zh, en }) => numberOf(zh) === numberOf(en)).length;
  const all = kind === 'nothing' ? 0 : Math.ceil((pages / 2 - k) / KINDS.length);
  const wanted = kind === 'nothing' ? 0 : right;
  console.log(`  tied by ${kind}: ${wanted} right of ${own.length} found, ${all} to find`);
}

function chinese(i: number): Document {
  const english = addressOf(i, 'en');
  const menu = kindOf(i) === 'menu' ? { 'menu-en': english } : {};
  return documentOf(
    i,
    'zh',
    sentencesOf(i).map(([zh]) => zh),
    menu,
  );
}

function english(i: number): Document {
  return documentOf(
    i,
    'en',
    sentencesOf(kindOf(i) === 'nothing' ? i + pages : i).map(([, en]) => en),
    {},
  );
}

function documentOf(
  i: number,
  lang: Lang,
  texts: readonly string[],
  meta: Readonly<Record<string, string>>,
): Document {
  const key = addressOf(i, lang);
  const day = new Date(Date.UTC(2010, 0, 1 + Math.floor(i / 8))).toISOString().slice(0, 10);
  return {
    id: documentId(hashOf(key)),
    key,
    origins: [{ kind: 'url', location: key, sha256: '' }],
    title: {},
    ...(['number', 'content', 'nothing'].includes(kindOf(i)) ? {} : { date: day }),
    meta,
    layout: 'one-language',
    layoutConfidence: unitScore(1),
    blocks: texts.map((text) => ({ lang, kind: 'paragraph', text })),
    sections: [],
    setAside: [],
  };
}

function kindOf(i: number): (typeof KINDS)[number] {
  return KINDS[i % KINDS.length] ?? 'content';
}

/** The number comes last only so that the answer can be checked; the path before it differs. */
function addressOf(i: number, lang: Lang): string {
  if (kindOf(i) === 'address') return `https://example.org/${lang}/news/${i}.html`;
  return lang === 'zh'
    ? `https://example.org/art/${(i * 7919) % 1_000_003}/${i}`
    : `https://example.org/content/${(i * 104_729) % 1_000_003}/x${i}`;
}

function numberOf(key: string): number {
  return Number(/(\d+)(?:\.html)?$/u.exec(key)?.[1]);
}

/** Four to eleven sentences of the pool, the same each time they are asked for. */
function sentencesOf(i: number): readonly (readonly [string, string])[] {
  const rng = seededRng(seed * 1_000_003 + i);
  const count = 4 + Math.floor(rng() * 8);
  const drawn = Array.from(
    { length: count },
    () => pool[Math.floor(rng() * pool.length)] ?? (['', ''] as const),
  );
  const own = 100_000 + i * 17;
  return kindOf(i) === 'number'
    ? [...drawn, [`共有${own}人参加。`, `In all ${own} people took part.`]]
    : drawn;
}

function readPool(folder: string): readonly (readonly [string, string])[] {
  const linesOf = (lang: Lang, file: string): readonly string[] =>
    readFileSync(join(folder, lang, file), 'utf8')
      .trimEnd()
      .split('\n');
  return readdirSync(join(folder, 'zh'))
    .sort()
    .flatMap((file) => {
      const en = linesOf('en', file);
      return linesOf('zh', file).map((zh, n) => [zh, en[n] ?? ''] as const);
    });
}

function numberAfter(flag: string, fallback: number): number {
  const at = flags.indexOf(flag);
  return at < 0 ? fallback : Number(flags[at + 1]);
}
