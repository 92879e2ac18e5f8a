import { existsSync } from 'node:fs';
import { DuizhaoError } from '../kit/index.js';
import { canonicalUrl, withoutCredentials } from './canonical.js';
import { crawlFiles } from './files.js';
import { Frontier } from './frontier.js';
import type { UrlRecord } from './url-record.js';
import { stoppedNote } from './host.js';
import { explainReason } from './reasons.js';
import { judgeByRobots, parseRobots } from './robots.js';
import { numberOf, rowOf, textOf } from './row.js';

/** One visit to a URL. */
export interface Visit {
  readonly fetchedAt: string;
  readonly status: number;
  /** `fresh`, `changed`, `unchanged` or `gone`. */
  readonly outcome: string;
  readonly sha256: string;
}

/** Everything the crawl can say about one URL. */
export interface WhyAnswer {
  readonly url: string;
  /** `queued`, `done`, `redirect`, `refused`, `failed`, `gone`, or `unknown` when never seen. */
  readonly state: string;
  /** Stable code; empty when there is nothing to explain. */
  readonly reason: string;
  /** One sentence for a person. */
  readonly explanation: string;
  /** The robots line, the page it duplicates, the target of a redirect. */
  readonly note: string;
  /** How the URL came to be known: from its referrer back to the seed. */
  readonly foundOn: readonly string[];
  /** URLs of the same host that come first, while it is queued. */
  readonly ahead?: number;
  readonly visits: readonly Visit[];
}

/**
 * Answers "why was this URL not fetched?" from what the crawl has kept.
 *
 * @param folder - the corpus folder
 * @param token - product token that robots.txt is read for
 * @throws DuizhaoError `crawl.none` when nothing was crawled into the folder, `crawl.bad-url`
 */
export function whyNot(folder: string, url: string, token = 'duizhao'): WhyAnswer {
  const { frontier: file } = crawlFiles(folder);
  const canonical = canonicalUrl(url);
  if (canonical === undefined) throw badUrl(url);
  if (!existsSync(file)) throw noCrawl(folder);
  const frontier = Frontier.open(file);
  try {
    const record = frontier.byKey(canonical.key);
    if (record === undefined) return unknown(frontier, canonical.url, token);
    return known(frontier, record);
  } finally {
    frontier.close();
  }
}

function badUrl(url: string): DuizhaoError {
  return new DuizhaoError({
    code: 'crawl.bad-url',
    exit: 'usage',
    message: `not a web address: "${withoutCredentials(url)}"`,
    hint: 'write it whole, like https://www.example.gov.cn/en/',
  });
}

function noCrawl(folder: string): DuizhaoError {
  return new DuizhaoError({
    code: 'crawl.none',
    exit: 'missingInput',
    message: `nothing has been crawled into "${folder}"`,
    hint: 'name the corpus folder with -C, or crawl first',
  });
}

function unknown(frontier: Frontier, url: string, token: string): WhyAnswer {
  const row = rowOf(
    frontier.sql('select robots_text from origin where origin = ?').get(new URL(url).origin),
  );
  const { allowed, rule } = judgeByRobots(
    parseRobots(textOf(row, 'robots_text'), token).rules,
    url,
  );
  return {
    url,
    state: 'unknown',
    reason: '',
    explanation: 'no page fetched so far, no sitemap and no seed names it',
    note:
      allowed || rule === undefined
        ? ''
        : `line ${rule.line} of robots.txt would forbid it: ${rule.pattern}`,
    foundOn: [],
    visits: [],
  };
}

function known(frontier: Frontier, record: UrlRecord): WhyAnswer {
  const visits = frontier
    .sql('select * from version where page = ? order by id')
    .all(record.id)
    .map(rowOf)
    .map((row) => ({
      fetchedAt: textOf(row, 'fetched_at'),
      status: numberOf(row, 'status'),
      outcome: textOf(row, 'outcome'),
      sha256: textOf(row, 'sha256'),
    }));
  return {
    url: record.url,
    state: record.state,
    reason: record.reason,
    explanation: explain(record, frontier.note(stoppedNote(record.host))),
    note: record.note,
    foundOn: trail(frontier, record),
    ...(record.state === 'queued' ? { ahead: ahead(frontier, record) } : {}),
    visits,
  };
}

/** @param stopped - why the last crawl left its host alone */
function explain(record: UrlRecord, stopped: string | undefined): string {
  if (record.state === 'queued') {
    const host =
      stopped === undefined
        ? ''
        : `; the last crawl stopped: ${explainReason(`host-stopped-${stopped}`)}`;
    return record.reason === '' || record.tries === 0
      ? `it is waiting for its turn${host}`
      : `it will be tried again (${record.tries} so far): ${explainReason(record.reason)}${host}`;
  }
  if (record.state === 'done' && record.reason === '')
    return `it was fetched at ${record.fetchedAt}`;
  return explainReason(record.reason);
}

/** From referrer to referrer back to a seed; cut at 50 steps. */
function trail(frontier: Frontier, record: UrlRecord): string[] {
  const steps: string[] = [];
  for (let via = record.via; via !== 0 && steps.length < 50;) {
    const at = frontier.byId(via);
    if (at === undefined) break;
    steps.push(at.url);
    via = at.via;
  }
  return steps;
}

function ahead(frontier: Frontier, record: UrlRecord): number {
  const row = rowOf(
    frontier
      .sql(
        `select count(*) as n from page where host = ? and state = 'queued'
         and (rank < ? or (rank = ? and id < ?))`,
      )
      .get(record.host, record.rank, record.rank, record.id),
  );
  return numberOf(row, 'n');
}
