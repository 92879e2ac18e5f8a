import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { aside, documentFrom, texts } from './make/read.js';

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
const noted = (text: string, note: number) =>
  new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(note)] });

async function report(): Promise<Uint8Array> {
  const document = new Document({
    footnotes: {
      1: { children: [new Paragraph('数字来自统计局。')] },
      2: { children: [new Paragraph('The figures are from the bureau of statistics.')] },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: '友好城市会议', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: 'Meeting of Sister Cities', heading: HeadingLevel.HEADING_1 }),
          noted('会议在市民中心举行，三十名代表参加了会议。', 1),
          noted('The meeting was held at the Civic Center and attended by thirty people.', 2),
          new Table({
            rows: [
              new TableRow({ children: [cell('代表团'), cell('Delegation')] }),
              new TableRow({ children: [cell('总领事'), cell('Consul General')] }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('a Word file', () => {
  let bytes = new Uint8Array();
  beforeAll(async () => {
    bytes = new Uint8Array(await report());
  });

  test('sets aside what stands in an element no converter knows', async () => {
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const damaged = xml.replace('<w:tbl>', '<w:odd>').replace('</w:tbl>', '</w:odd>');
    const packet = zipSync({ ...parts, 'word/document.xml': strToU8(damaged) });
    const document = await documentFrom('a.docx', packet);
    expect(texts(document)).not.toContain('总领事');
    expect(aside(document, 'not-converted')).toEqual(
      expect.arrayContaining(['总领事', 'Consul General']),
    );
  });

  test('misses no paragraph that stands elsewhere as well, though its end is broken', async () => {
    const word = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const again = word('Blog').replace('</w:p>', '</wGp>') + word('Network');
    const body = `${word('Blog')}${word('Network')}<w:odd>${again}</w:odd>${word('End')}`;
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    const parts = unzipSync(bytes);
    const document = await documentFrom(
      'a.docx',
      zipSync({ ...parts, 'word/document.xml': strToU8(xml) }),
    );
    const all = [...texts(document), ...document.setAside.map(({ text }) => text)];
    expect(all.filter((text) => text === 'Blog')).toHaveLength(2);
    expect(all.filter((text) => text === 'Network')).toHaveLength(2);
  });

  test('gives titles, paragraphs, table cells and footnotes', async () => {
    const document = await documentFrom('a.docx', bytes);
    expect(document.title).toEqual({ zh: '友好城市会议', en: 'Meeting of Sister Cities' });
    expect(texts(document)).toEqual([
      '友好城市会议',
      'Meeting of Sister Cities',
      '会议在市民中心举行，三十名代表参加了会议。',
      'The meeting was held at the Civic Center and attended by thirty people.',
      '代表团',
      'Delegation',
      '总领事',
      'Consul General',
      '数字来自统计局。',
      'The figures are from the bureau of statistics.',
    ]);
    expect(aside(document, 'note-mark')).toEqual(['[1]', '[2]', '↑', '↑']);
  });

  test('cut off or damaged is refused', async () => {
    const failure = { code: 'read.broken' };
    const middle = Math.floor(bytes.length / 2);
    await expect(documentFrom('a.docx', bytes.subarray(0, middle))).rejects.toMatchObject({
      failure,
    });
    const other = zipSync({ 'readme.txt': strToU8('no Word file') });
    await expect(documentFrom('a.docx', other)).rejects.toMatchObject({ failure });
  });
});

test('a Word file longer than the memory allows is refused', async () => {
  const numbers = Array.from({ length: 600_000 }, (_, i) => i).join(' ');
  const bytes = zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w>${numbers}</w>`),
    },
    { level: 1 },
  );
  await expect(documentFrom('a.docx', bytes)).rejects.toMatchObject({
    failure: { code: 'read.too-large' },
  });
});

test.each([
  ['EncryptedPackage', 'read.password'],
  ['WordDocument', 'read.unsupported'],
])('an older container with "%s" is %s', async (stream, code) => {
  const name = Buffer.from(stream, 'utf16le');
  const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...name);
  await expect(documentFrom('a.docx', bytes)).rejects.toMatchObject({ failure: { code } });
});
