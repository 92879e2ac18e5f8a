import { describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lines, packageRoot, seededRng } from '../../src/kit/index.js';
import { openCorpus } from '../../src/store/index.js';
import { emptyFolder } from '../support/folder.js';
import { failure } from './support.js';

const DOCUMENTS = 60;
const PAIRS = 5;

/** Saves every document that has no results yet, names each when it is done; run by `node -e`. */
const WORKER = `
import { hashOf, sha256 } from '${url('kit')}';
import { documentId, pairId, unitScore } from '${url('model')}';
import { openCorpus, prepare } from '${url('store')}';

const corpus = openCorpus(process.argv[1], { create: true });
const names = Array.from({ length: ${DOCUMENTS} }, (_one, n) => 'doc' + n);
const origin = (name) => ({ kind: 'path', location: name, sha256: sha256(name) });
if (process.argv[2] === 'reversed') names.reverse();
for (const name of names) {
  corpus.sources.put({ origin: origin(name), bytes: new TextEncoder().encode(name) });
}
for (const source of corpus.sources.pending('s1')) {
  const texts = Array.from({ length: ${PAIRS} }, (_one, n) => ['第' + n + '句' + source.key, n + ' of ' + source.key]);
  const document = {
    id: documentId(hashOf(texts)), key: source.key, origins: [origin(source.key)], title: {}, meta: {},
    layout: 'interleaved', layoutConfidence: unitScore(1), blocks: [], sections: [], setAside: [],
  };
  const pairs = texts.map(([zh, en], at) => ({
    id: pairId(hashOf(source.key, zh, en, 0).slice(0, 32)), document: document.id, position: at + 1, zh, en,
    repairs: [], shape: '1-1', confidence: unitScore(1), score: unitScore(1), findings: [], state: 'new',
    layout: 'interleaved', blocks: { zh: [], en: [] },
  }));
  corpus.results.save({ sources: [source], signature: 's1', document, pairs, partOf: () => 'first', prepared: prepare(document, pairs, () => true) });
  process.stdout.write(source.key + '\\n');
}
corpus.close();
`;

function url(room: string): string {
  return pathToFileURL(join(packageRoot, 'dist', 'src', room, 'index.js')).href;
}

function start(folder: string, ...words: readonly string[]): ChildProcess {
  const args = ['--input-type=module', '-e', WORKER, folder, ...words];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function finished(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout?.resume();
  await once(child, 'close');
  return { code: child.exitCode, err };
}

/** Everything is there once, and sound. */
function expectWhole(folder: string): void {
  const corpus = openCorpus(folder);
  const keys = [...corpus.documents.list()].map(({ facts }) => facts.key).sort();
  expect(keys).toEqual(Array.from({ length: DOCUMENTS }, (_one, n) => `doc${n}`).sort());
  expect(corpus.counts()).toMatchObject({ pairs: DOCUMENTS * PAIRS, documents: DOCUMENTS });
  expect(corpus.verify().problems).toEqual([]);
  corpus.close();
}

test('kill -9 at any moment loses nothing that was reported and doubles nothing', async () => {
  const rng = seededRng(8);
  const folder = emptyFolder();
  const reported = new Set<string>();
  for (let kill = 0; kill < 4; kill++) {
    const child = start(folder);
    let left = Math.floor(rng() * 14);
    if (child.stdout !== null) {
      for await (const line of lines(child.stdout, 'child')) {
        reported.add(line);
        if ((left -= 1) < 0) break;
      }
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    const corpus = openCorpus(folder);
    const saved = new Set([...corpus.documents.list()].map(({ facts }) => facts.key));
    for (const key of reported) expect(saved).toContain(key);
    expect(corpus.counts().pairs).toBe(saved.size * PAIRS);
    expect(corpus.verify().problems).toEqual([]);
    corpus.close();
  }
  expect(await finished(start(folder))).toEqual({ code: 0, err: '' });
  expectWhole(folder);
}, 60_000);

test('two builds at once end as one would', async () => {
  const folder = emptyFolder();
  const both = [start(folder), start(folder, 'reversed')];
  expect(await Promise.all(both.map(finished))).toEqual([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ]);
  expectWhole(folder);
}, 60_000);

test('a backup made while another process saves is whole', async () => {
  const folder = emptyFolder();
  const child = start(folder);
  if (child.stdout !== null) await once(child.stdout, 'data');
  const corpus = openCorpus(folder, { readOnly: true });
  corpus.backup(join(folder, 'copy'));
  corpus.close();
  await finished(child);
  const copy = openCorpus(join(folder, 'copy'));
  const { documents, pairs } = copy.counts();
  expect(pairs).toBe(documents * PAIRS);
  expect(copy.verify().problems).toEqual([]);
  copy.close();
}, 60_000);

describe('when the disk is full', () => {
  /** The system refuses writes past a file size just as it does on a full disk. */
  test('the save fails with advice, and goes on when there is space again', async () => {
    const folder = emptyFolder();
    openCorpus(folder, { create: true }).close();
    const node = `exec "${process.execPath}" --input-type=module -e "$WORKER" "$FOLDER"`;
    const full = spawn('/bin/bash', ['-c', `ulimit -f 400; ${node}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, WORKER, FOLDER: folder },
    });
    const { code, err } = await finished(full);
    expect(code).not.toBe(0);
    expect(err).toContain('store.disk-full');
    const corpus = openCorpus(folder);
    expect(corpus.verify().problems).toEqual([]);
    expect(corpus.counts().documents).toBeLessThan(DOCUMENTS);
    corpus.close();
    expect(await finished(start(folder))).toEqual({ code: 0, err: '' });
    expectWhole(folder);
  }, 60_000);

  test('a backup names the folder it could not fill, and leaves nothing half-written', async () => {
    const folder = emptyFolder();
    expect(await finished(start(folder))).toEqual({ code: 0, err: '' });
    const target = join(emptyFolder(), 'copy');
    const words = `backup -C "$FOLDER" "$TARGET"`;
    const bin = join(packageRoot, 'bin', 'duizhao.js');
    const full = spawn('/bin/bash', ['-c', `ulimit -f 100; exec node "${bin}" ${words}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FOLDER: folder, TARGET: target },
    });
    const { code, err } = await finished(full);
    expect(code).toBe(73);
    expect(err).toContain(`"${join(target, 'corpus.db')}"`);
    expect(err).not.toContain(folder);
    expect(readdirSync(target)).toEqual([]);
  }, 60_000);
});

test('a process that holds the corpus makes others wait, then say so', async () => {
  const folder = emptyFolder();
  openCorpus(folder, { create: true }).close();
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openCorpus } from '${url('store')}';
       openCorpus(process.argv[1]).batch(() => {
         process.stdout.write('holding\\n');
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);
       });`,
      folder,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  const corpus = openCorpus(folder, { busyMs: 50 });
  expect(() => corpus.runs.start({ command: 'build' })).toThrow(failure('store.busy'));
  holder.kill('SIGKILL');
  await once(holder, 'close');
  expect(corpus.runs.start({ command: 'build' }).id).toBe(1);
  corpus.close();
}, 60_000);

test('processes that open and close the corpus all the time do not get in each other’s way', async () => {
  const folder = emptyFolder();
  openCorpus(folder, { create: true }).close();
  const visitor = `
    import { openCorpus } from '${url('store')}';
    for (let n = 0; n < 25; n++) {
      const corpus = openCorpus(process.argv[1], { readOnly: process.argv[2] === 'read' });
      if (process.argv[2] === 'read') corpus.counts();
      else corpus.runs.start({ command: process.argv[2] }).finish({});
      corpus.close();
    }`;
  const visitors = ['one', 'two', 'read'].map((word) =>
    spawn(process.execPath, ['--input-type=module', '-e', visitor, folder, word], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  for (const end of await Promise.all(visitors.map(finished))) {
    expect(end).toEqual({ code: 0, err: '' });
  }
  const corpus = openCorpus(folder);
  expect(corpus.runs.list()).toHaveLength(50);
  corpus.close();
}, 60_000);
