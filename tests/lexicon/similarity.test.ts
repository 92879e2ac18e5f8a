import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';
import { contentSimilarity, loadLexicon } from '../../src/lexicon/index.js';

const names = ['consul-general-visit', 'tea-festival', 'marathon', 'library-books', 'herons-guide'];

function text(side: 'zh' | 'en', name: string): string {
  return readFileSync(join(packageRoot, 'corpus', 'gold', 'align', side, `${name}.txt`), 'utf8');
}

test.each(names)('%s is most like its own translation, by a clear margin', (name) => {
  const lexicon = loadLexicon();
  const own = contentSimilarity(lexicon, text('zh', name), text('en', name));
  const others = names
    .filter((other) => other !== name)
    .map((other) => contentSimilarity(lexicon, text('zh', name), text('en', other)));
  expect(own).toBeGreaterThan(1.3 * Math.max(...others));
});

test('an empty side is like nothing', () => {
  expect(contentSimilarity(loadLexicon(), '', 'Something.')).toBe(0);
  expect(contentSimilarity(loadLexicon(), '你好', '')).toBe(0);
});
