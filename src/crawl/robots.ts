/** One `allow` or `disallow` line. */
export interface RobotsRule {
  readonly allow: boolean;
  /** As written. */
  readonly pattern: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What a robots.txt says to one crawler. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** `Crawl-delay` in milliseconds; not in the RFC, honoured all the same. */
  readonly crawlDelayMs?: number;
  /** `Sitemap` lines: they belong to no group. */
  readonly sitemaps: readonly string[];
}

/** Whether a URL may be fetched, and the line that decided. */
export interface RobotsVerdict {
  readonly allowed: boolean;
  readonly rule?: RobotsRule;
}

interface Group {
  readonly agents: Set<string>;
  readonly rules: RobotsRule[];
  /** `Crawl-delay` of each agent named before the line, in milliseconds. */
  readonly delays: Map<string, number>;
  /** A rule has been seen: the next `User-agent` begins a new group. */
  closed: boolean;
}

/**
 * Reads a robots.txt for one product token, by RFC 9309 §2.2.
 *
 * All groups that name the token are merged; without one, the groups for `*` hold; without
 * those, everything is allowed. Unknown lines (`Sitemap`, `Host`, `Crawl-delay` …) never end a
 * group. A value after `User-agent:` is cut to its leading token, so `Duizhao/1.0` means us.
 *
 * @param token - product token of the crawler, any case
 */
export function parseRobots(text: string, token: string): RobotsRules {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  lines.forEach((raw, index) => {
    const line = raw.replace(/#.*$/, '');
    const colon = line.indexOf(':');
    if (colon < 0) return;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'sitemap') sitemaps.push(value);
    else readLine(groups, name, value, index + 1);
  });
  const wanted = token.toLowerCase();
  const own = groups.filter(({ agents }) => agents.has(wanted));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.has('*'));
  const agent = own.length > 0 ? wanted : '*';
  const delays = chosen.flatMap((group) => group.delays.get(agent) ?? []);
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    sitemaps: sitemaps.filter((url) => url !== ''),
    ...(delays.length === 0 ? {} : { crawlDelayMs: Math.max(...delays) }),
  };
}

function readLine(groups: Group[], name: string, value: string, line: number): void {
  const open = groups.at(-1);
  switch (name) {
    case 'user-agent': {
      const agent = value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();
      if (open === undefined || open.closed) {
        groups.push({ agents: new Set([agent]), rules: [], delays: new Map(), closed: false });
      } else open.agents.add(agent);
      return;
    }
    case 'allow':
    case 'disallow':
      if (open === undefined) return;
      open.closed = true;
      if (value !== '') open.rules.push({ allow: name === 'allow', pattern: value, line });
      return;
    case 'crawl-delay': {
      const seconds = Number(value);
      if (open === undefined || value === '' || !(seconds >= 0)) return;
      for (const agent of open.agents) {
        open.delays.set(agent, Math.max(open.delays.get(agent) ?? 0, seconds * 1_000));
      }
      return;
    }
    default:
  }
}

/**
 * Decides on a URL: the longest matching pattern wins, `allow` wins a tie (RFC 9309 §2.2.2).
 *
 * Length is counted in octets of the percent-encoded pattern. `/robots.txt` itself is allowed.
 */
export function judgeByRobots(rules: readonly RobotsRule[], url: string): RobotsVerdict {
  const { pathname, search } = new URL(url);
  if (pathname === '/robots.txt') return { allowed: true };
  const path = comparable(pathname + search).replace(/[*$]/g, escapeChar);
  let best: { rule: RobotsRule; length: number } | undefined;
  for (const rule of rules) {
    const pattern = comparable(rule.pattern).replace(/\$(?!$)/g, escapeChar);
    if (!matches(pattern, path)) continue;
    const { length } = pattern;
    if (best === undefined || length > best.length) best = { rule, length };
    else if (length === best.length && rule.allow) best = { rule, length };
  }
  return best === undefined ? { allowed: true } : { allowed: best.rule.allow, rule: best.rule };
}

/** Percent-encoding made uniform: RFC 9309 §2.2.2, table of examples. */
function comparable(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const char = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(char) ? char : escape.toUpperCase();
    });
}

/**
 * In a path `*` and `$` are plain characters, and so is `$` inside a pattern: written as escapes,
 * as a pattern that means them must write them (RFC 9309 §2.2.3).
 */
function escapeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Glob match from the start of the path; `*` is any run of octets, a final `$` is the end. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = ''] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, anchored ? -1 : undefined)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!anchored) return true;
  if (parts.length === 1) return at === path.length;
  const last = parts.at(-1) ?? '';
  return path.length - last.length >= at && path.endsWith(last);
}
