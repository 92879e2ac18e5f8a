import { describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairId } from '../../src/model/index.js';
import { openCorpus, type Corpus } from '../../src/store/index.js';
import { countedSeal } from '../../src/store/history-seal.js';
import { migrate } from '../../src/store/schema/prepare.js';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/schema/migrations.js';
import { Sql } from '../../src/store/sqlite.js';
import { build, failure, inCorpus, inFolder, pageOf, save, ticking, type Line } from './support.js';

const LINES: readonly Line[] = [
  ['市外办主任会见了客人。', 'The director met the guests.'],
  ['双方就经贸合作交换了意见。', 'They talked about trade.'],
];

function withFilled(work: (corpus: Corpus, folder: string) => void): void {
  inFolder((folder) => {
    const corpus = openCorpus(folder, { create: true, clock: ticking() });
    build(corpus, 'https://a.example/1', LINES);
    build(corpus, 'https://a.example/2', [['特别的句子。', 'A peculiar sentence.']]);
    build(corpus, 'https://www.b.example/3', [...LINES, ['第三句。', 'The third.']]);
    work(corpus, folder);
    corpus.close();
  });
}

describe('a backup', () => {
  test('is a corpus with everything in it, and stays as it was', () => {
    withFilled((corpus, folder) => {
      const { file, bytes, pairs } = corpus.backup(join(folder, 'copy', 'of'));
      expect(readFileSync(file)).toHaveLength(bytes);
      expect(pairs).toBe(corpus.counts().pairs);
      const before = [...corpus.pairs.stream()];
      build(corpus, 'https://a.example/4', [['后来的。', 'Later.']]);
      const copy = openCorpus(join(folder, 'copy', 'of'), { readOnly: true });
      expect([...copy.pairs.stream()]).toEqual(before);
      expect(copy.verify().problems).toEqual([]);
      copy.close();
    });
  });

  test('does not take the place of another unless allowed', () => {
    withFilled((corpus, folder) => {
      const target = join(folder, 'copy');
      corpus.backup(target);
      const before = readFileSync(join(target, 'corpus.db'));
      expect(() => corpus.backup(target)).toThrow(failure('store.backup-exists'));
      expect(readFileSync(join(target, 'corpus.db'))).toEqual(before);
      build(corpus, 'https://a.example/4', [['后来的。', 'Later.']]);
      corpus.backup(target, { overwrite: true });
      const copy = openCorpus(target, { readOnly: true });
      expect(copy.counts()).toEqual(corpus.counts());
      copy.close();
    });
  });

  test('is never put in place of the corpus itself, whose writers go on in it', () => {
    withFilled((corpus, folder) => {
      const before = readFileSync(join(folder, 'corpus.db'));
      const link = join(folder, 'link');
      symlinkSync(folder, link);
      for (const place of [folder, link]) {
        expect(() => corpus.backup(place, { overwrite: true })).toThrow(
          failure('store.backup-onto-itself'),
        );
      }
      expect(readFileSync(join(folder, 'corpus.db'))).toEqual(before);
      build(corpus, 'https://a.example/4', [['后来的。', 'Later.']]);
      expect(corpus.verify().problems).toEqual([]);
    });
  });

  test('of a corpus with a damaged text is not made, and the one before stays', () => {
    inFolder((folder) => {
      const target = join(folder, 'copy');
      const corpus = openCorpus(folder, { create: true, clock: ticking() });
      build(corpus, 'https://a.example/1', LINES);
      corpus.backup(target);
      corpus.close();
      const good = readFileSync(join(target, 'corpus.db'));
      const file = join(folder, 'corpus.db');
      const content = readFileSync(file);
      content[content.lastIndexOf('经贸合作') + 1] = 0x20;
      writeFileSync(file, content);
      const damaged = openCorpus(folder, { readOnly: true });
      expect(() => damaged.backup(target, { overwrite: true })).toThrow(failure('store.corrupt'));
      damaged.close();
      expect(readFileSync(join(target, 'corpus.db'))).toEqual(good);
      expect(readdirSync(target)).toEqual(['corpus.db']);
    });
  });

  test('can be made from a corpus opened for reading', () => {
    withFilled((_corpus, folder) => {
      const reader = openCorpus(folder, { readOnly: true });
      reader.backup(join(folder, 'copy'));
      expect(existsSync(join(folder, 'copy', 'corpus.db'))).toBe(true);
      reader.close();
    });
  });
});

describe('a takedown', () => {
  test('of an address removes all that came from it, and every trace of the text', () => {
    withFilled((corpus, folder) => {
      const [pair] = corpus.pairs.of('https://a.example/2');
      if (pair !== undefined) corpus.edits.decide(pair.id, { en: 'A peculiar phrase.' }, 'Li');
      const target = { kind: 'location', location: 'https://a.example/2' } as const;
      expect(corpus.forget(target, 'Wang')).toMatchObject({
        locations: ['https://a.example/2'],
        documents: 1,
        pairs: 1,
        bodies: [expect.stringMatching(/^[0-9a-f]{64}$/)],
        copies: [],
      });
      expect(corpus.sources.get('https://a.example/2')).toBeUndefined();
      expect(corpus.isForgotten('https://a.example/2')).toBe(true);
      expect(corpus.isForgotten('https://a.example/1')).toBe(false);
      expect(corpus.takedowns()).toMatchObject([
        { who: 'Wang', target: 'https://a.example/2', counts: { sources: 1, pairs: 1 } },
      ]);
      expect(corpus.verify().problems).toEqual([]);
      corpus.close();
      const bytes = readFileSync(join(folder, 'corpus.db'));
      for (const trace of ['特别的句子', 'peculiar']) expect(bytes.includes(trace)).toBe(false);
      expect(bytes.includes('市外办主任')).toBe(true);
    });
  });

  test('of a site takes its subdomains along and no other host', () => {
    withFilled((corpus) => {
      build(corpus, 'https://notb.example/1', [['别的。', 'Other.']]);
      const { locations } = corpus.forget({ kind: 'site', host: 'B.example' }, 'Wang');
      expect(locations).toEqual(['https://www.b.example/3']);
      expect(corpus.isForgotten('http://b.example/x')).toBe(true);
      expect(corpus.isForgotten('http://notb.example/x')).toBe(false);
    });
  });

  test('names copies that stay, and they come into their own', () => {
    withFilled((corpus) => {
      build(corpus, 'https://c.example/1', LINES);
      const target = { kind: 'location', location: 'https://a.example/1' } as const;
      expect(corpus.forget(target, 'Wang').copies).toEqual(['https://c.example/1']);
      const pending = [...corpus.sources.pending('s1')].map(({ key }) => key);
      expect(pending).toEqual(['https://www.b.example/3', 'https://c.example/1']);
    });
  });

  test('of one page of a pair leaves the other waiting for a build', () => {
    inCorpus((corpus) => {
      const [zh, en] = [pageOf('https://a.example/zh', 'zh'), pageOf('https://a.example/en', 'en')];
      for (const page of [zh, en]) corpus.sources.put(page);
      save(corpus, [zh, en], LINES);
      corpus.forget({ kind: 'location', location: 'https://a.example/zh' }, 'Wang');
      expect(corpus.counts()).toMatchObject({ sources: 1, documents: 0, pairs: 0 });
      expect([...corpus.sources.pending('s1')].map(({ key }) => key)).toEqual([
        'https://a.example/en',
      ]);
    });
  });
});

describe('verify', () => {
  test('finds nothing wrong with a sound corpus', () => {
    withFilled((corpus) => {
      expect(corpus.verify()).toEqual({
        ...{ sources: 3, bodies: 3, documents: 3, duplicates: 0, pairs: 6 },
        problems: [],
      });
    });
  });

  test('counts as statistics do: documents that repeat another apart', () => {
    withFilled((corpus) => {
      build(corpus, 'https://a.example/again', LINES);
      const { sources, documents, duplicates, pairs } = corpus.counts();
      expect({ documents, duplicates }).toEqual({ documents: 3, duplicates: 1 });
      expect(corpus.verify()).toMatchObject({ sources, documents, duplicates, pairs });
    });
  });

  test.each([
    ['body-hash', "UPDATE body SET packed = x'4b4c04' WHERE rowid = 1"],
    ['body-unused', "INSERT INTO body VALUES ('00', 0, x'0300')"],
    ['source-without-version', 'DELETE FROM source_version WHERE source = 1'],
    ['source-without-document', 'DELETE FROM document_source WHERE source = 1'],
    ['document-without-source', 'DELETE FROM document_source WHERE source = 1'],
    ['document-text', 'UPDATE document SET blocks = blocks + 1 WHERE n = 1'],
    ['document-text', "UPDATE document SET packed = x'00' WHERE n = 1"],
    ['document-doubled', 'UPDATE document SET id = (SELECT id FROM document WHERE n = 1)'],
    ['duplicate-with-pairs', 'UPDATE document SET duplicate_of = 1 WHERE n = 2'],
    ['duplicate-of-other-text', 'UPDATE document SET duplicate_of = 1 WHERE n = 2'],
    ['position', 'UPDATE pair SET position = 1 WHERE document = 1'],
    ['tally', "UPDATE pair SET state = 'rejected' WHERE document = 1"],
    ['tally', 'UPDATE pair SET score = 0.11 WHERE document = 1'],
    [
      'tally',
      'UPDATE pair SET checks = \',x,\', findings = \'[{"check":"x","detail":"","rejects":false}]\'',
    ],
    ['tally', "UPDATE document SET tally = '{}' WHERE n = 1"],
    ['pair-text', "UPDATE pair SET en = en || ' x' WHERE document = 1"],
    ['pair-text', "UPDATE pair SET zh = '改' || substr(zh, 2) WHERE document = 1"],
    ['pair-doubled', 'UPDATE pair SET id = (SELECT id FROM pair WHERE n = 1) WHERE n = 2'],
    ['player-without-pair', 'DELETE FROM pair WHERE document = 1'],
    ['pair-without-player', 'DELETE FROM players WHERE document = 1'],
    ['decision-missing', "UPDATE pair SET state = 'edited' WHERE document = 1"],
    ['decision-not-applied', "UPDATE decision SET en = 'other'"],
    ['decision-lost', "UPDATE decision SET pair = '00'"],
    ['text-encoding', "UPDATE pair SET zh = CAST(x'e4bda0ff' AS TEXT) WHERE n = 1"],
    ['text-encoding', "UPDATE set_aside SET reason = CAST(x'e4bd' AS TEXT)"],
    ['text-encoding', "UPDATE history SET who = CAST(x'4cff' AS TEXT)"],
    ['history', 'DELETE FROM history'],
    ['history', "UPDATE history SET who = 'Wang'"],
    ['history', "UPDATE history SET became = 'no JSON'"],
    ['history', "INSERT INTO history (pair, at, who, what) VALUES ('00', '', 'Li', 'decided')"],
    ['history', 'DELETE FROM history_seal'],
    ['index', 'DELETE FROM pair_text WHERE rowid = 1'],
    ['file', 'PRAGMA foreign_keys = OFF; DELETE FROM source WHERE n = 1'],
  ])('finds %s after: %s', (check, damage) => {
    withFilled((corpus, folder) => {
      const [pair] = corpus.pairs.of('https://a.example/2');
      if (pair !== undefined) corpus.edits.decide(pair.id, { en: 'A peculiar phrase.' }, 'Li');
      corpus.close();
      const database = new Database(join(folder, 'corpus.db'));
      database.exec(damage);
      database.close();
      const again = openCorpus(folder);
      expect(again.verify().problems.map((problem) => problem.check)).toContain(check);
      again.close();
    });
  });
});

describe('a corpus of an earlier schema', () => {
  /** As that version left it: made by its own steps, filled by plain SQL. */
  function makeOld(folder: string, schema: number): void {
    const file = join(folder, 'corpus.db');
    const sql = new Sql(file, file, 1000);
    sql.transaction(() => {
      migrate(sql, schema);
      sql.exec(`
        INSERT INTO body VALUES ('aa', 0, x'0300');
        INSERT INTO source VALUES
          (1, 'a.txt', 'page', 'aa', NULL, '{"origins":[{"kind":"path","location":"a.txt","sha256":"aa"}]}',
           '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', 'aa', 's1', 'document');
        INSERT INTO source_version VALUES (1, 'aa', '2024-01-01T00:00:00Z', '{}');
        INSERT INTO document VALUES
          (1, 'a.txt', '${'d'.repeat(64)}', NULL, NULL, '2024-01-01', 'interleaved',
           '{"id":"${'d'.repeat(64)}","key":"a.txt"}', 0, '{"groups":[],"scores":[],"lengths":[]}', x'00');
        INSERT INTO document_source VALUES (1, 1);
        INSERT INTO pair (id, document, position, state, score, confidence, shape, layout, zh, en,
          zh_length, en_length, detail, is_first, made_ms)
        VALUES ('${'e'.repeat(32)}', 1, 1, 'edited', 0.5, 0.5, '1-1', 'interleaved', '城市', 'Cities',
          2, 6, '{"blocks":{"zh":[1],"en":[2]}}', 0, 0);
        INSERT INTO decision VALUES ('${'e'.repeat(32)}', 'a.txt', 'edited', '城市', 'Cities', NULL,
          'Li', '2024-01-01T00:00:00Z', '{"zh":"城市","en":"City","state":"new","position":1}', NULL);
        INSERT INTO history (pair, at, who, what, was, became) VALUES ('${'e'.repeat(32)}',
          '2024-01-01T00:00:00Z', 'Li', 'decided', '{"en":"City"}', '{"en":"Cities"}');
      `);
      if (schema >= 2)
        sql.exec("INSERT INTO pair_text (rowid, zh, en) VALUES (1, '城 市', 'citi')");
      if (schema >= 5) {
        const { entries, sum } = countedSeal(sql);
        sql.run('UPDATE history_seal SET entries = ?, sum = ?', entries, sum);
      }
    });
    sql.close();
  }

  const earlier = MIGRATIONS.map(({ to }) => to).filter((to) => to < SCHEMA_VERSION);

  test.each(earlier)('%p is brought up to date with nothing lost', (schema) => {
    inFolder((folder) => {
      makeOld(folder, schema);
      expect(() => openCorpus(folder, { readOnly: true })).toThrow(failure('store.older-version'));
      const asItIs = openCorpus(folder, { readOnly: true, anySchema: true });
      expect(asItIs.backup(join(folder, 'copy')).pairs).toBe(1);
      asItIs.close();
      const copied = openCorpus(join(folder, 'copy'));
      expect(copied.pairs.of('a.txt')).toMatchObject([{ zh: '城市', state: 'edited' }]);
      copied.close();
      const corpus = openCorpus(folder);
      expect(corpus.pairs.of('a.txt')).toMatchObject([{ zh: '城市', state: 'edited' }]);
      expect(corpus.edits.on(pairId('e'.repeat(32)))).toMatchObject({ who: 'Li' });
      expect(corpus.search.count({ en: ['city'] })).toBe(1);
      const isHistory = ({ check }: { readonly check: string }): boolean => check === 'history';
      expect(corpus.verify().problems.filter(isHistory)).toEqual([]);
      // What repetitions are looked up by is made anew.
      const pending = [...corpus.sources.pending('s1')].map(({ key }) => key);
      expect(pending).toEqual(['a.txt']);
      corpus.close();
      openCorpus(folder, { readOnly: true }).close();
    });
  });

  test('schemas are numbered without gaps', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_one, at) => at + 1));
  });
});

test('counts are the same read by themselves or from the tallies of everything', () => {
  withFilled((corpus) => {
    const [first] = corpus.pairs.stream();
    if (first !== undefined) corpus.edits.decide(first.pair.id, { state: 'rejected' }, 'Li Hua');
    const counts = corpus.counts();
    expect(JSON.stringify(counts)).toBe(JSON.stringify(corpus.counts(corpus.tallies())));
    expect(counts.byState.rejected).toBeGreaterThan(0);
  });
});

test('counts of a document without groups are told as damage', () => {
  withFilled((corpus, folder) => {
    const database = new Database(join(folder, 'corpus.db'));
    database.exec("UPDATE document SET tally = '{}'");
    database.close();
    expect(() => corpus.counts()).toThrow(failure('store.corrupt'));
  });
});
