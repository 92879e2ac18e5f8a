import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../src/kit/index.js';
import type { PlayersRequest, PlayersSent } from '../../src/store/players-aside.js';
import { openCorpus } from '../../src/store/index.js';
import { readPlayers } from '../../src/store/read-players.js';
import { Sql } from '../../src/store/sqlite.js';
import { KEY_SHAPE, KeyIndex, KnownPlaces, pairKeyOf } from '../../src/text/index.js';
import { emptyFolder } from '../support/folder.js';
import { build, type Line } from './support.js';

const THREAD = join(packageRoot, 'dist', 'src', 'store', 'players-thread.js');

test('a thread reads what the main thread would, and hands it over ready to be asked', async () => {
  const lines = Array.from({ length: 12 }, (_one, n): Line => {
    return [`第${n % 7}展厅上午开放，欢迎各界人士参观。`, `Hall ${n % 7} is open in the morning.`];
  });
  const folder = emptyFolder();
  const corpus = openCorpus(folder, { create: true });
  for (let n = 0; n < 3; n++) build(corpus, `page ${n}`, lines.slice(n * 4, n * 4 + 4));
  corpus.close();
  const file = join(folder, 'corpus.db');
  const request: PlayersRequest = { file, busyMs: 1_000 };
  const [sent] = (await once(new Worker(THREAD, { workerData: request }), 'message')) as [
    PlayersSent,
  ];
  const sql = new Sql(file, file, 1_000);
  const { keys, sketches } = readPlayers(sql, { withSketches: true });
  sql.close();
  expect(sent.keys).toEqual(keys.packed());
  expect(sent.sketches).toEqual(sketches.packed());
  expect(sent.sketches.size).toBeGreaterThan(5);
  const [zh, en] = lines[8] ?? ['', ''];
  const index = new KeyIndex(new KnownPlaces(KEY_SHAPE, sent.keys));
  expect([...index.later(pairKeyOf({ zh, en }), 1)]).toEqual([3]);
});
