import { describe, expect, test } from '@jest/globals';
import { readPairFacts } from '../../src/clean/index.js';

/** Contradicting and missing numbers of a pair. */
function faults(zh: string, en: string): number {
  const { contradictions, missing } = readPairFacts(zh, en).values;
  return contradictions + missing;
}

describe('one number written in two ways is no mismatch', () => {
  test.each([
    ['人口达1.2亿。', 'The population reached 120 million.'],
    ['5万亿元', '5 trillion yuan'],
    ['3/4的学生', 'three quarters of the students'],
    ['四分之三的学生', '75% of the students'],
    ['增长了2成', 'rose by 20 percent'],
    ['增长到2.4倍', 'grew to 240 percent'],
    ['近100家，其中50余家', 'nearly 100, among them more than 50'],
    ['19世纪末', 'the late 1800s'],
    ['18世纪', 'the 18th century'],
    ['20世纪80年代', 'the 1980s'],
    ['80年代', 'the ’80s'],
    ['民国26年', '1937'],
    ['民国元年', '1912'],
    ['1038年至1040年', '1038–40'],
    ['2019-20赛季', 'the 2019–2020 season'],
    ['下午3点半', '3:30 p.m.'],
    ['中午12点', 'at noon'],
    ['半小时', '30 minutes'],
    ['正月十五', 'the 15th day of the first lunar month'],
    ['24个', 'two dozen'],
    ['打6折', '40% off'],
    ['两个月', '60 days'],
    ['35公里', '22 miles'],
    ['2.4万亩', '1,600 hectares'],
    ['60公斤', '132 pounds'],
    ['30摄氏度', '86 degrees Fahrenheit'],
    ['1. 总则', 'General'],
    ['（1）顺序；（2）位置', '(a) the order; (b) the place'],
    ['车程1小时20分。', 'The ride takes 80 minutes.'],
    ['车程1小时20分钟。', 'The ride takes an hour and 20 minutes.'],
    ['会议下午三点半开始。', 'The meeting starts at 3:30 p.m.'],
    ['早上9点开门', 'opens at 9 a.m.'],
    ['下午2:45抵达', 'arrived at 14:45'],
    ['双11销售额', 'sales on 11.11'],
    ['双十一销售额', 'sales on 11·11'],
    ['两三百人', 'some 200 to 300 people'],
    ['三分之二的学生', 'two-thirds of the students'],
    ['三分之二的学生', 'about 2/3 of the students'],
    ['半数会员', '50 percent of the members'],
    ['增长了1倍', 'doubled'],
    ['增加3倍', 'quadrupled'],
    ['上世纪80年代', 'in the 1980s'],
    ['农历八月十五', 'the 15th day of the eighth lunar month'],
    ['3.5万亿元', 'RMB3.5 trillion'],
    ['上升5个百分点', 'up 5 percentage points'],
    ['上升0.5个百分点', 'up half a percentage point'],
    ['几十人受伤', 'dozens were injured'],
    ['以3比2获胜', 'won 3–2'],
    ['以三比二获胜', 'won 3:2'],
    ['电话：0755-88120000', 'phone: +86 755 8812 0000'],
    ['路易十四1715年去世', 'Louis XIV died in 1715'],
    ['第3章', 'Chapter III'],
    ['1,000.00元', '1,000 yuan'],
    ['人民币80元', '¥80'],
    ['50亿美元', 'US$5 billion'],
    ['50亿美元', '$5bn'],
    ['出口1200万台', 'exports of 12m units'],
    ['零下5度', '-5 degrees'],
    ['2024年3月18日', '18/03/2024'],
    ['他今年40多岁', 'he is in his forties'],
    ['大约1个小时后', 'about an hour later'],
    ['2023/24赛季', 'the 2023–24 season'],
    ['长达1年半', 'it took 18 months'],
    ['2个半小时', 'two and a half hours'],
    ['2个半小时', '2.5 hours'],
    ['身高1米85', '1.85 metres tall'],
    ['卡号6222020200112233440', 'card 6222020200112233440'],
    ['占九成以上', 'over 90 percent'],
    ['打八折', '20% off'],
  ])('%s | %s', (zh, en) => {
    expect(faults(zh, en)).toBe(0);
  });
});

describe('another number is one', () => {
  test.each([
    ['人口达1.2亿。', 'The population reached 12 million.'],
    ['19世纪末', 'the late 1700s'],
    ['80年代', 'the ’90s'],
    ['民国26年', '1926'],
    ['1038年至1040年', '1038–50'],
    ['下午3点半', '4:30 p.m.'],
    ['中午12点', 'at 11 a.m.'],
    ['打6折', '60% off'],
    ['35公里', '30 miles'],
    ['2.4万亩', '16,000 hectares'],
    ['1. 总则', '2. General'],
    ['车程1小时20分。', 'The ride takes 90 minutes.'],
    ['会议下午三点半开始。', 'The meeting starts at 4:30 p.m.'],
    ['双11销售额', 'sales on 12.12'],
    ['三分之二的学生', '3/4 of the students'],
    ['半数会员', '70 percent of the members'],
    ['增长了1倍', 'tripled'],
    ['上世纪80年代', 'in the 1970s'],
    ['3.5万亿元', '3.5 billion yuan'],
    ['上升5个百分点', 'up 6 percentage points'],
    ['以3比2获胜', 'won 4-2'],
    ['电话：0755-88120000', 'phone: +86 755 8812 0001'],
    ['1,000.00元', '10,000 yuan'],
    ['50亿美元', 'US$50 billion'],
    ['他今年40多岁', 'he is in his fifties'],
    ['2023/24赛季', 'the 2024–25 season'],
    ['2个半小时', '3.5 hours'],
    ['身高1米85', '1.95 metres tall'],
    ['打八折', '30% off'],
  ])('%s | %s', (zh, en) => {
    expect(faults(zh, en)).toBeGreaterThan(0);
  });
});

test('a day that no month has is a misprint: on record, and no contradiction', () => {
  const { contradictions, missing, zhOnly } = readPairFacts(
    '7月33日至25日',
    'from July 23 to 25',
  ).values;
  expect([contradictions, missing]).toEqual([0, 0]);
  expect(zhOnly.map(({ text }) => text)).toEqual(['33日']);
});

test('a measure converted in brackets is answered by the one it converts', () => {
  const zh = '当地现有茶园2.4万亩。';
  const enOnly = (en: string): number => readPairFacts(zh, en).values.enOnly.length;
  expect(enOnly('The town has 24,000 mu (1,600 hectares) of tea gardens.')).toBe(0);
  expect(enOnly('The town has 24,000 mu (2,600 hectares) of tea gardens.')).toBe(1);
});
