import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { build, engineOptions, readSettings } from '../../src/pipeline/index.js';
import { openCorpus, type Corpus } from '../../src/store/index.js';
import { sha256 } from '../../src/kit/index.js';
import { EN, ZH } from '../extract/pages.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const SLOGAN = '讲好澜江故事，服务开放发展，欢迎各界人士关注本站并提出宝贵意见。';

interface Site {
  readonly corpus: Corpus;
  /** Builds and tells how many sources were worked on. */
  readonly build: (workers?: number) => Promise<number>;
}

async function emptySite(): Promise<Site> {
  const folder = join(emptyFolder(), 'corpus');
  expect((await run(['init', folder])).code).toBe(0);
  const corpus = openCorpus(folder, { clock: () => new Date(0) });
  const engine = await engineOptions(await readSettings(folder), folder);
  const quiet = { signal: new AbortController().signal, onReject: () => undefined };
  return {
    corpus,
    build: async (workers = 1) => (await build(corpus, { engine, workers }, quiet)).worked,
  };
}

function put({ corpus }: Site, n: number, slogan = SLOGAN, folder?: string): void {
  const body = `<h1>第${n}届论坛 Forum No. ${n}</h1><p>${ZH[0]}</p><p>${EN[0]}</p><p>${slogan}</p>
    <p>第${n}届论坛共有${n * 31 + 1000}人参加。</p><p>In all ${n * 31 + 1000} people took part in forum ${n}.</p>`;
  const bytes = new TextEncoder().encode(`<html><body><div>${body}</div></body></html>`);
  const location = `${folder ?? 'https://lanjiang.example'}/${n}.html`;
  const kind = folder === undefined ? 'url' : 'path';
  corpus.sources.put({ origin: { kind, location, sha256: sha256(bytes) }, bytes });
}

function reasons({ corpus }: Site): readonly string[] {
  return [...corpus.documents.list()].map(({ facts }) => {
    const found = corpus.documents.load(facts.key)?.setAside.find(({ text }) => text === SLOGAN);
    return found?.reason ?? 'kept';
  });
}

describe('boilerplate of saved pages', () => {
  test('is learned in the folder they lie in, and comes to rest', async () => {
    const site = await emptySite();
    for (let n = 1; n <= 8; n++) put(site, n, SLOGAN, '/home/me/saved');
    await site.build();
    expect(reasons(site)).toEqual(Array(8).fill('repeated'));
    put(site, 9, SLOGAN, '/home/me/saved/other');
    expect(await site.build()).toBe(1);
    expect(reasons(site)).toEqual([...Array<string>(8).fill('repeated'), 'kept']);
    expect(await site.build()).toBe(0);
    site.corpus.close();
  });

  test('is learned over all folders of a copy of a site', async () => {
    const site = await emptySite();
    for (let n = 1; n <= 8; n++)
      put(site, n, SLOGAN, `/home/me/www.lanjiang.example/news/${n % 3}`);
    await site.build();
    expect(reasons(site)).toEqual(Array(8).fill('repeated'));
    expect(await site.build()).toBe(0);
    site.corpus.close();
  });
});

describe('boilerplate of a site', () => {
  test('is learned while pages come in, and what was built before follows', async () => {
    const site = await emptySite();
    for (let n = 1; n <= 7; n++) put(site, n);
    expect(await site.build()).toBe(7);
    expect(reasons(site)).toEqual(Array(7).fill('kept'));
    put(site, 8);
    expect(await site.build()).toBe(8); // the new page, and the seven that hold the line
    expect(reasons(site)).toEqual(Array(8).fill('repeated'));
    put(site, 9);
    expect(await site.build()).toBe(1);
    expect(await site.build()).toBe(0);
    site.corpus.close();
  });

  test('gives the same documents whatever the number of builds', async () => {
    const [step, once] = [await emptySite(), await emptySite()];
    for (let n = 1; n <= 10; n++) {
      put(step, n);
      await step.build();
      put(once, n);
    }
    await once.build();
    const documents = ({ corpus }: Site): unknown =>
      [...corpus.documents.list()].map(({ facts }) => corpus.documents.load(facts.key));
    expect(documents(step)).toEqual(documents(once));
    step.corpus.close();
    once.corpus.close();
  });

  test('is boilerplate no more when the first pages lose it', async () => {
    const site = await emptySite();
    for (let n = 1; n <= 8; n++) put(site, n);
    await site.build();
    for (let n = 1; n <= 5; n++) put(site, n, `第${n}期`);
    await site.build();
    expect(reasons(site).slice(5)).toEqual(Array(3).fill('kept'));
    site.corpus.close();
  });
});
