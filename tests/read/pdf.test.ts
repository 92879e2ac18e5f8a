import { describe, expect, test } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { linesAt, makePdf } from '../../scripts/fuzz/make-pdf.js';
import { aside, documentFrom, sectionTexts, texts } from './make/read.js';

const ZH = [
  '会议于三月十五日在市民中心举行，来自十二个国家和地区的三十名代',
  '表参加了会议，并就贸易、文化、教育交换了意见。',
];
const EN = [
  'The meeting was held at the Civic Center on March 15 and was attend-',
  'ed by thirty representatives of twelve countries, who exchanged views.',
];
const ZH_LINE = ZH.join('');
const EN_LINE =
  'The meeting was held at the Civic Center on March 15 and was attended by thirty representatives of twelve countries, who exchanged views.';

describe('a PDF', () => {
  test('gives paragraphs, its broken words whole again', async () => {
    const page = [...linesAt(50, 700, ZH), ...linesAt(50, 660, EN)];
    expect(texts(await documentFrom('a.pdf', makePdf([page])))).toEqual([ZH_LINE, EN_LINE]);
  });

  test('keeps the hyphen of a word that is written with one elsewhere', async () => {
    const lines = [
      'It is a well-known fact that the city has many friends and a well-',
      'known harbour, and that its people like to travel very much indeed.',
    ];
    const [text] = texts(await documentFrom('a.pdf', makePdf([linesAt(50, 700, lines)])));
    expect(text).toContain('a well-known harbour');
  });

  test('sets running heads and page numbers aside', async () => {
    const page = (i: number) => [
      ...linesAt(200, 770, ['City Yearbook 2024']),
      ...linesAt(50, 700, [`第${i}届会议在市民中心举行，与会代表交换了意见。`]),
      ...linesAt(50, 660, [
        `Session ${i} was held at the Civic Center, where views were exchanged.`,
      ]),
      ...linesAt(300, 30, [`- ${i} -`]),
    ];
    const document = await documentFrom('a.pdf', makePdf([page(1), page(2), page(3)]));
    expect(aside(document, 'page-header')).toEqual(Array(3).fill('City Yearbook 2024'));
    expect(aside(document, 'page-number')).toEqual(['- 1 -', '- 2 -', '- 3 -']);
    expect(texts(document)).toHaveLength(6);
  });

  test('printed from a browser loses the time, title and address around its only page', async () => {
    const page = [
      ...linesAt(30, 780, ['2024/11/24 18:42 Port News']),
      ...linesAt(50, 700, ['第二届会议在市民中心举行，与会代表交换了意见。']),
      ...linesAt(50, 660, [
        'The second session was held at the Civic Center, where views were exchanged.',
      ]),
      ...linesAt(30, 20, ['https://www.example.gov.cn/en/news/2024/t1.html 1/1']),
    ];
    const document = await documentFrom('a.pdf', makePdf([page]));
    expect(aside(document, 'page-header')).toEqual(['2024/11/24 18:42 Port News']);
    expect(aside(document, 'page-footer')).toEqual([
      'https://www.example.gov.cn/en/news/2024/t1.html 1/1',
    ]);
    expect(texts(document)).toHaveLength(2);
  });

  test('puts a paragraph together that goes over the end of a page', async () => {
    const [one = '', two = ''] = EN;
    const document = await documentFrom(
      'a.pdf',
      makePdf([linesAt(50, 60, [one]), linesAt(50, 740, [two])]),
    );
    expect(texts(document)).toEqual([EN_LINE]);
  });

  test('with a language in each column is side by side', async () => {
    const pairs = [700, 640, 580].map((top, i) => [
      ...linesAt(40, top, [`第${i + 1}条 双方同意加强友好`, '城市之间的往来与合作。']),
      ...linesAt(320, top, [
        `Article ${i + 1} Both sides agree to strengthen the`,
        'exchanges between the sister cities.',
      ]),
    ]);
    const document = await documentFrom('a.pdf', makePdf([pairs.flat()]));
    expect(document.layout).toBe('side-by-side');
    expect(sectionTexts(document)).toEqual(
      [1, 2, 3].map((i) => [
        `第${i}条 双方同意加强友好城市之间的往来与合作。`,
        `Article ${i} Both sides agree to strengthen the exchanges between the sister cities.`,
      ]),
    );
  });

  test('with cells that nearly touch is side by side, each row a pair', async () => {
    const zh = [
      ['双方同意加强两市青年之间的友好往来与务实合', '作。'],
      ['每年三月各派十名学生前往对方的学校学习。'],
      ['费用由派出学生的一方承担，住宿由接待一方安', '排。'],
    ];
    const en = [
      [
        'Both sides agree to strengthen the exchanges',
        'between the young people of the two cities.',
      ],
      ['Ten students of each city go to the other', 'every year in March.'],
      ['The sending side bears the costs and the', 'receiving side provides the rooms.'],
    ];
    const rows = zh.flatMap((lines, i) => [
      ...linesAt(40, 700 - i * 42, lines),
      ...linesAt(262, 700 - i * 42, en[i] ?? []),
    ]);
    const document = await documentFrom('a.pdf', makePdf([rows]));
    expect(document.layout).toBe('side-by-side');
    expect(sectionTexts(document)).toEqual(
      zh.map((lines, i) => [lines.join(''), (en[i] ?? []).join(' ')]),
    );
  });

  test('in two columns of one language is read down the left one first', async () => {
    const left = [
      'Our city lies by the sea and has',
      'many parks, which people from all',
      'over the world come to visit.',
    ];
    const right = [
      'In the north there are mountains',
      'where the river begins, which',
      'gives us water all the year.',
    ];
    const page = [...linesAt(40, 700, left), ...linesAt(320, 700, right)];
    const [text] = texts(await documentFrom('a.pdf', makePdf([page])));
    expect(text).toMatch(/^Our city .* come to visit\./u);
    expect(text).not.toMatch(/sea and has In the north/u);
  });

  test('with Kangxi radicals has the characters that were meant', async () => {
    const [text] = texts(
      await documentFrom(
        'a.pdf',
        makePdf([linesAt(50, 700, ['⽤⼈单位应当依法办事，⻓期坚持。'])]),
      ),
    );
    expect(text).toBe('用人单位应当依法办事，长期坚持。');
  });
});

/** A page whose content is a packed run of spaces. */
function bomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(100 * 1024 * 1024, ' '), { level: 1 });
  const head = '%PDF-1.7\n4 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\n';
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
}

/** The same file with a password nobody knows. */
function locked(pdf: Uint8Array): Uint8Array {
  const key = '7'.repeat(64);
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
  const text = new TextDecoder().decode(pdf);
  return new TextEncoder().encode(text.replace('trailer\n<<', `trailer\n<< ${encrypt}`));
}

describe('what is wrong with a PDF is said by code', () => {
  const good = makePdf([linesAt(50, 700, ZH)]);

  test.each([
    ['without a text layer', makePdf([[], []]), 'read.no-text-layer'],
    ['cut off before its first page', good.subarray(0, 300), 'read.broken'],
    ['empty after its first line', new TextEncoder().encode('%PDF-1.7\n'), 'read.broken'],
    ['with a stream that unpacks to a hundred megabytes', bomb(), 'read.too-large'],
    ['that asks for a password', locked(good), 'read.password'],
    ['with nothing in it', new Uint8Array(), 'read.broken'],
  ])('%s', async (_, bytes, code) => {
    await expect(documentFrom('a.pdf', bytes)).rejects.toMatchObject({ failure: { code } });
  });
});

test('a table of characters without bounds is refused at once', async () => {
  const sound = Buffer.from(makePdf([linesAt(50, 700, ['市长会见客人。'])])).toString('latin1');
  const hostile = sound.replace('<0100> <01ff>', '<0000> <ffffff>');
  await expect(documentFrom('a.pdf', Buffer.from(hostile, 'latin1'))).rejects.toMatchObject({
    failure: { code: 'read.broken' },
  });
  expect(texts(await documentFrom('a.pdf', Buffer.from(sound, 'latin1')))).toEqual([
    '市长会见客人。',
  ]);
});
