import type { Frontier } from './frontier.js';
import { isOfSites, type Scope } from './scope.js';

/**
 * Puts everything of the crawl's sites that was fetched, gone or failed back into the queue.
 *
 * A round that was cut short goes on where it stopped: nothing is put back while URLs of the
 * last round are still waiting. Rules may have changed, so what robots.txt or a reservation
 * forbade is judged again; scope and traps are not.
 *
 * @returns how many URLs were put back
 */
export function beginUpdate(frontier: Frontier, scope: Scope): number {
  const isOwn = (host: string): boolean => isOfSites(host, scope);
  if (frontier.queuedHosts().some(({ host }) => isOwn(host))) return 0;
  return frontier
    .sql(
      `update page set state = 'queued', rank = depth, tries = 0, hops = 0
       where host in (select value from json_each(?))
       and (state in ('done', 'gone', 'failed', 'redirect')
       or (state = 'refused' and reason in ('robots', 'tdm-reserved', 'private-address')))`,
    )
    .run(JSON.stringify(frontier.hosts().filter(isOwn))).changes;
}
