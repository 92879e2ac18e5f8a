import type { Origin } from '../model/index.js';

/** Host name of a URL origin in lower case, `undefined` for files and for what is no URL. */
export function hostOf(origin: Pick<Origin, 'kind' | 'location'>): string | undefined {
  if (origin.kind !== 'url' || !URL.canParse(origin.location)) return undefined;
  const { hostname } = new URL(origin.location);
  return hostname === '' ? undefined : hostname;
}
