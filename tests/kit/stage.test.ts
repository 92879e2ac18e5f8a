import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chain, mapInOrder, readJsonLines, type Run, type Stage } from '../../src/kit/index.js';
import { collect } from '../support/collect.js';

const run: Run = { signal: new AbortController().signal, onReject: () => undefined };

async function* from<T>(items: readonly T[]): AsyncIterable<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('mapInOrder', () => {
  test('keeps the order of the input whatever finishes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5)),
        fc.integer({ min: 1, max: 8 }),
        async (waits, width) => {
          const stage = mapInOrder(width, async (wait: number) => {
            for (let i = 0; i < wait; i++) await Promise.resolve();
            return wait * 2;
          });
          expect(await collect(stage(from(waits), run))).toEqual(waits.map((wait) => wait * 2));
        },
      ),
    );
  });

  test('never has more than `width` items in flight', async () => {
    let [now, most] = [0, 0];
    const stage = mapInOrder(3, async (item: number) => {
      most = Math.max(most, (now += 1));
      await new Promise((done) => setImmediate(done));
      now -= 1;
      return item;
    });
    await collect(stage(from([...Array(20).keys()]), run));
    expect(most).toBe(3);
  });

  test('heavy items go few at a time, one of any weight alone, in order', async () => {
    let [weight, most] = [0, 0];
    const of = (item: number): number => item;
    const stage = mapInOrder(
      10,
      async (item: number) => {
        most = Math.max(most, (weight += item));
        await new Promise((resolve) => setTimeout(resolve, 5));
        weight -= item;
        return item;
      },
      { of, most: 5 },
    );
    const items = [2, 2, 9, 1, 1, 1, 3];
    expect(await collect(stage(from(items), run))).toEqual(items);
    expect(most).toBe(9);
  });

  test('a failure reaches the reader and closes the source', async () => {
    let isClosed = false;
    const source = async function* (): AsyncIterable<number> {
      try {
        for (let i = 0; ; i++) yield await Promise.resolve(i);
      } finally {
        isClosed = true;
      }
    };
    const stage = mapInOrder(2, (item: number) =>
      item === 3 ? Promise.reject(new Error('third')) : Promise.resolve(item),
    );
    await expect(collect(stage(source(), run))).rejects.toThrow('third');
    expect(isClosed).toBe(true);
  });

  test('an aborted run stops', async () => {
    const abort = new AbortController();
    abort.abort();
    const stage = mapInOrder(2, (item: number) => Promise.resolve(item));
    await expect(collect(stage(from([1]), { ...run, signal: abort.signal }))).rejects.toThrow();
  });
});

test('chain feeds one stage into the next and rejects are counted', async () => {
  const rejected: string[] = [];
  const odd: Stage<number, number> = async function* (input, { onReject }) {
    for await (const item of input) {
      if (item % 2 === 1) yield item;
      else onReject({ stage: 'odd', id: String(item), reason: 'even' });
    }
  };
  const text: Stage<number, string> = async function* (input) {
    for await (const item of input) yield String(item);
  };
  const counting: Run = { ...run, onReject: ({ id }) => void rejected.push(id) };
  expect(await collect(chain(odd, text)(from([1, 2, 3, 4]), counting))).toEqual(['1', '3']);
  expect(rejected).toEqual(['2', '4']);
});

describe('readJsonLines', () => {
  test('gives values with their line numbers and passes blank lines over', async () => {
    expect(await collect(readJsonLines(from(['{"a":1}\n\n', '[2]']), 'x.jsonl'))).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 3, value: [2] },
    ]);
  });

  test('a bad line is named', async () => {
    await expect(collect(readJsonLines(from(['1\n{"a":\n']), 'x.jsonl'))).rejects.toMatchObject({
      failure: { code: 'jsonl.bad-line', at: { file: 'x.jsonl', line: 2 } },
    });
  });
});
