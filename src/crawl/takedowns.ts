import { type CanonicalUrl, canonicalUrl } from './canonical.js';
import type { Frontier } from './frontier.js';
import { rowOf, textOf } from './row.js';

/** Whether a URL falls under a takedown; `target` is a URL, or a site by its bare host name. */
export function isTakenDown(target: string, url: CanonicalUrl): boolean {
  return refusesOne(new Targets([target]), url);
}

/** Takedowns, sorted so that a URL is looked up and not compared with each. */
class Targets {
  readonly keys = new Set<string>();
  readonly hosts = new Set<string>();

  constructor(targets: readonly string[]) {
    for (const target of targets) {
      const key = /^https?:\/\//i.test(target) ? canonicalUrl(target)?.key : undefined;
      if (key === undefined) this.hosts.add(target);
      else this.keys.add(key);
    }
  }
}

/** A host without a port stands for all its ports, and for its subdomains. */
function refusesOne({ keys, hosts }: Targets, { key, host }: CanonicalUrl): boolean {
  if (keys.has(key)) return true;
  return hosts.size > 0 && (isUnder(host, hosts) || isUnder(host.replace(/:\d+$/, ''), hosts));
}

function isUnder(host: string, hosts: ReadonlySet<string>): boolean {
  for (let at = host; ;) {
    if (hosts.has(at)) return true;
    const dot = at.indexOf('.');
    if (dot < 0) return false;
    at = at.slice(dot + 1);
  }
}

/** The takedowns on record: what was forgotten is not fetched again. */
export class Takedowns {
  private readonly targets: Targets;

  /** @param others - targets on record elsewhere */
  constructor(frontier: Frontier, others: readonly string[] = []) {
    const rows = frontier.sql('select target from forgotten').all();
    this.targets = new Targets([...rows.map((row) => textOf(rowOf(row), 'target')), ...others]);
  }

  /** `forgotten` when a takedown covers this URL. */
  refuses(url: CanonicalUrl): string | undefined {
    return refusesOne(this.targets, url) ? 'forgotten' : undefined;
  }
}
