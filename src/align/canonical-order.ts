import { hashOf } from '../kit/index.js';
import type { AlignInput } from './types.js';

/** Indexes of documents in an order that only their contents decide. */
export function canonicalOrder(inputs: readonly AlignInput[]): number[] {
  const keys = inputs.map((input) => (inputs.length === 1 ? '' : hashOf(input)));
  return keys
    .map((key, index) => ({ key, index }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
    .map(({ index }) => index);
}
