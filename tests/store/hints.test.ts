import { expect, test } from '@jest/globals';
import { inCorpus, pageOf, save } from './support.js';

const LINES = [['你好。', 'Hello.']] as const;

test('hints of a recipe come back with the page', () => {
  inCorpus((corpus) => {
    const page = {
      ...pageOf('https://a.example/1', 'x'),
      hints: { content: '.a', remove: ['.b'] },
    };
    corpus.sources.put(page);
    expect(corpus.sources.load(page.origin.location)).toMatchObject({
      page: { hints: page.hints },
    });
  });
});

test('other hints make a page pending, the same ones do not', () => {
  inCorpus((corpus) => {
    const page = pageOf('https://a.example/1', 'x');
    const put = (hints?: { content: string }): string =>
      corpus.sources.put(hints === undefined ? page : { ...page, hints }).change;
    const pending = (): number => corpus.sources.countPending('s1');
    put();
    save(corpus, [page], LINES);
    expect([put({ content: '.a' }), pending()]).toEqual(['changed', 1]);
    save(corpus, [page], LINES);
    expect([put({ content: '.a' }), pending()]).toEqual(['unchanged', 0]);
    expect([put(), pending()]).toEqual(['changed', 1]);
    expect(corpus.sources.versions(page.origin.location)).toHaveLength(1);
  });
});

test('when one of two paired pages gets other hints, both are built again', () => {
  inCorpus((corpus) => {
    const [zh, en] = [pageOf('https://a.example/zh', 'zh'), pageOf('https://a.example/en', 'en')];
    corpus.sources.put(zh);
    corpus.sources.put(en);
    save(corpus, [zh, en], LINES);
    corpus.sources.put({ ...en, hints: { title: 'h1' } });
    expect(corpus.sources.countPending('s1')).toBe(2);
  });
});
