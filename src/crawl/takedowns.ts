import { type CanonicalUrl, canonicalUrl } from './canonical.js';
import type { Frontier } from './frontier.js';
import { rowOf, textOf } from './row.js';

/** Whether a URL falls under a takedown; `target` is a URL, or a site by its bare host name. */
export function isTakenDown(target: string, url: CanonicalUrl): boolean {
  if (/^https?:\/\//i.test(target)) return canonicalUrl(target)?.key === url.key;
  return url.host === target || url.host.endsWith(`.${target}`);
}

/** The takedowns on record: what was forgotten is not fetched again. */
export class Takedowns {
  private readonly targets: readonly string[];

  /** @param others - targets on record elsewhere */
  constructor(frontier: Frontier, others: readonly string[] = []) {
    const rows = frontier.sql('select target from forgotten').all();
    this.targets = [...new Set([...rows.map((row) => textOf(rowOf(row), 'target')), ...others])];
  }

  /** `forgotten` when a takedown covers this URL. */
  refuses(url: CanonicalUrl): string | undefined {
    return this.targets.some((target) => isTakenDown(target, url)) ? 'forgotten' : undefined;
  }
}
