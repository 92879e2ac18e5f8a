import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage } from '../../src/extract/index.js';
import { answerOf, givenBy, readMarked } from '../../scripts/extract/marked-page.js';
import { page } from './pages.js';

const FOLDER = join(import.meta.dirname, 'manner');

/** Pages written in the manner of real ones, each with its right answer marked in it. */
describe.each(readdirSync(FOLDER).sort())('%s', (name) => {
  const marked = readMarked(join(FOLDER, name));
  const document = extractPage(page(marked.html, `https://www.example.gov.cn/zwgk/yw/${name}`));

  test('gives its text in the right sections, and nothing else', () => {
    expect(givenBy(document, marked)).toEqual(answerOf(marked));
  });

  test('tells its layout and date', () => {
    const { layout = document.layout, date = document.date } = marked.expected;
    expect({ layout: document.layout, date: document.date }).toEqual({ layout, date });
  });
});
