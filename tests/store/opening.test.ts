import { describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isCorpus, openCorpus } from '../../src/store/index.js';
import { build, failure, inFolder, ticking, type Line } from './support.js';

const LINES: readonly Line[] = [['你好。', 'Hello.']];

function fill(folder: string): string {
  const corpus = openCorpus(folder, { create: true, clock: ticking() });
  for (let n = 0; n < 50; n++)
    build(corpus, `https://a.example/${n}`, [[`第${n}段。`, `Part ${n}.`]]);
  corpus.close();
  return join(folder, 'corpus.db');
}

describe('openCorpus', () => {
  test('makes a corpus only when asked to', () => {
    inFolder((folder) => {
      expect(() => openCorpus(folder)).toThrow(failure('store.no-corpus'));
      expect(isCorpus(folder)).toBe(false);
      openCorpus(folder, { create: true }).close();
      expect(isCorpus(folder)).toBe(true);
      openCorpus(folder).close();
    });
  });

  test('leaves all of the corpus in one file when everybody closed', () => {
    inFolder((folder) => {
      const file = fill(folder);
      mkdirSync(join(folder, 'copy'));
      copyFileSync(file, join(folder, 'copy', 'corpus.db'));
      const copy = openCorpus(join(folder, 'copy'), { readOnly: true });
      expect(copy.counts().pairs).toBe(50);
      copy.close();
    });
  });

  test.each(['', '库 ? # %20', 'a&b=c'])('works in a folder named %p', (name) => {
    inFolder((outer) => {
      const folder = join(outer, name);
      mkdirSync(folder, { recursive: true });
      fill(folder);
      const corpus = openCorpus(folder, { readOnly: true });
      expect(corpus.counts().pairs).toBe(50);
      corpus.close();
    });
  });

  test.each([
    ['text', Buffer.from('name,zh,en\n'.repeat(50))],
    ['a few bytes', Buffer.from('SQLite format 3\0')],
    ['zeros', Buffer.alloc(8192)],
  ])('refuses a file of %s and leaves it as it is', (_what, content) => {
    inFolder((folder) => {
      const file = join(folder, 'corpus.db');
      writeFileSync(file, content);
      expect(() => openCorpus(folder, { create: true })).toThrow(failure('store.not-a-corpus'));
      expect(readFileSync(file)).toEqual(content);
      expect(readdirSync(folder)).toEqual(['corpus.db']);
    });
  });

  test.each([0, 42])('refuses the database of another program (application id %p)', (id) => {
    inFolder((folder) => {
      const file = join(folder, 'corpus.db');
      const database = new Database(file);
      database.exec(`CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA application_id = ${id}`);
      database.close();
      const before = readFileSync(file);
      expect(() => openCorpus(folder, { create: true })).toThrow(failure('store.not-a-corpus'));
      expect(readFileSync(file)).toEqual(before);
    });
  });

  test('goes on from an empty file, as a killed init leaves it', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'corpus.db'), '');
      fill(folder);
      expect(openCorpus(folder).counts().pairs).toBe(50);
    });
  });

  test('refuses an empty file to all who do not make a corpus', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'corpus.db'), '');
      expect(() => openCorpus(folder)).toThrow(failure('store.corrupt'));
      expect(() => openCorpus(folder, { readOnly: true })).toThrow(failure('store.corrupt'));
    });
  });

  test('refuses a corpus that lost its end', () => {
    inFolder((folder) => {
      const file = fill(folder);
      truncateSync(file, readFileSync(file).length - 10_000);
      expect(() => openCorpus(folder)).toThrow(failure('store.corrupt'));
    });
  });

  test('refuses a corpus whose first page is overwritten', () => {
    inFolder((folder) => {
      const file = fill(folder);
      const bytes = readFileSync(file);
      bytes.fill(0xff, 100, 4096);
      writeFileSync(file, bytes);
      expect(() => openCorpus(folder)).toThrow(failure('store.corrupt'));
    });
  });

  test('refuses a corpus of a later version', () => {
    inFolder((folder) => {
      const database = new Database(fill(folder));
      database.exec('PRAGMA user_version = 999');
      database.close();
      expect(() => openCorpus(folder)).toThrow(failure('store.newer-version'));
    });
  });

  test.each([
    ['in a folder that does not exist', (folder: string) => join(folder, 'missing')],
    [
      'where a file is in the way',
      (folder: string) => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file');
      },
    ],
    [
      'where a folder has its name',
      (folder: string) => {
        mkdirSync(join(folder, 'corpus.db'));
        return folder;
      },
    ],
  ])('cannot make a corpus %s', (_where, place) => {
    inFolder((folder) => {
      const target = place(folder);
      expect(() => openCorpus(target, { create: true })).toThrow(/corpus\.db/);
    });
  });
});

describe('a corpus opened for reading', () => {
  test('refuses every write', () => {
    inFolder((folder) => {
      fill(folder);
      const corpus = openCorpus(folder, { readOnly: true });
      expect(() => build(corpus, 'https://a.example/new', LINES)).toThrow(
        failure('store.read-only'),
      );
      expect(corpus.counts().sources).toBe(50);
      corpus.close();
    });
  });

  test('sees what a writer saved, and only whole documents', () => {
    inFolder((folder) => {
      const writer = openCorpus(folder, { create: true });
      const reader = openCorpus(folder, { readOnly: true });
      expect(reader.counts().pairs).toBe(0);
      writer.batch(() => {
        build(writer, 'a', LINES);
        expect(reader.counts().pairs).toBe(0);
      });
      expect(reader.counts().pairs).toBe(1);
      reader.close();
      writer.close();
    });
  });
});

test('a writer is told that another one is at work', () => {
  inFolder((folder) => {
    const one = openCorpus(folder, { create: true });
    const other = openCorpus(folder, { busyMs: 20 });
    one.batch(() => {
      expect(() => build(other, 'b', LINES)).toThrow(failure('store.busy'));
    });
    build(other, 'b', LINES);
    expect(one.counts().pairs).toBe(1);
    other.close();
    one.close();
  });
});

test('a batch is all or nothing, even when the error of one save is caught inside', () => {
  inFolder((folder) => {
    const corpus = openCorpus(folder, { create: true });
    const failing = (): void => {
      const source = { key: 'missing', sha256: '' };
      corpus.results.saveNothing([source], 's', { stage: 'read', reason: 'x' });
    };
    expect(() => {
      corpus.batch(() => {
        build(corpus, 'a', LINES);
        throw new RangeError('stop');
      });
    }).toThrow('stop');
    expect(() => {
      corpus.batch(() => {
        build(corpus, 'a', LINES);
        expect(failing).toThrow(failure('store.no-source'));
      });
    }).toThrow(failure('store.no-source'));
    expect(corpus.counts()).toMatchObject({ sources: 0, pairs: 0 });
    corpus.batch(() => build(corpus, 'a', LINES));
    expect(corpus.counts()).toMatchObject({ sources: 1, pairs: 1 });
    corpus.close();
  });
});

test('a clock that jumps back does not change the order of anything', () => {
  inFolder((folder) => {
    const times = [Date.UTC(2030), Date.UTC(1999), Date.UTC(2024), Date.UTC(1971)];
    let call = 0;
    const clock = (): Date => new Date(times[call++ % times.length] ?? 0);
    const corpus = openCorpus(folder, { create: true, clock });
    for (const name of ['c', 'a', 'b']) build(corpus, name, [[name, name]]);
    expect([...corpus.pairs.stream()].map(({ pair }) => pair.zh)).toEqual(['c', 'a', 'b']);
    const [pair] = corpus.pairs.of('a');
    if (pair !== undefined) {
      corpus.edits.decide(pair.id, { zh: 'x' }, 'Li');
      corpus.edits.withdraw(pair.id, 'Li');
      const what = corpus.history(pair.id).map((entry) => entry.what);
      expect(what).toEqual(['made', 'decided', 'withdrawn']);
    }
    expect(corpus.verify().problems).toEqual([]);
    corpus.close();
  });
});
