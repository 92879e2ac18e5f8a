import { describe, expect, test } from '@jest/globals';
import { checks, cleanDefaults, createJudge, readPairFacts } from '../../src/clean/index.js';

/** Names of the checks that object to a pair, and of those that refuse it. */
function verdict(
  zh: string,
  en: string,
  confidence = 0.95,
): { objects: string[]; refuses: string[] } {
  const found = checks.flatMap((check) => {
    const objection = check.examine(
      { zh, en, confidence, facts: readPairFacts(zh, en) },
      cleanDefaults,
    );
    return objection === undefined ? [] : [{ name: check.name, rejects: objection.rejects }];
  });
  return {
    objects: found.map(({ name }) => name),
    refuses: found.filter(({ rejects }) => rejects).map(({ name }) => name),
  };
}

describe('good pairs pass every check', () => {
  test.each([
    ['近3000家企业在此落户。', 'Nearly 3,000 enterprises have settled here.'],
    ['人口达1.2亿。', 'The population reached 120 million.'],
    ['3月18日,会议开幕。', 'The conference opened on March 18.'],
    ['三星、LG、SK等企业', 'Companies such as Samsung, LG and SK'],
    ['好。', 'All right.'],
    ['增长百分之十五。', 'It grew by 15 percent.'],
    ['他说:“我们明天再来。”', '“We will come back tomorrow,” he said.'],
  ])('%s', (zh, en) => {
    expect(verdict(zh, en).objects).toEqual([]);
  });
});

describe('bad pairs are refused, and the check is named', () => {
  test.each([
    ['', 'Nobody translated this.', 'one-sided'],
    ['没有人翻译。', '', 'one-sided'],
    ['2024', '2024 年', 'no-words'],
    ['APEC CEO Summit', 'APEC CEO Summit', 'untranslated'],
    ['This is an English sentence on the wrong side.', 'This is a sentence.', 'wrong-language'],
    ['双方进行了会谈。', '双方进行了会谈 (OK)。', 'wrong-language'],
    ['很长的一句话说的是会谈的结果和今后的打算。', 'Talks.', 'length-ratio'],
    ['会谈结束了吗。', 'word '.repeat(60), 'length-ratio'],
    [
      '出口35亿元,进口28亿元。',
      'Exports were 53 billion yuan, imports 82 billion yuan.',
      'money-mismatch',
    ],
  ])('%s | %s → %s', (zh, en, name) => {
    expect(verdict(zh, en).refuses).toContain(name);
  });

  test('a bead the aligner doubts', () => {
    expect(verdict('双方进行了会谈。', 'The two sides held talks.', 0.1).refuses).toEqual([
      'low-confidence',
    ]);
  });

  test('a side longer than any sentence', () => {
    expect(verdict('会'.repeat(1_001), 'talks '.repeat(600)).refuses).toContain('too-long');
  });
});

test('one missing number lowers the score but does not refuse', () => {
  const { objects, refuses } = verdict('共有42人出席,历时3天。', 'People attended for three days.');
  expect(objects).toEqual(['number-mismatch']);
  expect(refuses).toEqual([]);
});

describe('figures that one side adds in brackets are put on record and refuse nothing', () => {
  test.each([
    [
      '茶的历史可以追溯到宋代。',
      'Tea goes back to the Song Dynasty (960–1279).',
      'number-mismatch',
    ],
    ['茶园面积达24000亩。', 'The gardens cover 24,000 mu (2,600 hectares).', 'number-mismatch'],
    ['唐代诗人李白（701－762）来过这里。', 'Li Bai, a Tang poet, came here.', 'number-mismatch'],
    ['项目投资3亿元。', 'The project cost 300 million yuan (US$42 million).', 'money-mismatch'],
  ])('%s | %s', (zh, en, name) => {
    expect(verdict(zh, en)).toEqual({ objects: [name], refuses: [] });
    const { values } = readPairFacts(zh, en);
    expect([values.contradictions, values.missing]).toEqual([0, 0]);
    expect(createJudge().judge({ zh, en, confidence: 0.5 }).state).toBe('new');
  });
});

test('every check has a stable name and a summary for people', () => {
  for (const { name, summary } of checks) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^[a-z].{15,}[^.]$/);
  }
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
});

describe('each check fires where it must and nowhere else', () => {
  const languages =
    'العربية čeština Dansk Deutsch Ελληνικά euskara français hrvatski 日本語 한국어';
  test.each([
    ['wrong-language', `本页有下列语言版本：${languages}`, `This page in: ${languages}`, false],
    ['wrong-language', '本页有下列语言版本', 'Эта страница на следующих языках', true],
    ['wrong-language', 'Le maire a reçu une délégation.', 'The mayor met a delegation.', true],
    ['wrong-language', 'BBC Scotland的Alasdair Lamont', 'Alasdair Lamont of BBC Scotland', false],
    ['length-ratio', '海老公道：“怎么？”', '“What?”', false],
    ['length-ratio', '海老公听了这句话，便慢慢走到门口，回头看了他一眼。', '“What?”', true],
    ['repeated-phrases', '“不，不，不，不！”', '“No, no, no, no!”', false],
    ['repeated-phrases', '长长长长长长长长短', 'long-long-long-long-long short-short', false],
    [
      'repeated-phrases',
      '会议开始了。',
      'The meeting meeting meeting meeting meeting began.',
      true,
    ],
    ['mojibake', '唔、唔，说啥', 'Uh, uh, what?', false],
    ['mojibake', '浣犲ソ锛屼笘鐣岋紝鎴戜滑鏉ヤ簡', 'Hello world, here we are.', true],
    ['mojibake', '我们\ufffd来了', 'Here we are.', true],
    ['mojibake', '我们\ud83d来了', 'Here we are.', true],
    ['mojibake', '我们来了😀', 'Here we are. \udc00', true],
    ['mojibake', '我们来了😀𠮷', 'Here we are. 😀', false],
    ['control-characters', '我们来了\u0001', 'Here we are.', true],
    ['control-characters', '我们\t来了', 'Here we are.', false],
    ['unbalanced-marks', '（我们来了', 'Here we are.', true],
    ['unbalanced-marks', '1）我们来了', '1) Here we are.', false],
    ['markup', '我们<b>来了', 'Here we are.', true],
    ['markup', '若 a < b 且 b > c', 'If a < b and b > c', false],
    ['only-addresses', 'www.example.org', 'Home page', true],
    ['only-addresses', '见 www.example.org', 'See www.example.org', false],
    ['mixed-script', '經濟发展與社会進步的会議', 'A meeting on economy and society', true],
    ['mixed-script', '经济发展与社会进步', 'Economic development and social progress', false],
    ['name-missing', '主任陪同会见。', 'Director Cao Saixian was present.', true],
    ['name-missing', '曹赛先主任陪同会见。', 'Director Cao Saixian was present.', false],
    ['date-mismatch', '1949年成立', 'Founded in 1948', true],
    ['date-mismatch', '1949年成立', 'Founded in 1949', false],
    ['percent-mismatch', '增长15%', 'up 51 percent', true],
    ['percent-mismatch', '增长两成', 'up 20 percent', false],
    ['profanity', '你他妈的滚蛋', 'Get out', true],
    ['profanity', '他妈妈来了', 'His mother came', false],
  ])('%s: %s | %s: %s', (name, zh, en, fires) => {
    expect(verdict(zh, en).objects.includes(name)).toBe(fires);
  });
});
