import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveSite } from '../../scripts/serve-site.mjs';
import { openCorpus } from '../../src/store/index.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const ARTICLE = '/zwgk/yw/202403/t20240318_1001.html';

describe('a site.yaml with selectors', () => {
  test('decides what is extracted, and decides anew when it changes', async () => {
    const site = await serveSite();
    const folder = emptyFolder();
    const corpus = join(folder, 'corpus');
    const work = async (selectors: string): Promise<{ texts: string[]; aside: string[] }> => {
      const recipe = join(folder, 'site.yaml');
      writeFileSync(recipe, `start: ["${site.url}${ARTICLE}"]\ndepth: 0\ndelay: 0\n${selectors}`);
      expect((await run(['crawl', recipe, '-C', corpus, '--allow-private', '-q'])).err).not.toMatch(
        /^error/m,
      );
      expect((await run(['build', '-C', corpus])).code).toBe(0);
      const open = openCorpus(corpus, { readOnly: true });
      try {
        const document = open.documents.load(`${site.url}${ARTICLE}`);
        expect(document?.meta['recipe-unmatched']).toBeUndefined();
        const { blocks = [], setAside = [] } = document ?? {};
        return {
          texts: blocks.map(({ text }) => text),
          aside: setAside.filter(({ reason }) => reason === 'recipe').map(({ text }) => text),
        };
      } finally {
        open.close();
      }
    };
    try {
      const whole = await work('');
      expect(whole.aside).toEqual([]);
      expect(whole.texts.length).toBeGreaterThan(6);
      const less = await work(
        'selectors:\n  content: .TRS_Editor\n  remove: ".TRS_Editor p:nth-child(-n+3)"\n  title: h1\n  date: .info\n',
      );
      expect(less.aside.length).toBeGreaterThan(0);
      expect(less.texts.length).toBeLessThan(whole.texts.length);
      expect(whole.texts).toEqual(expect.arrayContaining(less.texts));
      expect(await work('')).toEqual(whole);
    } finally {
      await site.close();
    }
  });
});
