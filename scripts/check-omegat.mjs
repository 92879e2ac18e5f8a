#!/usr/bin/env node
/**
 * Does OmegaT really use our TMX?
 *
 *   node scripts/check-omegat.mjs FILE [--no-segmentation] [--floor 0.99] [--keep]
 *   node scripts/check-omegat.mjs --pairs 10000 [the same]
 *
 * Takes a file of pairs in any format, or makes a corpus of so many pairs out of copies of the sample
 * articles with the split profile `omegat`. Writes the pairs as TMX (profile omegat) into `tm/auto/` of
 * a fresh zh-CN → en-US project and their Chinese, cut into sentences by the split profile `omegat`,
 * into `source/`, lets OmegaT translate in console mode, and counts what came out translated. Exit 1
 * below the floor, 69 without OmegaT.
 *
 * With segmentation on OmegaT looks up sentence by sentence, so that a pair of two Chinese sentences
 * (shape 2-1) can never match: their sentences are counted apart and the floor is for the others. To
 * use all, switch sentence segmentation off in the project; with --no-segmentation the Chinese is
 * written as it stands in the pairs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-segmentation': { type: 'boolean', default: false },
    floor: { type: 'string', default: '0.99' },
    keep: { type: 'boolean', default: false },
    pairs: { type: 'string' },
  },
});
const [file] = positionals;

if ((file === undefined) === (values.pairs === undefined)) {
  console.error(
    'usage: node scripts/check-omegat.mjs FILE | --pairs N [--no-segmentation] [--floor 0.99] [--keep]',
  );
  process.exit(64);
}
if (spawnSync('omegat', ['--help']).error !== undefined) {
  console.error('OmegaT is not installed. On Debian and Ubuntu: sudo apt-get install omegat');
  process.exit(69);
}

const { loadPairs, savePairs } = await import('../dist/src/exchange/index.js');
const { splitSentences } = await import('../dist/src/split/index.js');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-omegat-'));
try {
  process.exitCode = await check();
} finally {
  if (values.keep) console.log(`the project is in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

/** A file of at least that many pairs, from copies of the sample articles. */
function madeUp(count) {
  const [input, corpus] = [join(folder, 'made-in'), join(folder, 'made')];
  // An article has about fifteen pairs.
  node('scripts/make-copies.mjs', input, String(Math.ceil(count / 14)));
  node('bin/duizhao.js', 'init', corpus);
  const settings = join(corpus, 'duizhao.yaml');
  writeFileSync(settings, 'split:\n  profile: omegat\n');
  node('bin/duizhao.js', 'run', input, '-o', corpus, '--quiet');
  // Copies are near duplicates of each other, which a corpus refuses: here they are wanted.
  const all = join(corpus, 'all.jsonl');
  node('bin/duizhao.js', 'export', all, '-C', corpus, '--state', 'new,rejected');
  return all;
}

function node(script, ...args) {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
}

/** Pairs, and the sentences of their Chinese: those that are a pair each, and parts of longer ones. */
async function gather() {
  const [pairs, whole, parts] = [[], new Set(), new Set()];
  const most = Number(values.pairs ?? Infinity);
  for await (const { zh, en } of loadPairs(file ?? madeUp(most))) {
    if (zh.trim() === '' || en.trim() === '' || pairs.length >= most) continue;
    const pair = numbered({ zh, en }, pairs.length + 1);
    pairs.push(pair);
    const sentences = sentencesOf(pair.zh);
    for (const sentence of sentences) (sentences.length === 1 ? whole : parts).add(sentence);
  }
  for (const sentence of whole) parts.delete(sentence);
  return { pairs, whole, parts };
}

/** Copies of articles repeat sentences: a number before each makes so many different ones. */
function numbered({ zh, en }, number) {
  return values.pairs === undefined
    ? { zh, en }
    : { zh: `第${number}号，${zh}`, en: `No. ${number}, ${en}` };
}

function sentencesOf(zh) {
  const text = zh.replace(/\s+/g, ' ').trim();
  if (values['no-segmentation']) return [text];
  return splitSentences(text, 'zh', { profile: 'omegat' })
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence !== '');
}

async function check() {
  const { pairs, whole, parts } = await gather();
  console.log(`${pairs.length} pairs`);
  writeProject(!values['no-segmentation']);
  await savePairs(join(folder, 'tm/auto/corpus.tmx'), pairs, { profile: 'omegat' });
  const source = [...whole, ...parts];
  // Its text filter ends a paragraph at an empty line, not at a line end.
  writeFileSync(join(folder, 'source/text.txt'), `${source.join('\n\n')}\n`);

  const started = Date.now();
  const run = spawnSync(
    'omegat',
    [folder, '--mode=console-translate', '--quiet', '--disable-project-locking'],
    {
      encoding: 'utf8',
      env: { ...process.env, JAVA_TOOL_OPTIONS: `-Duser.home=${folder} -Dfile.encoding=UTF-8` },
    },
  );
  if (run.status !== 0) {
    console.error(run.stdout, run.stderr);
    return 1;
  }
  const target = readFileSync(join(folder, 'target/text.txt'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n\r?\n/);
  if (target.length !== source.length) {
    console.error(`OmegaT wrote ${target.length} paragraphs for ${source.length}`);
    return 1;
  }
  const missed = new Set(
    source.filter(
      (sentence, index) => target[index] === sentence || stillChinese(target[index], sentence),
    ),
  );
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const rate = tell('sentences that are a pair', [...whole], missed);
  if (parts.size > 0) tell('sentences that are part of a pair', [...parts], missed);
  console.log(`segmentation ${values['no-segmentation'] ? 'off' : 'on'}, ${seconds} s`);
  for (const sentence of [...missed].filter((one) => whole.has(one)).slice(0, 10))
    console.log(`  not matched: ${sentence}`);
  return rate >= Number(values.floor) ? 0 : 1;
}

function tell(what, all, missed) {
  const found = all.filter((sentence) => !missed.has(sentence)).length;
  const rate = all.length === 0 ? 1 : found / all.length;
  console.log(`matched ${found} of ${all.length} ${what} (${(100 * rate).toFixed(2)} %)`);
  return rate;
}

/** A sentence of which a part came out unchanged: OmegaT cut it and found only one of the parts. */
function stillChinese(target, source) {
  const parts = source.match(/[^。！？]+[。！？]+/g) ?? [];
  return (
    parts.length > 1 && parts.some((part) => /\p{Script=Han}/u.test(part) && target.includes(part))
  );
}

function writeProject(hasSegmentation) {
  for (const name of ['source', 'target', 'tm/auto', 'glossary', 'dictionary', 'omegat']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(
    join(folder, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>zh-CN</source_lang>
    <target_lang>en-US</target_lang>
    <source_tok>org.omegat.tokenizer.LuceneSmartChineseTokenizer</source_tok>
    <target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
    <sentence_seg>${hasSegmentation}</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
`,
  );
}
