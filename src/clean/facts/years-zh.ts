import { parseHanNumeral } from '../../text/index.js';

const HAN_YEAR = '[一二三四五六七八九十]{1,3}';
/** 民国26年 is 1937, and so is the 26th year of the Republic; 民國一百一十三年 is 2024. */
const REPUBLIC = new RegExp(
  `民[国國](元|\\d{1,3}|一百(?:零[一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)?|${HAN_YEAR})年`,
  'g',
);
const BEFORE_REPUBLIC = 1911;
/** A year of the republic whose name is left out stands in texts of Taiwan: 113年. */
const REPUBLIC_UNNAMED = /(?<![\d.,])(1[01]\d)年(?=\d{1,2}月|度)/g;

/** Years before the first of each era that is counted from an emperor's accession. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ['贞观', 626],
  ['開元', 712],
  ['开元', 712],
  ['洪武', 1367],
  ['永乐', 1402],
  ['宣德', 1425],
  ['成化', 1464],
  ['弘治', 1487],
  ['正德', 1505],
  ['嘉靖', 1521],
  ['隆庆', 1566],
  ['万历', 1572],
  ['天启', 1620],
  ['崇祯', 1627],
  ['顺治', 1643],
  ['康熙', 1661],
  ['雍正', 1722],
  ['乾隆', 1735],
  ['嘉庆', 1795],
  ['道光', 1820],
  ['咸丰', 1850],
  ['同治', 1861],
  ['光绪', 1874],
  ['宣统', 1908],
  ['貞觀', 626],
  ['永樂', 1402],
  ['隆慶', 1566],
  ['萬曆', 1572],
  ['天啟', 1620],
  ['崇禎', 1627],
  ['順治', 1643],
  ['嘉慶', 1795],
  ['咸豐', 1850],
  ['光緒', 1874],
  ['宣統', 1908],
  ['明治', 1867],
  ['大正', 1911],
  ['昭和', 1925],
  ['平成', 1988],
  ['令和', 2018],
]);
const ERA_YEAR = new RegExp(`(${[...ERAS.keys()].join('|')})(元|\\d{1,2}|${HAN_YEAR})年`, 'g');
const YEAR_EN = /\d{3}/;

const DECADE = '(?:[二三四五六七八九]十|[1-9]0)';
/** 本世纪20年代: the centuries this and last are named. */
const THIS_CENTURY =
  /(上|本)(?:一|个|個)?(世[纪紀])(?=(?:[\d一二三四五六七八九十、至到和—–-]{1,7})年代)/g;
/** 五六十年代, 50至60年代, 七十和八十年代. */
const TWO_DECADES = new RegExp(
  `((?:\\d{1,2}|[一二]?十[一二三四五六七八九]?) ?世[纪紀] ?)?(?:([二三四五六七八])([三四五六七八九])十|(${DECADE})(?:年代)?[、至到和及—–-](${DECADE}))年代`,
  'g',
);

/**
 * A Chinese text with its years counted from Christ: 民国26年 is 1937年, 光绪二十六年 is 1900年 where
 * the English has that year; of 五六十年代 and 本世纪20年代 the decades stand with their century.
 */
export function yearsZh(zh: string, en: string): string {
  if (!zh.includes('年')) return zh;
  const text = zh.replace(
    REPUBLIC,
    (_whole, year: string) => `${BEFORE_REPUBLIC + yearOf(year)}年`,
  );
  if (!YEAR_EN.test(en)) return text;
  return decades(text)
    .replace(ERA_YEAR, (whole, era: string, year: string) =>
      ifIn(en, zh, (ERAS.get(era) ?? 0) + yearOf(year), whole),
    )
    .replace(REPUBLIC_UNNAMED, (whole, year: string) =>
      ifIn(en, zh, BEFORE_REPUBLIC + Number(year), whole),
    );
}

function decades(zh: string): string {
  if (!zh.includes('年代')) return zh;
  return zh
    .replace(THIS_CENTURY, (_whole, which: string, word: string) =>
      which === '上' ? `20${word}` : `21${word}`,
    )
    .replace(
      TWO_DECADES,
      (whole, century = '', one?: string, other?: string, first?: string, last?: string) => {
        const from = one === undefined ? first : `${one}十`;
        const to = other === undefined ? last : `${other}十`;
        if (from === undefined || to === undefined) return whole;
        return `${century}${from}年代、${century}${to}年代`;
      },
    );
}

/** The year, if the other side has it and this one does not say it anyway. */
function ifIn(en: string, zh: string, year: number, otherwise: string): string {
  const figures = new RegExp(`(?<!\\d)${year}(?!\\d)`);
  return figures.test(en) && !figures.test(zh) ? `${year}年` : otherwise;
}

function yearOf(year: string): number {
  if (year === '元') return 1;
  return /\d/.test(year) ? Number(year) : (parseHanNumeral(year) ?? 0);
}
