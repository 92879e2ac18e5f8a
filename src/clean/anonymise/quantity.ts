/** What may stand between a number and its unit: 余, 多 and scales. */
const BETWEEN_ZH = '^ ?[余餘多]?[百千万萬亿億]{0,2}余?';
const MONEY_ZH =
  '[美欧歐日港澳加韩韓新台臺]?元(?![旦月宵])|人民[币幣]|[港台臺新][币幣]|日[圆圓]|英[镑鎊]|[卢盧][布比]|法郎';
const MEASURES_ZH =
  '平方(?:公里|千米|米|英里|英尺)|立方(?:公里|厘米|米)|[公英海]里|[千厘毫分]?米|英[尺寸亩畝]|公[顷頃斤吨噸升]|[亩畝]|[千毫]?克|斤|[吨噸磅]|毫?升|[千兆]瓦[时時]?|[千兆吉]?字[节節]|[%‰℃]';
const COUNTS_ZH =
  '人(?:次|口|民[币幣])|人(?![工力事员員文才资資保体體家民])|名(?![字称稱片])|[户戶辆輛股册冊]|[台臺](?![湾灣北中南州])';
/** Also surnames: 元先生. */
const NO_TITLE = '(?!先生|女士|小姐|太太|老[师師]|[经經]理|主任|同[学學志]|[师師]傅)';
const UNIT_ZH = new RegExp(`${BETWEEN_ZH}(?:${MONEY_ZH}|${MEASURES_ZH}|${COUNTS_ZH})${NO_TITLE}`);

const MONEY_EN =
  'yuan|renminbi|RMB|CNY|USD|HKD|EUR|GBP|JPY|(?:(?:US|U\\.S\\.|Hong Kong|HK) )?dollars?|euros?|pounds?|yen|cents?';
const MEASURES_EN =
  '%|‰|per ?cent|(?:square|sq\\.?|cubic) (?:kilo|centi)?(?:met(?:re|er)s?|miles?|feet|foot|ft|km|m)|(?:kilo|centi|milli)?met(?:re|er)s?|km²?|m[²³]|miles?|feet|hectares?|acres?|mu|(?:kilo)?grams?|kg|tonn?es?|tons?|lit(?:re|er)s?|barrels?|(?:kilo|mega)?watts?(?:-hours?)?|kWh|bytes?';
const COUNTS_EN =
  'people|persons?|passengers?|residents?|inhabitants?|households?|users?|visitors?|tourists?|workers?|students?|shares?|copies|vehicles?';
const UNIT_EN = new RegExp(`^ ?(?:${MONEY_EN}|${MEASURES_EN}|${COUNTS_EN})(?![A-Za-z])`);

/** The sign or code of a currency right before a number. */
const MONEY_BEFORE = /(?:[¥￥$€£₩]|\b(?:RMB|CNY|USD|HKD|EUR|GBP|JPY)) ?$/;

/**
 * Whether a number counts or measures something: 面积13800138000平方米, 13800138000 yuan. Figures that
 * are grouped like a phone number, or begin with 0 or +, measure nothing.
 *
 * @param run - the number, folded
 * @param before - text in front of it
 * @param after - text behind it
 */
export function isQuantity(run: string, before: string, after: string): boolean {
  if (!/^[1-9]\d*$/.test(run)) return false;
  return UNIT_ZH.test(after) || UNIT_EN.test(after) || MONEY_BEFORE.test(before);
}
