import { normalise } from '../text/index.js';

/** Letters and figures of a text, small, in one width: what two copies of it share. */
export function bareText(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
