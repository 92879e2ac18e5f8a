import { describe, expect, test } from '@jest/globals';
import { sha256 } from '../../src/kit/index.js';
import { createEngine, engineOptions } from '../../src/pipeline/index.js';
import {
  handedOver,
  packItem,
  packResult,
  unpackItem,
  unpackResult,
} from '../../src/pipeline/wire.js';
import { workOn, type WorkItem } from '../../src/pipeline/work.js';
import { readText } from '../../src/read/index.js';
import { variant } from '../support/articles.js';

function item(): WorkItem {
  const bytes = new TextEncoder().encode(variant(1));
  const origin = { kind: 'path', location: 'a.txt', sha256: sha256(bytes) } as const;
  return { kind: 'document', document: readText(origin, bytes) };
}

describe('work and results on their way between threads', () => {
  test('arrive whole and are handed over, not copied', async () => {
    const work = item();
    const result = await workOn(work, createEngine(await engineOptions({}, '.')));
    const packed = packResult(result);
    const sent = structuredClone(packed, { transfer: handedOver(packed) });
    expect(unpackResult(sent)).toEqual(result);
    expect(packed.json.byteLength).toBe(0);
    const order = packItem(work);
    expect(unpackItem(structuredClone(order, { transfer: handedOver(order) }))).toEqual(work);
  });

  test('bring no byte along that nobody looks at', async () => {
    const packed = packResult(await workOn(item(), createEngine(await engineOptions({}, '.'))));
    const views = Object.values(packed).filter((part) => ArrayBuffer.isView(part));
    expect(views.length).toBe(4);
    for (const view of views) expect(view.buffer.byteLength).toBe(view.byteLength);
  });
});
