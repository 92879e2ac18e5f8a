#!/usr/bin/env node
/**
 * Do other programs read what we write?
 *
 *   node scripts/check-interop.mjs FILE [--only xml,toolkit,office,python,parquet]
 *
 * Takes a file of pairs in any format, adds pairs of awkward texts (markup, both directions, emoji,
 * formulas, line ends, control characters, 10,000 characters), writes them in every format and asks
 * other programs, of Debian where not said otherwise:
 *
 * - xmllint (libxml2-utils): TMX, XLIFF 1.2 and 2.1, InterText and TEI are valid by the RELAX NG schemas in
 *   scripts/schemas/, which were written for this project from the specifications; HTML is
 *   well-formed; and a broken file of each is not valid, so that the schemas do judge;
 * - translate-toolkit: TMX and XLIFF have as many units as pairs;
 * - LibreOffice (libreoffice-calc): the Chinese of CSV with --excel and of XLSX comes through intact;
 * - Python: csv reads the CSV, json the JSON Lines, plain lines the Moses files, text by text;
 * - hyparquet's own reader (npm): Parquet, text by text, with typed columns.
 *
 * A program that is not installed is named and passed over. Exit 1 if any says no.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CHECKS = {
  xml: checkXml,
  toolkit: checkToolkit,
  office: checkOffice,
  python: checkPython,
  parquet: checkParquet,
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: Object.keys(CHECKS).join(',') } },
});
const [file] = positionals;
if (file === undefined) {
  console.error(
    'usage: node scripts/check-interop.mjs FILE [--only xml,toolkit,office,python,parquet]',
  );
  process.exit(64);
}

const AWKWARD = [
  `<b>&amp;"quoted" 'single'</b> ]]> <!-- --> <?x?> &#10;`,
  'tab\there, line\nfeed',
  '=1+1',
  '@x',
  '  spaces around  ',
  'مرحبا بالعالم 👩‍👩‍👧‍👦 𠮷野家',
  '长'.repeat(10_000),
  'control \u000B\u001F characters',
  'e\u0301\u00A0\u3000\u200B\u2028\u0085',
];
const SCHEMAS = {
  'a.tmx': 'tmx-1.4',
  'a.xlf': 'xliff-1.2',
  'a.xlf2': 'xliff-2.1',
  'a.tei': 'tei-aligned',
  'a.zh.xml': 'intertext-text',
  'a.en.xml': 'intertext-text',
  'a.zh.en.xml': 'intertext-links',
};
const XML_CANNOT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

const { loadPairs, savePairs } = await import('../dist/src/exchange/index.js');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-interop-'));
let failures = 0;
try {
  const pairs = await gatherPairs();
  console.log(`${pairs.length} pairs`);
  for (const name of values.only.split(',')) await CHECKS[name]?.(pairs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

async function gatherPairs() {
  const pairs = [];
  for await (const pair of loadPairs(file)) if (pair.zh !== '' && pair.en !== '') pairs.push(pair);
  for (const text of AWKWARD) pairs.push({ zh: text, en: `e ${text}`, score: 0.5 });
  return pairs;
}

async function write(name, pairs, options = {}) {
  return savePairs(join(folder, name), pairs, options);
}

async function checkXml(pairs) {
  if (!isInstalled('xmllint', ['--version'], 'libxml2-utils')) return;
  for (const name of ['a.tmx', 'a.xlf', 'a.xlf2', 'a.tei', 'a.html', 'a.intertext']) {
    await write(name, pairs);
  }
  for (const profile of ['generic', 'omegat', 'trados', 'memoq', 'heartsome']) {
    await write(`${profile}.tmx`, pairs, { profile, context: true });
    say(`xmllint: ${profile}.tmx is valid`, validate(`${profile}.tmx`, 'tmx-1.4'));
  }
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    say(`xmllint: ${name} is valid by ${schema}.rng`, validate(name, schema));
    const broken = join(folder, `broken-${name}`);
    writeFileSync(
      broken,
      readFileSync(join(folder, name), 'utf8')
        .replace(/<(seg|source|s|link) /, '<$1 own="1" ')
        .replace(/<(seg|source)>/, '<$1 own="1">'),
    );
    const { status } = validate(basename(broken), schema);
    say(`xmllint: ${basename(broken)} is not`, {
      status: status === 0 ? 1 : 0,
      stderr: 'the schema takes anything',
    });
  }
  say('xmllint: a.html is well-formed', lint('a.html', []));
}

function validate(name, schema) {
  const path = fileURLToPath(new URL(`schemas/${schema}.rng`, import.meta.url));
  return lint(name, ['--relaxng', path]);
}

function lint(name, options) {
  return run('xmllint', ['--noout', '--nonet', '--huge', ...options, join(folder, name)]);
}

async function checkToolkit(pairs) {
  const python = '/usr/bin/python3';
  if (!isInstalled(python, ['-c', 'import translate'], 'translate-toolkit')) return;
  for (const [name, module, type] of [
    ['a.tmx', 'tmx', 'tmxfile'],
    ['a.xlf', 'xliff', 'xlifffile'],
  ]) {
    await write(name, pairs);
    const code = `from translate.storage import ${module} as m; s = m.${type}.parsefile("${join(folder, name)}"); print(sum(1 for u in s.units if u.source and u.target))`;
    const { stdout, stderr } = run(python, ['-c', code]);
    const found = Number(stdout.trim());
    say(`translate-toolkit finds ${found} units in ${name}`, {
      status: found === pairs.length ? 0 : 1,
      stderr,
    });
  }
}

async function checkPython(pairs) {
  const python = '/usr/bin/python3';
  if (!isInstalled(python, ['--version'], 'python3')) return;
  await write('a.csv', pairs);
  await write('a.jsonl', pairs);
  await write('a.moses', pairs);
  for (const [what, code, change] of [
    [
      'csv',
      'import csv, json; csv.field_size_limit(10**8); [print(json.dumps([r["zh"], r["en"]])) for r in csv.DictReader(open("a.csv", encoding="utf-8", newline=""))]',
      (text) => text,
    ],
    [
      'json',
      'import json; [print(json.dumps([r["zh"], r["en"]])) for r in map(json.loads, open("a.jsonl", encoding="utf-8", newline="\\n"))]',
      (text) => text,
    ],
    [
      'lines',
      'import json; [print(json.dumps([z[:-1], e[:-1]])) for z, e in zip(open("a.zh", encoding="utf-8", newline="\\n"), open("a.en", encoding="utf-8", newline="\\n"), strict=True)]',
      (text) => text.replace(/[\r\n]/g, ' '),
    ],
  ]) {
    const { status, stdout, stderr } = run(python, ['-c', code], { cwd: folder });
    const rows =
      status === 0
        ? stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [];
    const same = rows.filter(
      ([zh, en], index) =>
        zh === change(pairs[index]?.zh ?? '') && en === change(pairs[index]?.en ?? ''),
    ).length;
    const isAll = same === pairs.length && rows.length === pairs.length;
    say(`Python's ${what}: ${same} of ${pairs.length} pairs intact`, {
      status: isAll ? 0 : 1,
      stderr,
    });
  }
}

async function checkParquet(pairs) {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } =
    await import('hyparquet');
  await write('a.parquet', pairs);
  const buffer = await asyncBufferFromFile(join(folder, 'a.parquet'));
  const rows = await parquetReadObjects({ file: buffer });
  const same = rows.filter(({ zh, en, score }, index) => {
    const pair = pairs[index];
    return zh === pair?.zh && en === pair?.en && (score ?? undefined) === pair?.score;
  }).length;
  const { schema } = await parquetMetadataAsync(buffer);
  const typeOf = (name) => schema.find((column) => column.name === name)?.type;
  const isTyped = typeOf('score') === 'DOUBLE' && typeOf('position') === 'INT32';
  say(`hyparquet: ${same} of ${pairs.length} rows intact, score is a double`, {
    status: same === pairs.length && isTyped ? 0 : 1,
    stderr: '',
  });
}

async function checkOffice(pairs) {
  if (!isInstalled('soffice', ['--version'], 'libreoffice-calc')) return;
  await write('a.xlsx', pairs);
  await write('a.csv', pairs, { excel: true });
  const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  for (const [from, filter, to] of [
    ['a.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1', 'a.csv'],
    ['a.csv', 'xlsx', 'a.xlsx'],
  ]) {
    const out = join(folder, `from-${from}`);
    // Its dialog sees the byte order mark; without a window it must be told that this is UTF-8.
    const infilter = from === 'a.csv' ? ['--infilter=CSV:44,34,76,1'] : [];
    const convert = run('soffice', [
      ...[home, '--headless', ...infilter, '--convert-to', filter],
      ...['--outdir', out, join(folder, from)],
    ]);
    if (convert.status !== 0) {
      say(`LibreOffice opens ${from}`, convert);
      continue;
    }
    const wrong = [];
    let at = 0;
    for await (const { zh } of loadPairs(join(out, to), { excel: false })) {
      if (plain(zh) !== plain(pairs[at]?.zh ?? '')) wrong.push(zh);
      at += 1;
    }
    const status = wrong.length === 0 && at === pairs.length ? 0 : 1;
    say(
      `LibreOffice opens ${from}: Chinese of ${at - wrong.length} of ${pairs.length} rows intact`,
      {
        status,
        stderr: wrong
          .slice(0, 3)
          .map((text) => JSON.stringify(text.slice(0, 80)))
          .join('\n'),
      },
    );
  }
}

/**
 * Without a formula guard, with a spreadsheet's line ends, without control characters: those stand in
 * XLSX as _x000B_ (ECMA-376), which Excel reads and LibreOffice shows as it is.
 */
function plain(text) {
  return text
    .replace(/_x00[01][0-9A-F]_/g, '')
    .replace(/^'(?=['=+\-@])/, '')
    .replace(/\r\n?/g, '\n')
    .replace(XML_CANNOT, '')
    .trim();
}

function run(program, args, options = {}) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
}

function isInstalled(program, args, debianPackage) {
  if (run(program, args).status === 0) return true;
  console.log(
    `passed over: ${program} is not there. On Debian: sudo apt-get install ${debianPackage}`,
  );
  return false;
}

function say(what, { status, stderr }) {
  console.log(`${status === 0 ? 'yes' : 'NO '} ${what}`);
  if (status === 0) return;
  failures += 1;
  console.log(String(stderr).slice(0, 500));
}
