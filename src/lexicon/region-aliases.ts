/**
 * What running text calls countries besides their CLDR name: short and former names in both
 * languages, abbreviations, and the people or adjective. Collected for this project.
 *
 * One country an entry: Chinese names (simplified) separated by spaces, a colon, English names
 * separated by commas.
 */
const ALIASES = `
中国 中华人民共和国:China, PRC, People's Republic, Chinese|香港:Hong Kong, HK, HKSAR|澳门:Macao, Macau|台湾:Taiwan, Taiwanese
美国 美利坚合众国:United States, US, USA, America, American|英国 联合王国 大不列颠:United Kingdom, UK, Britain, British, England, English
法国:France, French|德国 联邦德国:Germany, German|意大利 义大利:Italy, Italian|西班牙:Spain, Spanish, Spaniard|葡萄牙:Portugal, Portuguese
荷兰:Netherlands, Holland, Dutch|比利时:Belgium, Belgian|瑞士:Switzerland, Swiss|奥地利:Austria, Austrian|瑞典:Sweden, Swedish, Swede
挪威:Norway, Norwegian|丹麦:Denmark, Danish, Dane|芬兰:Finland, Finnish, Finn|冰岛:Iceland, Icelandic|爱尔兰:Ireland, Irish
希腊:Greece, Greek|土耳其:Turkey, Türkiye, Turkish, Turk|俄罗斯 俄国:Russia, Russian|苏联:Soviet Union, Soviet, USSR|乌克兰:Ukraine, Ukrainian
白俄罗斯:Belarus, Belarusian|波兰:Poland, Polish, Pole|捷克:Czechia, Czech|斯洛伐克:Slovakia, Slovak|匈牙利:Hungary, Hungarian|罗马尼亚:Romania, Romanian
保加利亚:Bulgaria, Bulgarian|塞尔维亚:Serbia, Serbian, Serb|克罗地亚:Croatia, Croatian|南斯拉夫:Yugoslavia, Yugoslav|日本:Japan, Japanese
韩国 大韩民国 南韩:South Korea, Korea, ROK, Republic of Korea, Korean|朝鲜 北韩:North Korea, DPRK, Korea, Korean|蒙古:Mongolia, Mongolian|越南:Vietnam, Vietnamese
老挝 寮国:Laos, Lao, Laotian|柬埔寨:Cambodia, Cambodian|泰国:Thailand, Thai|缅甸:Myanmar, Burma, Burmese|马来西亚:Malaysia, Malaysian|新加坡 狮城:Singapore, Singaporean
印度尼西亚 印尼:Indonesia, Indonesian|菲律宾:Philippines, Philippine, Filipino|文莱:Brunei, Bruneian|东帝汶:Timor-Leste, East Timor|印度:India, Indian
巴基斯坦:Pakistan, Pakistani|孟加拉国 孟加拉:Bangladesh, Bangladeshi|斯里兰卡 锡兰:Sri Lanka, Ceylon|尼泊尔:Nepal, Nepalese|阿富汗:Afghanistan, Afghan
伊朗 波斯:Iran, Iranian, Persia, Persian|伊拉克:Iraq, Iraqi|以色列:Israel, Israeli|巴勒斯坦:Palestine, Palestinian|叙利亚:Syria, Syrian|黎巴嫩:Lebanon, Lebanese
约旦:Jordan, Jordanian|沙特阿拉伯 沙特:Saudi Arabia, Saudi, KSA|阿拉伯联合酋长国 阿联酋:United Arab Emirates, UAE, Emirati|卡塔尔:Qatar, Qatari|科威特:Kuwait, Kuwaiti
也门:Yemen, Yemeni|阿曼:Oman, Omani|埃及:Egypt, Egyptian|利比亚:Libya, Libyan|突尼斯:Tunisia, Tunisian|阿尔及利亚:Algeria, Algerian|摩洛哥:Morocco, Moroccan
苏丹:Sudan, Sudanese|埃塞俄比亚:Ethiopia, Ethiopian|肯尼亚:Kenya, Kenyan|坦桑尼亚:Tanzania, Tanzanian|尼日利亚:Nigeria, Nigerian|加纳:Ghana, Ghanaian
南非:South Africa, South African|赞比亚:Zambia, Zambian|津巴布韦:Zimbabwe, Zimbabwean|安哥拉:Angola, Angolan|莫桑比克:Mozambique, Mozambican|刚果:Congo, Congolese, DRC
加拿大:Canada, Canadian|墨西哥:Mexico, Mexican|古巴:Cuba, Cuban|巴西:Brazil, Brazilian|阿根廷:Argentina, Argentine, Argentinian|智利:Chile, Chilean|秘鲁:Peru, Peruvian
哥伦比亚:Colombia, Colombian|委内瑞拉:Venezuela, Venezuelan|澳大利亚 澳洲:Australia, Australian|新西兰 纽西兰:New Zealand, NZ|斐济:Fiji, Fijian|巴布亚新几内亚:Papua New Guinea, PNG
哈萨克斯坦:Kazakhstan, Kazakh|乌兹别克斯坦:Uzbekistan, Uzbek|吉尔吉斯斯坦:Kyrgyzstan, Kyrgyz|塔吉克斯坦:Tajikistan, Tajik|土库曼斯坦:Turkmenistan, Turkmen
格鲁吉亚:Georgia, Georgian|亚美尼亚:Armenia, Armenian|阿塞拜疆:Azerbaijan, Azerbaijani, Azeri|联合国:United Nations, UN|欧盟 欧洲联盟:European Union, EU
东盟 东南亚国家联盟:ASEAN, Association of Southeast Asian Nations|世贸组织 世界贸易组织:WTO, World Trade Organization|世卫组织 世界卫生组织:WHO, World Health Organization
`;

/** Chinese name → English names, of the countries that have several. */
export const REGION_ALIASES: ReadonlyMap<string, readonly string[]> = readAliases();

function readAliases(): Map<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  for (const entry of ALIASES.trim().split(/[|\n]/)) {
    const [zh = '', en = ''] = entry.split(':');
    const names = en.split(',').map((name) => name.trim());
    for (const name of zh.split(' ')) table.set(name, names);
  }
  return table;
}
