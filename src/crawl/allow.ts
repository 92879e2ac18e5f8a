import { existsSync } from 'node:fs';
import { crawlFiles } from './files.js';
import { recordsOf, targetOf } from './forget.js';
import { Frontier } from './frontier.js';
import { takeLock } from './lock.js';

/**
 * Lifts a takedown: the URL or site may be fetched again, by the next crawl that comes to it.
 *
 * @param target - as it was given to `forgetPages`
 * @returns URLs put back into the queue
 * @throws DuizhaoError `crawl.busy`, `crawl.bad-target`
 */
export function allowPages(folder: string, target: string): number {
  const wanted = targetOf(target);
  const files = crawlFiles(folder);
  if (!existsSync(files.frontier)) return 0;
  const lock = takeLock(files.lock);
  const frontier = Frontier.open(files.frontier);
  try {
    return frontier.transact(() => {
      frontier.sql('delete from forgotten where target = ?').run(wanted);
      const held = recordsOf(frontier, wanted).filter(({ reason }) => reason === 'forgotten');
      for (const { id } of held) frontier.settle(id, { state: 'queued', reason: '' });
      return held.length;
    });
  } finally {
    frontier.close();
    lock.release();
  }
}
