import { describe, expect, test } from '@jest/globals';
import { EarlyWork } from '../../src/pipeline/early-work.js';
import { finished, type Pool } from '../../src/pipeline/pool.js';

/** A document packed, of which only the name matters here. */
function contentOf(name: string, sha256: string, bytes: number) {
  return { sha256, bytes, packed: () => Buffer.from(name) };
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
      const key = item.kind === 'packed' ? Buffer.from(item.packed).toString() : '';
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
    early.offer(contentOf('a', 'one', 10));
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
    early.offer(contentOf('a', 'large', 10 << 20));
    early.offer(contentOf('b', 'too-much', 10 << 20));
    early.offer(contentOf('c', 'small', 10));
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
    for (const key of keys) early.offer(contentOf(key, key, 1));
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
