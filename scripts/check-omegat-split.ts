/**
 * Shows that profile `omegat` cuts as OmegaT itself does.
 *
 *   node dist/scripts/check-omegat-split.js [zh:FILE | en:FILE]… [FOLDER | PAGE]…
 *
 * `zh:FILE` and `en:FILE` are plain texts; other paths are bilingual pages, whose blocks are
 * taken with `duizhao extract`'s own code. Without arguments: the sample site. The texts go into
 * an OmegaT project each (console mode, default rules, Debian package `omegat`), and OmegaT's
 * segments are compared with ours: which ones there are, and how many in all.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractPage } from '../src/extract/index.js';
import { packageRoot } from '../src/kit/index.js';
import type { Block, Lang } from '../src/model/index.js';
import { readPaths } from '../src/read/index.js';
import { splitSentences } from '../src/split/index.js';

const OMEGAT = '/usr/share/omegat/OmegaT.jar';
const CODES = { zh: 'ZH-CN', en: 'EN-US' } as const;

/** Segments as OmegaT tells of them: the different ones, and how many with repetitions. */
interface Segments {
  readonly different: ReadonlySet<string>;
  readonly total: number;
}

async function main(args: readonly string[]): Promise<number> {
  if (!existsSync(OMEGAT)) {
    console.error(
      `error: no OmegaT at ${OMEGAT}\nhint: install Debian's package: apt-get install omegat`,
    );
    return 1;
  }
  const paths = args.length === 0 ? [join(packageRoot, 'corpus', 'site')] : args;
  const texts = await gatherTexts(paths);
  let agrees = true;
  for (const lang of ['zh', 'en'] as const) {
    if (texts[lang] === '') continue;
    const same = compare(lang, segmentsOfOmegat(texts[lang], lang), ourSegments(texts[lang], lang));
    agrees &&= same;
  }
  return agrees ? 0 : 1;
}

async function gatherTexts(paths: readonly string[]): Promise<Record<Lang, string>> {
  const texts = { zh: '', en: '' };
  const pages: string[] = [];
  for (const path of paths) {
    const lang = path.startsWith('zh:') ? 'zh' : path.startsWith('en:') ? 'en' : undefined;
    if (lang === undefined) pages.push(path);
    else texts[lang] += `${readFileSync(path.slice(3), 'utf8')}\n\n`;
  }
  for (const block of await blocksOf(pages)) texts[block.lang] += `${block.text}\n\n`;
  return texts;
}

async function blocksOf(pages: readonly string[]): Promise<Block[]> {
  if (pages.length === 0) return [];
  const run = { signal: new AbortController().signal, onReject: () => undefined };
  const blocks: Block[] = [];
  for await (const item of readPaths([...pages], run)) {
    const document = item.kind === 'page' ? extractPage(item.page) : item.document;
    blocks.push(...document.blocks);
  }
  return blocks;
}

function ourSegments(text: string, lang: Lang): Segments {
  const all = splitSentences(text, lang, { profile: 'omegat' }).map(({ start, end }) =>
    text.slice(start, end).replace(/\r\n?/g, '\n'),
  );
  return { different: new Set(all), total: all.length };
}

/** Runs OmegaT on a project with this one text and reads the memory it makes of it. */
function segmentsOfOmegat(text: string, lang: Lang): Segments {
  const folder = mkdtempSync(join(tmpdir(), 'omegat-split-'));
  try {
    for (const part of ['source', 'target', 'tm', 'glossary', 'dictionary', 'omegat']) {
      mkdirSync(join(folder, part));
    }
    writeFileSync(join(folder, 'omegat.project'), projectFile(lang));
    writeFileSync(join(folder, 'source', 'text.txt'), text);
    const memory = join(folder, 'segments.tmx');
    runOmegat(folder, memory);
    return readSegments(memory, join(folder, 'omegat', 'project_stats.txt'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOmegat(folder: string, memory: string): void {
  execFileSync(
    'java',
    [
      '-Dfile.encoding=UTF-8',
      '-jar',
      OMEGAT,
      folder,
      '--mode=console-createpseudotranslatetmx',
      `--pseudotranslatetmx=${memory}`,
      '--pseudotranslatetype=equal',
      `--config-dir=${join(folder, 'config')}`,
      '--disable-project-locking',
    ],
    { stdio: 'pipe' },
  );
}

function projectFile(lang: Lang): string {
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'].map(
    (name) => `<${name}_dir>__DEFAULT__</${name}_dir>`,
  );
  const other = lang === 'zh' ? 'en' : 'zh';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<omegat><project version="1.0">',
    ...folders,
    `<source_lang>${CODES[lang]}</source_lang><target_lang>${CODES[other]}</target_lang>`,
    '<sentence_seg>true</sentence_seg>',
    '<support_default_translations>true</support_default_translations>',
    '<remove_tags>false</remove_tags>',
    '</project></omegat>',
  ].join('\n');
}

function readSegments(memory: string, statistics: string): Segments {
  const xml = readFileSync(memory, 'utf8');
  const segments = [...xml.matchAll(/<tu>[\s\S]*?<seg>([\s\S]*?)<\/seg>/g)].map((found) =>
    unescaped(found[1] ?? ''),
  );
  const total = /^Total:\s+(\d+)/m.exec(readFileSync(statistics, 'utf8'))?.[1];
  return { different: new Set(segments), total: Number(total) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function compare(lang: Lang, theirs: Segments, ours: Segments): boolean {
  const missing = [...theirs.different].filter((segment) => !ours.different.has(segment));
  const extra = [...ours.different].filter((segment) => !theirs.different.has(segment));
  console.log(
    `${lang}: OmegaT ${theirs.total} segments (${theirs.different.size} different), ` +
      `duizhao ${ours.total} (${ours.different.size}); ` +
      `${theirs.different.size - missing.length} of ${theirs.different.size} equal`,
  );
  for (const segment of missing.slice(0, 20))
    console.log(`  only OmegaT:  ${JSON.stringify(segment)}`);
  for (const segment of extra.slice(0, 20))
    console.log(`  only duizhao: ${JSON.stringify(segment)}`);
  return missing.length + extra.length === 0 && theirs.total === ours.total;
}

process.exitCode = await main(process.argv.slice(2));
