import Database from 'libsql';
import { databaseFailure } from './row.js';

/** Held by the one crawl that may write into a folder; the system releases it at any death. */
export interface Lock {
  readonly release: () => void;
}

/**
 * Takes the lock of a crawl folder: an exclusive transaction on a database that stays empty.
 *
 * No process id is written, so nothing stale is left behind by a kill.
 *
 * @throws DuizhaoError `crawl.busy` when another process holds it
 */
export function takeLock(file: string): Lock {
  try {
    const connection = new Database(file, { timeout: 200 });
    connection.exec('begin exclusive');
    return {
      release: () => {
        connection.close();
      },
    };
  } catch (error) {
    throw databaseFailure(error, file);
  }
}
