import { mkdirSync } from 'node:fs';
import type { Page } from '../model/index.js';
import { type Run, stableJson, writeFailure } from '../kit/index.js';
import { Archive } from './archive.js';
import { repairArchive } from './archive-repair.js';
import { linkedTo } from './clock.js';
import { Conduct } from './conduct.js';
import { crawlFiles } from './files.js';
import { Fetcher } from './fetch-page.js';
import { emptyTrash } from './forget.js';
import { Frontier } from './frontier.js';
import type { UrlRecord } from './url-record.js';
import { type Lock, takeLock } from './lock.js';
import { type CrawlOptions, type CrawlPlanSettings, settingsOf } from './options.js';
import { checkSeeds } from './check-seeds.js';
import { readArchived } from './warc-read.js';
import { isOfSites, outOfScope, siteOf } from './scope.js';
import { queueSeed } from './seeds.js';
import type { Session } from './session.js';
import { Tally } from './tally.js';
import { Traps } from './traps.js';
import { Takedowns } from './takedowns.js';
import { beginUpdate } from './update.js';

/** A session with everything opened, and what a killed run left to be handed on. */
export interface OpenSession {
  readonly session: Session;
  readonly pending: readonly UrlRecord[];
  readonly readBack: (record: UrlRecord) => Promise<Page | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Opens frontier and archive, repairs what a kill has torn, and queues the seeds.
 *
 * @throws DuizhaoError `crawl.no-contact`, `crawl.busy` …; nothing is left open then
 */
export async function openSession(options: CrawlOptions, run: Run): Promise<OpenSession> {
  const settings = settingsOf(options);
  await checkSeeds(settings);
  const { folder } = options;
  const lock = folder === undefined ? undefined : lockFolder(folder);
  try {
    return openParts(options, settings, run, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openParts(
  options: CrawlOptions,
  settings: CrawlPlanSettings,
  run: Run,
  lock: Lock | undefined,
): OpenSession {
  const files = options.folder === undefined ? undefined : crawlFiles(options.folder);
  const frontier = Frontier.open(files?.frontier ?? ':memory:');
  if (files !== undefined) emptyTrash(files.archive, frontier);
  if (files !== undefined) repairArchive(files.archive, frontier, run);
  const archive =
    files === undefined
      ? undefined
      : new Archive(
          files.archive,
          frontier,
          settings.agent.header,
          settings.clock,
          settings.limits.warcBytes,
        );
  const { controller, release } = linkedTo(run.signal);
  const session: Session = {
    settings,
    frontier,
    archive,
    conduct: new Conduct(frontier, settings.agent.token, settings.limits.robotsMaxAgeMs),
    fetcher: new Fetcher({ ...settings, ...settings.limits, userAgent: settings.agent.header }),
    tally: new Tally(settings.clock),
    takedowns: new Takedowns(frontier, options.forgotten),
    traps: new Traps(frontier),
    run: { ...run, signal: controller.signal },
    hosts: new Map(),
    woken: new Set(),
  };
  prepareQueue(session, options);
  return {
    session,
    pending: frontier.undelivered().filter(({ host }) => isOfSites(host, settings.scope)),
    readBack: (record) =>
      files === undefined
        ? Promise.resolve(undefined)
        : readArchived(files.archive, record, settings),
    close: async () => {
      controller.abort();
      release();
      await session.fetcher.close();
      archive?.close();
      frontier.close();
      lock?.release();
    },
  };
}

function lockFolder(folder: string): Lock {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeFailure(error, folder);
  }
  return takeLock(crawlFiles(folder).lock);
}

/** Seeds in, leftovers judged anew, hosts woken. */
function prepareQueue(session: Session, options: CrawlOptions): void {
  const { frontier, tally, woken, settings } = session;
  frontier.transact(() => {
    handOnAgain(session, options.recipe !== undefined);
    if (options.update === true) beginUpdate(frontier, settings.scope);
    reconsider(session);
    for (const { host, count } of frontier.queuedHosts()) {
      if (!isOfSites(host, settings.scope)) continue; // it waits for a crawl of its own site
      tally.add(host, 'queued', count);
      woken.add(host);
    }
    for (const canonical of settings.seeds) queueSeed(session, canonical);
  });
}

/** Other patterns or a greater depth than last time may let in what was refused then. */
function reconsider({ frontier, settings }: Session): void {
  const { scope, officeFiles } = settings;
  const signature = [
    ...scope.sites,
    scope.maxDepth,
    officeFiles,
    ...scope.include,
    ...scope.exclude,
  ].join(' ');
  if (frontier.note('scope') === signature) return;
  frontier.setNote('scope', signature);
  const refused = frontier
    .sql(
      `select id, url, depth from page where state = 'refused' and reason in
       ('other-site', 'excluded', 'not-included', 'too-deep', 'office-file')`,
    )
    .all();
  for (const row of refused) {
    const { id, url, depth } = scopeRow(row);
    if (outOfScope(url, depth, scope, officeFiles) === undefined) {
      frontier.settle(id, { state: 'queued', reason: '' });
    }
  }
}

/**
 * A recipe with other selectors than last time: the pages of its sites are handed on again, from
 * the archive, so that they are extracted anew. A crawl without a recipe changes nothing.
 */
function handOnAgain({ frontier, settings }: Session, hasRecipe: boolean): void {
  if (!hasRecipe) return;
  for (const site of settings.scope.sites) {
    const name = `selectors:${site}`;
    const now = settings.hints === undefined ? '' : stableJson(settings.hints);
    if ((frontier.note(name) ?? '') === now) continue;
    frontier.setNote(name, now);
    const rows = frontier
      .sql(
        `select id, url, depth from page where state in ('done', 'queued') and file <> '' and sha256 <> ''
        and reason not in ('duplicate', 'not-an-article', 'sitemap')`,
      )
      .all();
    for (const { id, url } of rows.map(scopeRow)) {
      if (siteOf(url) === site) frontier.settle(id, { delivered: 0 });
    }
  }
}

function scopeRow(row: unknown): { id: number; url: string; depth: number } {
  const { id, url, depth } = Object.assign({ id: 0, url: '', depth: 0 }, row);
  return { id, url, depth };
}
