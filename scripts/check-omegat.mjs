#!/usr/bin/env node
/**
 * Does OmegaT really use our TMX?
 *
 *   node scripts/check-omegat.mjs FILE [--no-segmentation] [--floor 0.99] [--keep]
 *
 * Takes a file of pairs in any format, writes its pairs as TMX (profile omegat) into `tm/auto/` of a
 * fresh zh-CN → en-US project and its Chinese into `source/`, lets OmegaT translate in console mode,
 * and counts what came out translated. Exit 1 below the floor, 69 without OmegaT.
 *
 * With segmentation on OmegaT looks up sentence by sentence, so that a pair of two Chinese sentences
 * (shape 2-1) can never match: such pairs are counted apart and the floor is for the others. To use
 * all, switch sentence segmentation off in the project. Pairs without a shape count as one sentence.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-segmentation': { type: 'boolean', default: false },
    floor: { type: 'string', default: '0.99' },
    keep: { type: 'boolean', default: false },
  },
});
const [file] = positionals;

if (file === undefined) {
  console.error(
    'usage: node scripts/check-omegat.mjs FILE [--no-segmentation] [--floor 0.99] [--keep]',
  );
  process.exit(64);
}
if (spawnSync('omegat', ['--help']).error !== undefined) {
  console.error('OmegaT is not installed. On Debian and Ubuntu: sudo apt-get install omegat');
  process.exit(69);
}

const { loadPairs, savePairs } = await import('../dist/src/exchange/index.js');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-omegat-'));
try {
  process.exitCode = await check();
} finally {
  if (values.keep) console.log(`the project is in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

async function check() {
  const sentences = new Set();
  const pairs = [];
  const several = new Set();
  for await (const { zh, en, shape = '1-1' } of loadPairs(file)) {
    if (zh.trim() === '' || en.trim() === '') continue;
    pairs.push({ zh, en });
    const sentence = zh.replace(/\s+/g, ' ').trim();
    sentences.add(sentence);
    if (!shape.startsWith('1-')) several.add(sentence);
  }
  writeProject(!values['no-segmentation']);
  await savePairs(join(folder, 'tm/auto/corpus.tmx'), pairs, { profile: 'omegat' });
  const source = [...sentences];
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
  const missed = source.filter(
    (sentence, index) => target[index] === sentence || stillChinese(target[index], sentence),
  );
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const isWhole = (sentence) => values['no-segmentation'] || !several.has(sentence);
  const rate = tell('', source.filter(isWhole), missed.filter(isWhole));
  if (!values['no-segmentation'] && several.size > 0) {
    tell(
      ' of several sentences',
      [...several],
      missed.filter((sentence) => several.has(sentence)),
    );
  }
  console.log(`segmentation ${values['no-segmentation'] ? 'off' : 'on'}, ${seconds} s`);
  for (const sentence of missed.filter(isWhole).slice(0, 10))
    console.log(`  not matched: ${sentence}`);
  return rate >= Number(values.floor) ? 0 : 1;
}

function tell(what, all, missed) {
  const rate = all.length === 0 ? 1 : 1 - missed.length / all.length;
  console.log(
    `matched ${all.length - missed.length} of ${all.length}${what} (${(100 * rate).toFixed(2)} %)`,
  );
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
