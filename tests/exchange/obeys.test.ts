import { expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { FORMATS, withoutEffect } from '../../src/exchange/index.js';
import type { AnyFormat, StatedOption, WriteOptions } from '../../src/exchange/index.js';
import { collect, tracedPair } from './samples.js';

/** Every option with a value that is not the default, and what it needs beside it. */
const STATED: Readonly<Record<StatedOption, readonly [WriteOptions, WriteOptions?]>> = {
  columns: [{ columns: ['en'] }],
  excel: [{ excel: true }],
  delimiter: [{ delimiter: ';' }],
  header: [{ header: 'sketch-engine' }],
  profile: [{ profile: 'trados' }],
  zhCode: [{ zhCode: 'zh-TW' }, { header: 'codes' }],
  enCode: [{ enCode: 'en-GB' }, { header: 'codes' }],
  unit: [{ unit: 'paragraph' }],
  source: [{ source: 'en' }],
  context: [{ context: true }, { profile: 'memoq' }],
  title: [{ title: 'Another title' }],
};

const pairs = [
  tracedPair('=第一句。', 'One.', { position: 1 }),
  tracedPair('第二句。', 'Two.', { position: 2 }),
  tracedPair('长'.repeat(2_100), 'Longer than Trados takes.', { position: 3 }),
];

/** What a file says; without the random names and the times inside a package. */
async function said(format: AnyFormat, options: WriteOptions): Promise<string> {
  if (format.kind === 'file-set') {
    const parts = await collect(format.write(pairs, options));
    return parts.map(({ suffix, chunk }) => `${suffix} ${String(chunk)}`).join('\n');
  }
  const chunks = await collect(format.write(pairs, options));
  const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
  if (format.name !== 'docx' && format.name !== 'xlsx') return bytes.toString('latin1');
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /document\.xml$|sheet1\.xml$|sharedStrings/.test(name))
    .map(([name, content]) => `${name} ${Buffer.from(content).toString('latin1')}`)
    .join('\n');
}

test.each(FORMATS)('$name obeys what it says it obeys and nothing else', async (format) => {
  for (const [option, [stated, beside = {}]] of Object.entries(STATED)) {
    const [plain, told] = [
      await said(format, beside),
      await said(format, { ...beside, ...stated }),
    ];
    const named = withoutEffect(format, stated).join();
    expect([option, named]).toEqual([option, told === plain ? option : '']);
  }
});
