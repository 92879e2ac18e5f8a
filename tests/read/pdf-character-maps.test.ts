import { describe, expect, test } from '@jest/globals';
import { linesAt, makePdf, unicodeCodes } from '../../scripts/fuzz/make-pdf.js';
import { aside, documentFrom, texts } from './make/read.js';

const SIMPLIFIED = '市长会见客人，共12位。';
const GBK = 'cad0b3a4bbe1bcfbbfcdc8cba3acb9b23132cebba1a3';
const TRADITIONAL = '市長會見客人，共12位。';
const BIG5 = 'a5abaaf8b77ca8a3abc8a448a141a6403132a6eca143';

/** A PDF of one line in a font that brings no table of its own. */
function pdfIn(encoding: string, ordering: string, codes: string): Uint8Array {
  return makePdf([linesAt(50, 700, ['-'])], { encoding, ordering, codes: () => codes });
}

describe('a PDF whose font names a standard encoding only', () => {
  test.each([
    ['GB-EUC-H', 'GB1', GBK, SIMPLIFIED],
    ['GBK-EUC-H', 'GB1', GBK, SIMPLIFIED],
    ['GBKp-EUC-H', 'GB1', GBK, SIMPLIFIED],
    ['GBK2K-H', 'GB1', GBK, SIMPLIFIED],
    ['UniGB-UCS2-H', 'GB1', unicodeCodes(SIMPLIFIED), SIMPLIFIED],
    ['UniGB-UTF16-H', 'GB1', unicodeCodes(SIMPLIFIED), SIMPLIFIED],
    ['B5pc-H', 'CNS1', BIG5, TRADITIONAL],
    ['ETen-B5-H', 'CNS1', BIG5, TRADITIONAL],
    ['ETenms-B5-H', 'CNS1', BIG5, TRADITIONAL],
    ['HKscs-B5-H', 'CNS1', BIG5, TRADITIONAL],
    ['UniCNS-UCS2-H', 'CNS1', unicodeCodes(TRADITIONAL), TRADITIONAL],
    ['UniCNS-UTF16-H', 'CNS1', unicodeCodes(TRADITIONAL), TRADITIONAL],
  ])('is read: %s', async (encoding, ordering, codes, text) => {
    expect(texts(await documentFrom('a.pdf', pdfIn(encoding, ordering, codes)))).toEqual([text]);
  });

  test('has every Chinese character of GB 2312', async () => {
    const pages = Array.from({ length: 0x48 }, (_, row) => {
      const codes = Array.from({ length: 94 }, (__, i) => [0xb0 + row, 0xa1 + i]);
      const lines = [codes.slice(0, 47), codes.slice(47)];
      return linesAt(
        50,
        400,
        lines.map((line) => Buffer.from(line.flat()).toString('hex')),
      );
    });
    const whole = pages.flatMap((page) => page.map(({ text }) => text)).join('');
    const signs = new TextDecoder('gbk').decode(Buffer.from(whole, 'hex')).replace(/\P{L}/gu, '');
    const font = { encoding: 'GBK-EUC-H', ordering: 'GB1', codes: (text: string) => text };
    const found = texts(await documentFrom('a.pdf', makePdf(pages, font))).join('');
    expect(signs).toHaveLength(6_763);
    expect(found.replace(/\P{Script=Han}/gu, '') === signs).toBe(true);
  });

  test.each([
    ['Identity-H', 'GB1', '002510a21f3c', 'D咏鍋'],
    ['Identity-H', 'CNS1', '0253025402550256', '一乙丁七'],
    ['Identity-H', 'Japan1', '04b0', '一'],
    ['90ms-RKSJ-H', 'Japan1', '93fa967b8cea', '日本語'],
    ['HKscs-B5-H', 'CNS1', `${BIG5}fefe`, `${TRADITIONAL}秔`],
  ])('is read by the numbers of its glyphs: %s of %s', async (encoding, ordering, codes, text) => {
    expect(texts(await documentFrom('a.pdf', pdfIn(encoding, ordering, codes)))).toEqual([text]);
  });

  test.each([
    ['English', '00030024002500260003004700480049'],
    ['Chinese', '0a3e10fc1a0913ff1401152817e21d03'],
  ])('is refused when nothing leads back from its glyphs: %s', async (_, codes) => {
    const pdf = pdfIn('Identity-H', 'Identity', codes);
    await expect(documentFrom('a.pdf', pdf)).rejects.toMatchObject({
      failure: {
        code: 'read.no-character-map',
        message: expect.stringContaining('no known character'),
      },
    });
  });

  test('names the codes that it could not read beside text that it could', async () => {
    const mixed = Buffer.from(pdfIn('GBK-EUC-H', 'GB1', GBK))
      .toString('latin1')
      .replace(
        '/Font << /F 3 0 R >>',
        '/Font << /F 3 0 R /J << /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R >>] >> >>',
      )
      .replace(' Tj ET', ' Tj /J 10 Tf 0 -40 Td <0a3e10fc1a0913ff1401152817e21d03> Tj ET');
    const document = await documentFrom('a.pdf', Buffer.from(mixed, 'latin1'));
    expect(texts(document)).toEqual([SIMPLIFIED]);
    expect(aside(document, 'unknown-encoding')).toHaveLength(1);
  });
});
