import { describe, expect, test } from '@jest/globals';
import { documentId, unitScore, type Document } from '../../src/model/index.js';
import { EarlyWork } from '../../src/pipeline/early-work.js';
import { finished, type Pool } from '../../src/pipeline/pool.js';

const ORIGIN = { kind: 'path', location: 'pairs.jsonl', sha256: '0'.repeat(64) } as const;

function documentOf(key: string): Document {
  return {
    ...{ id: documentId('0'.repeat(64)), key, origins: [ORIGIN], title: {}, meta: {}, blocks: [] },
    ...{ layout: 'paired-files', layoutConfidence: unitScore(1), sections: [], setAside: [] },
  };
}

/** A pool that fails with the key of each document, when told to. */
function slowPool() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const pool: Pool = {
    width: 1,
    begin: () => Promise.resolve(),
    close: () => Promise.resolve(),
    run: async (item) => {
      const key = item.kind === 'document' ? item.document.key : '';
      begun.push(key);
      await new Promise<void>((resolve) => ends.push(resolve));
      return finished({ kind: 'failed', code: key, message: '' });
    },
  };
  return { pool, begun, ends };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('early work', () => {
  test('a result is given once, for the very content and no other', async () => {
    const { pool, ends } = slowPool();
    const early = new EarlyWork(pool);
    early.offer(documentOf('a'), { sha256: 'one', bytes: 10 });
    await turn();
    ends.forEach((end) => {
      end();
    });
    expect(early.take('other')).toBeUndefined();
    expect((await early.take('one'))?.open()).toMatchObject({ code: 'a' });
    expect(early.take('one')).toBeUndefined();
  });

  test('what has no room is left to the build', () => {
    const early = new EarlyWork(slowPool().pool);
    early.offer(documentOf('a'), { sha256: 'large', bytes: 10 << 20 });
    early.offer(documentOf('b'), { sha256: 'too-much', bytes: 10 << 20 });
    early.offer(documentOf('c'), { sha256: 'small', bytes: 10 });
    expect(['large', 'too-much', 'small'].map((sum) => early.take(sum) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('the pool has a limited number at once; the others follow in order', async () => {
    const { pool, begun, ends } = slowPool();
    const early = new EarlyWork(pool);
    const keys = Array.from({ length: 100 }, (_one, n) => `document ${n}`);
    for (const key of keys) early.offer(documentOf(key), { sha256: key, bytes: 1 });
    await turn();
    expect(begun).toHaveLength(96);
    while (ends.length > 0) {
      ends.shift()?.();
      await turn();
    }
    expect(begun).toEqual(keys);
    expect((await early.take('document 99'))?.open()).toMatchObject({ code: 'document 99' });
  });
});
