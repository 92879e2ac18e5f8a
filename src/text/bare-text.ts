import { normalise } from './normalise.js';

/** Texts remembered: a pair is asked for its bare texts several times in a row. */
const MEMORY = 64;
const known = new Map<string, string>();

/** Letters and figures of a text, small, in one width: what two copies of it share. */
export function bareText(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const bare = normalise(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (known.size >= MEMORY) known.clear();
  known.set(text, bare);
  return bare;
}
