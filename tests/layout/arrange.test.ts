import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrange, type Arranged, type RawBlock } from '../../src/layout/index.js';

const ZH = [
  '3月15日，市外办主任曹某会见了来访的韩国驻广州总领事一行。',
  '曹某欢迎总领事来访，并介绍了我市近年来经济社会发展情况，希望双方加强合作。',
  '总领事表示，将继续推动两地在经贸、文化、教育等领域的交流合作。',
] as const;
const EN = [
  'On March 15, Director General Cao met with a delegation led by the Consul General of ROK.',
  'Cao welcomed the Consul General and briefed her on the development of the city, hoping for closer cooperation.',
  'The Consul General said that she would continue to promote exchanges in trade, culture and education.',
] as const;

function paragraphs(...texts: readonly string[]): readonly RawBlock[] {
  return texts.map((text) => ({ text, kind: 'paragraph' }));
}

/** Each section as `first characters of its Chinese | of its English blocks`. */
function shown({ blocks, sections }: Arranged): readonly string[] {
  const start = (i: number): string => (blocks[i]?.text ?? '?').slice(0, 6);
  return sections.map(({ zh, en }) => `${zh.map(start).join(',')} | ${en.map(start).join(',')}`);
}

function reasons({ setAside }: Arranged): readonly string[] {
  return setAside.map(({ reason }) => reason);
}

describe('interleaved paragraphs', () => {
  test('each Chinese paragraph goes with the English one after it', () => {
    const got = arrange(paragraphs(ZH[0], EN[0], ZH[1], EN[1], ZH[2], EN[2]));
    expect(got.layout).toBe('interleaved');
    expect(shown(got)).toEqual([
      '3月15日， | On Mar',
      '曹某欢迎总领 | Cao we',
      '总领事表示， | The Co',
    ]);
  });

  test('English may come first', () => {
    const got = arrange(paragraphs(EN[0], ZH[0], EN[1], ZH[1]));
    expect(shown(got)).toEqual(['3月15日， | On Mar', '曹某欢迎总领 | Cao we']);
  });

  test('two Chinese paragraphs before one English are one section', () => {
    const got = arrange(paragraphs(ZH[0], EN[0], ZH[1], ZH[2], `${EN[1]} ${EN[2]}`));
    expect(shown(got)).toEqual(['3月15日， | On Mar', '曹某欢迎总领,总领事表示， | Cao we']);
  });

  test('an English paragraph without a Chinese one stands alone, whatever the lengths say', () => {
    const lone = 'The delegation also visited several technology companies in the high-tech zone.';
    const got = arrange(paragraphs(ZH[0], EN[0], ZH[2], EN[2], lone, ZH[1], EN[1]));
    expect(shown(got)).toEqual([
      '3月15日， | On Mar',
      '总领事表示， | The Co',
      ' | The de',
      '曹某欢迎总领 | Cao we',
    ]);
  });

  test('a Chinese paragraph without an English one stands alone', () => {
    const lone = '编者注：本文仅供学习参考，如需转载请先与本刊编辑部联系并注明出处。';
    const got = arrange(paragraphs(ZH[0], EN[0], lone, ZH[2], EN[2]));
    expect(shown(got)).toContain('编者注：本文 | ');
    expect(shown(got)).toContain('总领事表示， | The Co');
  });

  test('a paragraph that goes on in turns of the languages is parted into them', () => {
    const turns =
      '我的家乡在海边。My hometown is by the sea. 许多游客来这里看日出。Many tourists come to watch the sunrise.';
    expect(shown(arrange(paragraphs(turns, `${turns} `)))).toEqual([
      '我的家乡在海 | My hom',
      '许多游客来这 | Many t',
      '我的家乡在海 | My hom',
      '许多游客来这 | Many t',
    ]);
  });

  test('a word list below an article is parted, a line that ends in a name is not', () => {
    const words = paragraphs('sister city 友好城市', 'reception: 招待会');
    const got = shown(arrange([...paragraphs(ZH[0], EN[0], ZH[1], EN[1]), ...words]));
    expect(got.slice(2)).toEqual(['友好城市 | sister', '招待会 | recept']);
    const name = paragraphs('特约撰稿人 Tom Smith');
    const lines = shown(arrange([...paragraphs(ZH[0], EN[0], ZH[1], EN[1]), ...name]));
    expect(lines.at(-1)).toBe('特约撰稿人  | ');
  });

  test('a heading in one language stands alone', () => {
    const heading: RawBlock = { text: '一、基本情况', kind: 'heading' };
    const got = arrange([...paragraphs(ZH[0], EN[0]), heading, ...paragraphs(ZH[1], EN[1])]);
    expect(shown(got)).toContain('一、基本情况 | ');
    expect(shown(got)).toContain('曹某欢迎总领 | Cao we');
  });

  test('a Chinese caption between a paragraph and its translation is set aside', () => {
    const got = arrange(paragraphs(ZH[0], EN[0], ZH[1], '会见现场', EN[1]));
    expect(got.setAside).toEqual([{ text: '会见现场', reason: 'caption' }]);
    expect(shown(got)).toEqual(['3月15日， | On Mar', '曹某欢迎总领 | Cao we']);
  });

  test('a short line after an image name is its caption, and both are set aside', () => {
    const got = arrange(paragraphs('304187920.jpg', '合影留念', ZH[0], EN[0], ZH[1], EN[1]));
    expect(reasons(got)).toEqual(['image-name', 'caption']);
  });
});

test('a caption in a column of cells that lays out the page is set aside', () => {
  const rows: readonly RawBlock[] = [...paragraphs(ZH[0], EN[0], '参观港口', ZH[1], EN[1])];
  const cells = rows.map((block, row): RawBlock => {
    const place = { kind: 'cell', table: 1, row, column: 0 } as const;
    return { ...block, ...place, afterImage: row === 2 };
  });
  expect(arrange(cells).setAside).toEqual([{ text: '参观港口', reason: 'caption' }]);
});

test('the photographer behind a caption is set aside', () => {
  const caption =
    'Farmers pick tea leaves on April 28. 4月28日，茶农在采茶。 [Photo by Li Si/Daily]';
  const got = arrange([
    ...paragraphs(ZH[0], EN[0]),
    { text: caption, kind: 'caption' },
    ...paragraphs(ZH[1], EN[1]),
  ]);
  expect(shown(got)).toContain('4月28日， | Farmer');
  expect(got.setAside).toContainEqual({ text: '[Photo by Li Si/Daily]', reason: 'credit' });
});

test('a caption in both languages in one line is a pair', () => {
  const raw: readonly RawBlock[] = [
    ...paragraphs(ZH[0], EN[0]),
    { text: '合影 Group photo', kind: 'paragraph', afterImage: true },
    ...paragraphs(ZH[1], EN[1]),
  ];
  expect(shown(arrange(raw))).toContain('合影 | Group ');
});

describe('one text after the other', () => {
  test('is one open section', () => {
    const got = arrange(paragraphs(...ZH, ...EN));
    expect(got.layout).toBe('sequential');
    expect(got.sections).toEqual([{ zh: [0, 1, 2], en: [3, 4, 5], hold: 'open' }]);
  });

  test('keeps its title pair apart', () => {
    const title: RawBlock = { text: '会见总领事Meeting with the Consul General', kind: 'title' };
    const got = arrange([title, ...paragraphs(...ZH, ...EN)]);
    expect(got.title).toEqual({ zh: '会见总领事', en: 'Meeting with the Consul General' });
    expect(got.sections[0]).toEqual({ zh: [0], en: [1], hold: 'layout' });
  });
});

describe('tables', () => {
  function table(rows: readonly (readonly string[])[]): readonly RawBlock[] {
    return rows.flatMap((cells, row) =>
      cells.map((text, column): RawBlock => ({ text, kind: 'cell', table: 1, row, column })),
    );
  }

  test('columns in two languages pair row by row, row numbers set aside', () => {
    const got = arrange(
      table([
        ['年份', '大事', 'Events'],
        ['1986', '与休斯敦市结为友好城市。', 'Established sister-city relations with Houston.'],
        ['1987', '布里斯班市长来访。', 'The Mayor of Brisbane visited.'],
      ]),
    );
    expect(got.layout).toBe('side-by-side');
    expect(shown(got)).toEqual(['大事 | Events', '与休斯敦市结 | Establ', '布里斯班市长 | The Ma']);
    expect(reasons(got)).toEqual(['row-number', 'row-number', 'row-number']);
  });

  test('a row that names the languages is set aside', () => {
    const got = arrange(
      table([
        ['序号', '中文名称', '英文名称'],
        ['甲', '小心地滑', 'Caution: Wet Floor'],
        ['乙', '请勿吸烟', 'No Smoking'],
      ]),
    );
    const heads = got.setAside.filter(({ reason }) => reason === 'table-head');
    expect(heads.map(({ text }) => text)).toEqual(['序号', '中文名称', '英文名称']);
    expect(shown(got).filter((line) => /^\S+ \| \S/u.test(line))).toEqual([
      '小心地滑 | Cautio',
      '请勿吸烟 | No Smo',
    ]);
  });

  test.each([
    ['中文', 'English'],
    ['Chinese', 'English'],
    ['汉语', '英语'],
    ['漢語', '英語'],
    ['中文表述', '英文译名'],
    ['英文', '中文'],
    ['中', '英'],
    ['Name in English', 'Name in Chinese'],
  ])('the head row %s, %s is no pair', (one, two) => {
    const got = arrange(
      table([
        [one, two],
        ['小心地滑', 'Caution: Wet Floor'],
        ['请勿吸烟', 'No Smoking'],
      ]),
    );
    expect(got.setAside).toEqual([
      { text: one, reason: 'table-head' },
      { text: two, reason: 'table-head' },
    ]);
  });

  test.each([
    ['时间', 'Time'],
    ['中文', 'Chinese'],
    ['英语教师', 'English Teacher'],
  ])('the row %s, %s is content', (zh, en) => {
    const got = arrange(
      table([
        [zh, en],
        ['请勿吸烟', 'No Smoking'],
        ['出口', 'Exit'],
      ]),
    );
    expect(got.setAside).toEqual([]);
  });

  test('a head row in two languages inside its cells is content', () => {
    const got = arrange(
      table([
        ['时间 Time', '活动 Activity'],
        ['上午 Morning', '开幕式 Opening Ceremony'],
      ]),
    );
    expect(shown(got)).toEqual([
      '时间 | Time',
      '活动 | Activi',
      '上午 | Mornin',
      '开幕式 | Openin',
    ]);
  });

  test('a column of years in words stands apart from events and their translation', () => {
    const got = arrange(
      table([
        ['年份', '事件', 'Event'],
        ['一九九七年', '香港特別行政區成立。', 'The HKSAR was established.'],
        ['二零零三年', '簽署更緊密經貿關係安排。', 'CEPA was signed by the two sides.'],
      ]),
    );
    expect(shown(got)).toContain('一九九七年 | ');
    expect(shown(got)).toContain('香港特別行政 | The HK');
  });

  test('dates in both languages pair with each other', () => {
    const got = arrange(
      table([
        [
          '1986年3月',
          '与休斯敦市结为友好城市。',
          'March 1986',
          'Established relations with Houston.',
        ],
        ['1987年5月', '布里斯班市长来访。', 'May 1987', 'The Mayor of Brisbane visited.'],
      ]),
    );
    expect(shown(got)).toEqual([
      '1986年3 | March ',
      '与休斯敦市结 | Establ',
      '1987年5 | May 19',
      '布里斯班市长 | The Ma',
    ]);
  });

  test('a column of pinyin is set aside', () => {
    const got = arrange(
      table([
        ['你好', 'nǐ hǎo', 'Hello'],
        ['再见', 'zài jiàn', 'Goodbye'],
      ]),
    );
    expect(reasons(got)).toEqual(['pinyin', 'pinyin']);
    expect(shown(got)).toEqual(['你好 | Hello', '再见 | Goodby']);
  });

  test('rows in two languages pair cell by cell', () => {
    const got = arrange(
      table([
        ['时间', '地点'],
        ['Time', 'Venue'],
        ['上午九时', '会展中心'],
        ['9 a.m.', 'Convention Center'],
      ]),
    );
    expect(shown(got)).toEqual([
      '时间 | Time',
      '地点 | Venue',
      '上午九时 | 9 a.m.',
      '会展中心 | Conven',
    ]);
  });

  test('cells in both languages are split', () => {
    const got = arrange(
      table([
        ['姓名 Name', '职务 Title'],
        ['李明 Li Ming', '主任 Director'],
      ]),
    );
    expect(got.layout).toBe('inline');
    expect(shown(got)).toEqual(['姓名 | Name', '职务 | Title', '李明 | Li Min', '主任 | Direct']);
  });

  test('a cell in both languages beside cells in one does not blur the row', () => {
    const got = arrange(
      table([
        ['窗口', 'Counter', '电话 Tel'],
        ['出入境接待大厅', 'Exit-Entry Reception Hall', '0518-85400000'],
      ]),
    );
    expect(shown(got).slice(0, 2)).toEqual(['窗口 | Counte', '电话 | Tel']);
  });

  test('a table inside an interleaved article keeps its rows', () => {
    const got = arrange([
      ...paragraphs(ZH[0], EN[0], ZH[1], EN[1]),
      ...table([['展位费用为每平方米1000元。', 'The booth fee is 1,000 yuan per square meter.']]),
      ...paragraphs(ZH[2], EN[2]),
    ]);
    expect(got.layout).toBe('interleaved');
    expect(shown(got)[2]).toBe('展位费用为每 | The bo');
  });
});

describe('titles', () => {
  test('in one language of a text in two go to the document only', () => {
    const got = arrange([{ text: '会见总领事', kind: 'title' }, ...paragraphs(ZH[0], EN[0])]);
    expect(got.title).toEqual({ zh: '会见总领事' });
    expect(got.setAside).toEqual([{ text: '会见总领事', reason: 'title-one-language' }]);
  });

  test('are completed by the line after them', () => {
    const raw = paragraphs('Meeting with the Consul General', ZH[0], EN[0]);
    const got = arrange([{ text: '会见总领事', kind: 'title' }, ...raw]);
    expect(got.title).toEqual({ zh: '会见总领事', en: 'Meeting with the Consul General' });
  });

  test('without mark-up are the first two short lines in two languages', () => {
    const lines = ['市长会见新加坡大使', 'Mayor Meets Singapore Ambassador'];
    const got = arrange(paragraphs(...lines, ZH[0], EN[0], ZH[1], EN[1]));
    expect(got.title).toEqual({ zh: lines[0], en: lines[1] });
  });

  test('without mark-up in two languages go before what the head of the page says', () => {
    const lines = ['市长会见新加坡大使', 'Mayor Meets Singapore Ambassador'];
    const got = arrange(paragraphs(...lines, ZH[0], EN[0]), { title: '外事要闻' });
    expect(got.title).toEqual({ zh: lines[0], en: lines[1] });
  });

  test('without mark-up stand over both of two texts that follow each other', () => {
    const got = arrange(paragraphs('城市简介', ...ZH, 'City Profile', ...EN));
    expect(got.title).toEqual({ zh: '城市简介', en: 'City Profile' });
    expect(shown(got)[0]).toBe('城市简介 | City P');
  });

  test('head both of two texts that follow each other', () => {
    const got = arrange([
      { text: '城市简介', kind: 'title' },
      ...paragraphs(...ZH),
      { text: 'City Profile', kind: 'heading' },
      ...paragraphs(...EN),
    ]);
    expect(got.title).toEqual({ zh: '城市简介', en: 'City Profile' });
  });

  test('head both texts however differently long they are worded', () => {
    const got = arrange([
      { text: '会见', kind: 'title' },
      ...paragraphs(...ZH),
      { text: 'Director General Cao Meets with Consul General', kind: 'heading' },
      ...paragraphs(...EN),
    ]);
    expect(shown(got)).toEqual([
      '会见 | Direct',
      '3月15日，,曹某欢迎总领,总领事表示， | On Mar,Cao we,The Co',
    ]);
  });

  test('of the second text are not taken from among its section headings', () => {
    const got = arrange([
      { text: '城市简介', kind: 'title' },
      { text: '一、交流', kind: 'heading' },
      ...paragraphs(...ZH),
      { text: 'I. Exchange and Cooperation of Cities', kind: 'heading' },
      ...paragraphs(...EN),
    ]);
    expect(got.title).toEqual({ zh: '城市简介' });
  });

  test('of a text in one language stay a block', () => {
    const got = arrange([{ text: '会见总领事', kind: 'title' }, ...paragraphs(...ZH)]);
    expect(got.layout).toBe('one-language');
    expect(got.blocks[0]?.kind).toBe('title');
  });
});

describe('a Chinese text with foreign words', () => {
  test('is not split at them', () => {
    const raw = paragraphs(
      ...ZH,
      '我们使用 Visual Studio Code 编写程序。',
      '参见HTML5规范中的Accept-Language',
    );
    const got = arrange(raw);
    expect(got.layout).toBe('one-language');
    expect(got.blocks.map(({ lang }) => lang)).toEqual(['zh', 'zh', 'zh', 'zh', 'zh']);
  });

  test('keeps names in brackets inside the sentence', () => {
    const got = arrange(
      paragraphs('曹主任会见了总领事姜相旭(Kang Sangwook)。', EN[0], ZH[1], EN[1]),
    );
    expect(got.blocks[0]?.text).toBe('曹主任会见了总领事姜相旭(Kang Sangwook)。');
  });
});

test('the date comes from a date line', () => {
  expect(arrange(paragraphs('发布时间：2024年3月8日', ZH[0], EN[0])).date).toBe('2024-03-08');
});

test('nothing gives an empty arrangement', () => {
  expect(arrange([])).toEqual({
    blocks: [],
    sections: [],
    setAside: [],
    layout: 'one-language',
    layoutConfidence: 0,
    title: {},
  });
});

const piece = fc.constantFrom(
  '中文',
  '会见现场',
  'English text',
  ...ZH,
  ...EN,
  '2024-03-18',
  '首页 > 要闻',
  '1',
  '／',
  'a (b) 中文 word。',
  '304187920.jpg',
  '术语（Term）',
);
const kind = fc.constantFrom(
  'paragraph',
  'title',
  'heading',
  'cell',
  'caption',
  'list-item',
) satisfies fc.Arbitrary<RawBlock['kind']>;
const rawBlock: fc.Arbitrary<RawBlock> = fc.oneof(
  fc.record({ text: fc.oneof(piece, fc.string({ unit: 'grapheme' })), kind }),
  fc.record({ text: piece, kind, table: fc.nat(1), row: fc.nat(3), column: fc.nat(2) }),
);

test('every letter and digit is in a block or set aside, every block in exactly one section', () => {
  fc.assert(
    fc.property(fc.array(rawBlock, { maxLength: 14 }), (raw) => {
      const { blocks, sections, setAside } = arrange(raw);
      const letters = (texts: readonly string[]): string[] =>
        [...texts.join('')].filter((char) => /[\p{L}\p{N}]/u.test(char)).sort();
      expect(letters([...blocks, ...setAside].map(({ text }) => text))).toEqual(
        letters(raw.map(({ text }) => text)),
      );
      const placed = sections.flatMap(({ zh, en }) => [...zh, ...en]).sort((a, b) => a - b);
      expect(placed).toEqual(blocks.map((_, i) => i));
      for (const { zh, en } of sections) {
        expect(zh.every((i) => blocks[i]?.lang === 'zh')).toBe(true);
        expect(en.every((i) => blocks[i]?.lang === 'en')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

describe('text whose markup names its language', () => {
  const marked = (text: string, says: 'zh' | 'en', name: string): RawBlock => ({
    text,
    kind: 'paragraph',
    mark: { says, element: `div ${name}` },
  });
  const zh = ZH.map((text) => marked(text, 'zh', 'langs_cn'));
  const en = EN.map((text) => marked(text, 'en', 'langs_en'));
  const told = ({ layout, layoutConfidence }: Arranged): string =>
    `${layout} ${layoutConfidence.toFixed(1)}`;

  test('is marked, whether the languages take turns or not', () => {
    const inTurn = arrange(ZH.flatMap((_, i) => [...en.slice(i, i + 1), ...zh.slice(i, i + 1)]));
    expect(told(inTurn)).toBe('marked 1.0');
    expect(shown(inTurn)).toEqual([
      '3月15日， | On Mar',
      '曹某欢迎总领 | Cao we',
      '总领事表示， | The Co',
    ]);
    expect(told(arrange([...zh, ...en]))).toBe('marked 1.0');
  });

  test('is not when only one language is', () => {
    const half = arrange(ZH.flatMap((text, i) => [...paragraphs(text), ...en.slice(i, i + 1)]));
    expect(told(half)).toBe('interleaved 1.0');
  });

  test('is not when the elements hold both languages', () => {
    const wrong = arrange(
      ZH.flatMap((text, i) => [
        marked(text, 'en', 'en box'),
        marked(EN[i] ?? '', 'en', 'en box'),
        ...(i === 0 ? [marked('中文版', 'zh', 'cn')] : []),
      ]),
    );
    expect(wrong.layout).toBe('interleaved');
  });

  test('is what most of the text is when a part is not marked', () => {
    const mixed = arrange([
      ...ZH.flatMap((_, i) => [...zh.slice(i, i + 1), ...en.slice(i, i + 1)]),
      ...paragraphs(
        '会见后，代表团参观了博物馆。',
        'After the meeting the delegation visited the museum.',
      ),
    ]);
    expect(told(mixed)).toBe('marked 0.9');
  });
});

test('terms and explanations are a definition list', () => {
  const got = arrange(
    ['友好城市', 'sister city', '领区', 'consular district'].map((text) => ({
      text,
      kind: 'list-item',
      isEntry: true,
    })),
  );
  expect([got.layout, shown(got)]).toEqual([
    'definition-list',
    ['友好城市 | sister', '领区 | consul'],
  ]);
});

test('sections in order read each side from top to bottom', () => {
  fc.assert(
    fc.property(fc.array(rawBlock, { maxLength: 14 }), (raw) => {
      const { sections, blocks } = arrange(raw);
      const body = sections.filter(({ zh, en }) =>
        [...zh, ...en].some((i) => blocks[i]?.kind !== 'title'),
      );
      for (const lang of ['zh', 'en'] as const) {
        const read = body.flatMap((section) => section[lang]);
        expect(read).toEqual([...read].sort((a, b) => a - b));
      }
    }),
    { numRuns: 300 },
  );
});
