import type { Frontier } from './frontier.js';

/**
 * Puts everything that was fetched, gone or failed back into the queue.
 *
 * A round that was cut short goes on where it stopped: nothing is put back while URLs of the
 * last round are still waiting. Rules may have changed, so what robots.txt or a reservation
 * forbade is judged again; scope and traps are not.
 *
 * @returns how many URLs were put back
 */
export function beginUpdate(frontier: Frontier): number {
  if (frontier.queuedHosts().length > 0) return 0;
  return frontier
    .sql(
      `update page set state = 'queued', rank = depth, tries = 0, hops = 0
       where state in ('done', 'gone', 'failed', 'redirect')
       or (state = 'refused' and reason in ('robots', 'tdm-reserved', 'private-address'))`,
    )
    .run().changes;
}
