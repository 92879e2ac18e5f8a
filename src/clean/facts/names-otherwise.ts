/** Capitals that stand for their governments, with what Chinese says for these. */
const CAPITALS: ReadonlyMap<string, RegExp> = new Map([
  [
    'beijing',
    /中国|中國|中方|我国|我國|中共|[对對访訪驻駐]华|中[美欧歐日俄英法德印韩韓朝澳加越非]|[美日俄英印]中/,
  ],
  ['washington', /美国|美國|美方|白宫|白宮|[中俄日英韩韓朝]美|美[中俄日朝韩韓欧歐]/],
  ['moscow', /俄/],
  ['london', /英国|英國|英方/],
  ['paris', /法国|法國|法方/],
  ['berlin', /德国|德國|德方/],
  ['tokyo', /日本|日方/],
  ['seoul', /韩|韓|南朝鲜|首尔/],
  ['pyongyang', /朝鲜|朝鮮|北韩|北韓|朝方/],
  ['taipei', /台湾|臺灣|台灣|台方/],
  ['tehran', /伊朗|伊方/],
  ['athens', /希腊|希臘/],
  ['madrid', /西班牙/],
  ['rome', /意大利|義大利/],
  ['brussels', /欧盟|歐盟|欧洲|歐洲|比利时|比利時/],
  ['delhi', /印度|印方/],
  ['canberra', /澳大利亚|澳洲|澳方/],
  ['ottawa', /加拿大|加方/],
  ['ankara', /土耳其/],
  ['cairo', /埃及/],
  ['baghdad', /伊拉克/],
  ['kabul', /阿富汗/],
  ['damascus', /叙利亚|敘利亞/],
  ['riyadh', /沙特/],
  ['islamabad', /巴基斯坦/],
  ['hanoi', /越南/],
  ['manila', /菲律宾|菲律賓/],
  ['jakarta', /印尼|印度尼西亚/],
  ['bangkok', /泰国|泰國/],
  ['warsaw', /波兰|波蘭/],
  ['kyiv', /乌克兰|烏克蘭/],
  ['kiev', /乌克兰|烏克蘭/],
  ['havana', /古巴/],
  ['caracas', /委内瑞拉/],
  ['canton', /广东|廣東|广州|廣州/],
]);
/** Cities and provinces by their one character: 在深外国人, 穗港两地. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['shenzhen', '深'],
  ['shanghai', '沪滬申'],
  ['beijing', '京'],
  ['guangzhou', '穗广廣'],
  ['guangdong', '粤粵广廣'],
  ['chongqing', '渝'],
  ['tianjin', '津'],
  ['chengdu', '蓉'],
  ['nanjing', '宁寧'],
  ['hangzhou', '杭'],
  ['wuhan', '汉漢'],
  ['macao', '澳'],
  ['macau', '澳'],
  ['sichuan', '川蜀'],
  ['zhejiang', '浙'],
  ['jiangsu', '苏蘇'],
  ['fujian', '闽閩'],
  ['shandong', '鲁魯'],
  ['hunan', '湘'],
  ['hubei', '鄂'],
  ['yunnan', '滇云'],
  ['guizhou', '黔贵貴'],
  ['hainan', '琼瓊'],
  ['xiamen', '厦廈'],
  ['dalian', '连連'],
]);
/** Scales of degrees, which Chinese marks by a sign. */
const DEGREES = /^(?:celsius|centigrade|fahrenheit)$/;

/** Whether the Chinese says another word or a sign where the English has a name, in lower case. */
export function isToldOtherwise(name: string, zh: string): boolean {
  if (CAPITALS.get(name)?.test(zh) === true) return true;
  if (DEGREES.test(name) && /[度℃℉]|°/.test(zh)) return true;
  return [...(SHORT_NAMES.get(name) ?? '')].some((one) => zh.includes(one));
}
