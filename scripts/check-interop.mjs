#!/usr/bin/env node
/**
 * Do other programs read what we write?
 *
 *   node scripts/check-interop.mjs FILE [--dtd tmx14.dtd]
 *
 * Takes a file of pairs in any format, writes it in the others and asks the programs of Debian:
 * xmllint (libxml2-utils) whether the XML is well-formed, and valid where a DTD is given;
 * translate-toolkit how many units it finds; LibreOffice whether the Chinese comes through CSV and
 * XLSX. A program that is not installed is named and passed over. Exit 1 if any says no.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dtd: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) {
  console.error('usage: node scripts/check-interop.mjs FILE [--dtd tmx14.dtd]');
  process.exit(64);
}

const { loadPairs, savePairs } = await import('../dist/src/exchange/index.js');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-interop-'));
let failures = 0;
try {
  await check();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

async function check() {
  const pairs = [];
  for await (const pair of loadPairs(file)) if (pair.zh !== '' && pair.en !== '') pairs.push(pair);
  console.log(`${pairs.length} pairs`);
  const written = {};
  for (const name of ['a.tmx', 'a.xlf', 'a.xlf2', 'a.tei', 'a.intertext', 'a.xlsx', 'a.csv']) {
    written[name] = await savePairs(join(folder, name), pairs, { excel: true });
  }
  checkXml(
    Object.values(written)
      .flat()
      .filter((path) => !/\.(csv|xlsx)$/.test(path)),
  );
  checkToolkit(pairs.length);
  await checkOffice(pairs);
}

function checkXml(paths) {
  if (!isInstalled('xmllint', ['--version'], 'libxml2-utils')) return;
  for (const path of paths) {
    say(
      `xmllint ${path.slice(folder.length + 1)}`,
      run('xmllint', ['--noout', '--nonet', '--huge', path]),
    );
  }
  if (values.dtd === undefined) return;
  const run14 = run('xmllint', [
    '--noout',
    '--nonet',
    '--huge',
    '--dtdvalid',
    values.dtd,
    join(folder, 'a.tmx'),
  ]);
  say('xmllint a.tmx against the DTD', run14);
}

function checkToolkit(expected) {
  const python = '/usr/bin/python3';
  if (!isInstalled(python, ['-c', 'import translate'], 'translate-toolkit')) return;
  for (const [name, module, type] of [
    ['a.tmx', 'tmx', 'tmxfile'],
    ['a.xlf', 'xliff', 'xlifffile'],
  ]) {
    const code = `from translate.storage import ${module} as m; s = m.${type}.parsefile("${join(folder, name)}"); print(sum(1 for u in s.units if u.source and u.target))`;
    const { stdout, stderr } = run(python, ['-c', code]);
    const found = Number(stdout.trim());
    say(`translate-toolkit finds ${found} units in ${name}`, {
      status: found === expected ? 0 : 1,
      stderr,
    });
  }
}

async function checkOffice(pairs) {
  if (!isInstalled('soffice', ['--version'], 'libreoffice-calc')) return;
  const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  for (const [from, filter, to] of [
    ['a.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1', 'a.csv'],
    ['a.csv', 'xlsx', 'a.xlsx'],
  ]) {
    const out = join(folder, `from-${from}`);
    // Its dialog sees the byte order mark; without a window it must be told that this is UTF-8.
    const infilter = from === 'a.csv' ? ['--infilter=CSV:44,34,76,1'] : [];
    const convert = run('soffice', [
      home,
      '--headless',
      ...infilter,
      '--convert-to',
      filter,
      '--outdir',
      out,
      join(folder, from),
    ]);
    if (convert.status !== 0) {
      say(`LibreOffice opens ${from}`, convert);
      continue;
    }
    let same = 0;
    let at = 0;
    for await (const { zh } of loadPairs(join(out, to), { excel: from === 'a.csv' })) {
      if (plain(zh) === plain(pairs[at]?.zh ?? '')) same += 1;
      at += 1;
    }
    const status = same === pairs.length && at === pairs.length ? 0 : 1;
    say(`LibreOffice opens ${from}: Chinese of ${same} of ${pairs.length} rows intact`, {
      status,
      stderr: '',
    });
  }
}

/** Without a formula guard and with line ends as an office program leaves them. */
function plain(text) {
  return text
    .replace(/^'(?=['=+\-@])/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

function run(program, args) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
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
