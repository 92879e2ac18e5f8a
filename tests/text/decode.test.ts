import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBytes, surveyUtf8 } from '../../src/text/index.js';

const HANS = '深圳市人民政府外事办公室会见来访的韩国代表团。';
const HANT = '香港特別行政區政府與廣東省代表團舉行會議。';
/** {@link HANS} in GB 2312. */
const GB2312 =
  'c9eedbdacad0c8cbc3f1d5feb8aecde2cac2b0ecb9abcad2bbe1bcfbc0b4b7c3b5c4baabb9fab4fab1edcdc5a1a3';
/** {@link HANT} in Big5. */
const BIG5 = 'adbbb4e4af53a74fa6e6ac46b0cfac46a9b2bb50bc73aa46acd9a54eaaedb9cec17ca6e6b77cc4b3a143';
/** {@link HANT} in GBK. */
const GBK = 'cfe3b8dbccd88465d0d0d5fe855ed5feb8aec5638f56967ccaa1b4fab1ed8846c565d0d095fed768a1a3';

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}
function page(label: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`<meta charset="${label}"><p>`), body, Buffer.from('</p>')]);
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeBytes without a declaration', () => {
  test.each([
    ['GB 2312', bytes(GB2312), HANS, 'gb18030', 'content'],
    ['GBK with traditional characters', bytes(GBK), HANT, 'gb18030', 'content'],
    ['Big5', bytes(BIG5), HANT, 'big5', 'content'],
    ['two characters of GB', bytes('cad7d2b3'), '首页', 'gb18030', 'content'],
    ['two characters of Big5', bytes('adbaadb6'), '首頁', 'big5', 'content'],
    ['UTF-8', utf8(HANS), HANS, 'utf-8', 'valid-utf-8'],
    ['ASCII', utf8('plain'), 'plain', 'utf-8', 'valid-utf-8'],
    ['nothing', new Uint8Array(), '', 'utf-8', 'valid-utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${HANS}`), HANS, 'utf-8', 'bom'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${HANS}`, 'utf16le'), HANS, 'utf-16le', 'bom'],
    ['UTF-16 without one', Buffer.from(`${HANS}\n`, 'utf16le'), `${HANS}\n`, 'utf-16le', 'content'],
    [
      'UTF-16 big-endian',
      Buffer.from(`${HANS}\n`, 'utf16le').swap16(),
      `${HANS}\n`,
      'utf-16be',
      'content',
    ],
    [
      'Windows quotes in English',
      bytes('69749273206120939479657394'),
      'it’s a “”yes”',
      'windows-1252',
      'content',
    ],
  ])('%s', (_name, input, text, name, decidedBy) => {
    expect(decodeBytes(input)).toEqual({ text, charset: { name, decidedBy } });
  });

  test('characters of the Hong Kong supplement are read', () => {
    expect(decodeBytes(bytes(`${BIG5}9da1`)).text).toBe(`${HANT}辺`);
  });

  test('one broken character does not turn a UTF-8 text into another charset', () => {
    const broken = Buffer.concat([utf8(HANS), bytes('e4bd'), utf8(HANS)]);
    expect(decodeBytes(broken)).toEqual({
      text: `${HANS}\ufffd${HANS}`,
      charset: { name: 'utf-8', decidedBy: 'content' },
    });
  });
});

test('UTF-8 with stray bytes stays UTF-8, and the first stray byte can be found', () => {
  const input = Buffer.concat([utf8(`${HANS}\n${HANT}`), Buffer.alloc(20, 0xff)]);
  const { text, charset } = decodeBytes(input);
  expect(charset).toEqual({ name: 'utf-8', decidedBy: 'content' });
  expect(text).toBe(`${HANS}\n${HANT}${'\ufffd'.repeat(20)}`);
  expect(surveyUtf8(input).firstBroken).toBe(input.length - 20);
});

test('the survey of UTF-8 agrees with the decoder', () => {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xe4, 0xbd, 0xa0, 0xed, 0xf0, 0x9f, 0x80));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
      const input = Uint8Array.from(list);
      const isValid = !new TextDecoder('utf-8', { ignoreBOM: true })
        .decode(input)
        .includes('\ufffd');
      fc.pre(!Buffer.from(input).includes('\ufffd'));
      expect(surveyUtf8(input).broken === 0).toBe(isValid);
    }),
    { numRuns: 2000 },
  );
});

describe('decodeBytes with a declaration', () => {
  test('a true one in the header is believed', () => {
    const { charset } = decodeBytes(bytes(GB2312), { contentType: 'text/html; charset=GB2312' });
    expect(charset).toEqual({ name: 'gbk', decidedBy: 'http-header' });
  });

  test('a true one in the page is believed', () => {
    const { text, charset } = decodeBytes(page('gb2312', bytes(GB2312)), { html: true });
    expect(text).toContain(HANS);
    expect(charset).toEqual({ name: 'gbk', decidedBy: 'meta' });
  });

  test('a wrong header gives way to a true meta tag, and is recorded', () => {
    const contentType = 'text/html; charset=iso-8859-1';
    const { text, charset } = decodeBytes(page('big5', bytes(BIG5)), { html: true, contentType });
    expect(text).toContain(HANT);
    expect(charset).toEqual({ name: 'big5', decidedBy: 'meta', overruled: 'iso-8859-1' });
  });

  test.each([
    [
      'UTF-8 declared as GB 2312',
      page('gb2312', utf8(HANS)),
      HANS,
      'utf-8',
      'valid-utf-8',
      'gb2312',
    ],
    ['GB declared as UTF-8', page('utf-8', bytes(GB2312)), HANS, 'gb18030', 'content', 'utf-8'],
    ['Big5 declared as GBK', page('gbk', bytes(BIG5)), HANT, 'big5', 'content', 'gbk'],
    ['GBK declared as Big5', page('big5', bytes(GB2312)), HANS, 'gb18030', 'content', 'big5'],
  ])('%s is found out', (_name, input, text, name, decidedBy, overruled) => {
    const got = decodeBytes(input, { html: true });
    expect(got.text).toContain(text);
    expect(got.charset).toEqual({ name, decidedBy, overruled });
  });

  test('a charset given by a person is taken without question', () => {
    const { charset } = decodeBytes(bytes(GB2312), { charset: 'big5' });
    expect(charset).toEqual({ name: 'big5', decidedBy: 'given' });
  });

  test('an unknown label is as good as none', () => {
    const { charset } = decodeBytes(utf8(HANS), { contentType: 'text/html; charset=chinese-none' });
    expect(charset).toEqual({ name: 'utf-8', decidedBy: 'valid-utf-8' });
  });
});

test('any bytes at all give some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (input, html) => {
      expect(typeof decodeBytes(input, { html }).text).toBe('string');
    }),
  );
});

test('Chinese and English in UTF-8 come back as they were, if there is more than a line of it', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
  const mark = fc.constantFrom('，', '。', '“', '’', '—', ' ', 'a', 'Z', '9', '\n', 'é', '\u3000');
  fc.assert(
    fc.property(fc.array(fc.oneof(han, mark), { minLength: 80 }), (letters) => {
      expect(decodeBytes(utf8(letters.join(''))).text).toBe(letters.join(''));
    }),
    { numRuns: 1000 },
  );
});
