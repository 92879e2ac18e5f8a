/**
 * Names whose usual English spelling no rule gives: Cantonese, Hokkien, Postal Map, Mongolian,
 * Tibetan and personal choice. Collected for this project; simplified characters.
 */
const NAMES = `
香港 Hong Kong|九龙 Kowloon|新界 New Territories|澳门 Macau, Macao|旺角 Mong Kok|尖沙咀 Tsim Sha Tsui|沙田 Sha Tin, Shatin
元朗 Yuen Long|屯门 Tuen Mun|荃湾 Tsuen Wan|铜锣湾 Causeway Bay|大屿山 Lantau|中环 Central|湾仔 Wan Chai|观塘 Kwun Tong
深水埗 Sham Shui Po|油麻地 Yau Ma Tei|西贡 Sai Kung|大埔 Tai Po|葵涌 Kwai Chung|将军澳 Tseung Kwan O|红磡 Hung Hom
北京 Peking, Beijing|南京 Nanking|天津 Tientsin|重庆 Chungking|广州 Canton, Kwangchow|广东 Canton, Kwangtung|厦门 Amoy
汕头 Swatow|青岛 Tsingtao|济南 Tsinan|成都 Chengtu|西安 Sian|福州 Foochow|苏州 Soochow|杭州 Hangchow|宁波 Ningpo|烟台 Chefoo
大连 Dalian, Dairen|沈阳 Mukden|哈尔滨 Harbin|长春 Hsinking|旅顺 Port Arthur|四川 Szechwan, Szechuan|福建 Fukien|浙江 Chekiang
江苏 Kiangsu|江西 Kiangsi|陕西 Shaanxi, Shensi|山西 Shansi|河南 Honan|湖南 Hunan|河北 Hopei|湖北 Hupeh|新疆 Sinkiang, Xinjiang|甘肃 Kansu
西藏 Tibet, Xizang|拉萨 Lhasa|日喀则 Shigatse|内蒙古 Inner Mongolia|呼和浩特 Hohhot|乌鲁木齐 Urumqi, Urumchi|喀什 Kashgar
长江 Yangtze, Yangtse|黄河 Yellow River|珠江 Pearl River|黄浦 Whampoa, Huangpu|喜马拉雅 Himalaya|珠穆朗玛 Everest, Qomolangma
台湾 Taiwan, Formosa|台北 Taipei|台中 Taichung|台南 Tainan|高雄 Kaohsiung|基隆 Keelung|新竹 Hsinchu|金门 Kinmen, Quemoy|马祖 Matsu
孙中山 Sun Yat-sen|孙逸仙 Sun Yat-sen|蒋介石 Chiang Kai-shek|蒋经国 Chiang Ching-kuo|宋美龄 Soong Mei-ling|宋庆龄 Soong Ching-ling
宋子文 Soong Tse-ven|孔祥熙 Kung Hsiang-hsi|张学良 Chang Hsueh-liang|张作霖 Chang Tso-lin|袁世凯 Yuan Shih-kai|毛泽东 Mao Tse-tung
周恩来 Chou En-lai|朱德 Chu Teh|邓小平 Teng Hsiao-ping|李光耀 Lee Kuan Yew|李显龙 Lee Hsien Loong|吴作栋 Goh Chok Tong|黄循财 Lawrence Wong
李登辉 Lee Teng-hui|陈水扁 Chen Shui-bian|马英九 Ma Ying-jeou|蔡英文 Tsai Ing-wen|董建华 Tung Chee-hwa|曾荫权 Donald Tsang
梁振英 Leung Chun-ying|林郑月娥 Carrie Lam|李家超 John Lee|李嘉诚 Li Ka-shing|霍英东 Henry Fok|邵逸夫 Run Run Shaw|包玉刚 Pao Yue-kong
李小龙 Bruce Lee|成龙 Jackie Chan|周润发 Chow Yun-fat|梁朝伟 Tony Leung|张曼玉 Maggie Cheung|王家卫 Wong Kar-wai|李安 Ang Lee
孔子 Confucius|孟子 Mencius|老子 Lao Tzu, Laozi, Lao-tse|庄子 Chuang Tzu, Zhuangzi|孙子 Sun Tzu|孔夫子 Confucius|成吉思汗 Genghis Khan
忽必烈 Kublai Khan|郑成功 Koxinga|慈禧 Tzu Hsi, Cixi|溥仪 Puyi, Pu Yi|利玛窦 Matteo Ricci|马可波罗 Marco Polo|郎世宁 Castiglione
白求恩 Norman Bethune|钱学森 Tsien Hsue-shen|杨振宁 Chen Ning Yang|李政道 Tsung-Dao Lee|丁肇中 Samuel Ting|吴健雄 Chien-Shiung Wu
贝聿铭 Pei|马友友 Yo-Yo Ma|林语堂 Lin Yutang|胡适 Hu Shih|赛珍珠 Pearl Buck|达赖 Dalai|班禅 Panchen|清华 Tsinghua|功夫 kung fu|太极 tai chi
茅台 Moutai|孔府 Confucius|中山 Sun Yat-sen|首尔 Seoul|釜山 Busan, Pusan|仁川 Incheon, Inchon|光阳 Gwangyang, Kwangyang|光州 Gwangju, Kwangju
大邱 Daegu, Taegu|济州 Jeju, Cheju|平壤 Pyongyang|新加坡 Singapore|槟城 Penang|马六甲 Malacca, Melaka|吉隆坡 Kuala Lumpur
`;

/** Surnames as Cantonese, Hokkien and Korean families write them. */
const SURNAMES = `
陈 Chan Tan Chen|李 Lee Li Yi Rhee|黄 Wong Ng Hwang|王 Wong Ong Wang|张 Cheung Chang Teo Jang|林 Lam Lim Lin|刘 Lau Low Liu
吴 Ng Goh Wu Oh|郑 Cheng Tay Jeong Chung|周 Chow Chau Chew Chou|梁 Leung Neo|何 Ho Her|杨 Yeung Yeoh Yang|罗 Lo Law Loh
蔡 Choi Tsai Chua Choy|郭 Kwok Quek Kuo|邓 Tang Teng|叶 Yip Ip Yap Yeh|许 Hui Koh Hsu Heo|冯 Fung Feng|谢 Tse Chia Hsieh
朱 Chu Choo Joo|徐 Tsui Chee Hsu Seo|曾 Tsang Chan Tseng|胡 Wu Woo Hu|孙 Suen Soon Son Sun|余 Yu Yee|江 Kong Kang Chiang
关 Kwan Guan|莫 Mok Mo|苏 So Soo Su|谭 Tam Tham|潘 Poon Pan|黎 Lai Li|钟 Chung Cheong|廖 Liu Liew Liao|姚 Yiu Yao|方 Fong Png Fang
石 Shek Shih|麦 Mak|温 Wan Won|霍 Fok Huo|伍 Ng Wu|袁 Yuen Yuan|卢 Lo Roh Lu|赵 Chiu Chew Cho Chao|邱 Yau Khoo Chiu|董 Tung
金 Kim|朴 Park Pak|崔 Choi|姜 Kang|尹 Yoon Yun|安 Ahn An|柳 Yoo Ryu|文 Moon Mun|申 Shin Sin|权 Kwon|韩 Han|宋 Soong Song|贝 Pei|钱 Tsien
`;

/** Han name → its usual spellings, each as lower-case words: 毛泽东 → [mao, tse, tung]. */
export const KNOWN_NAMES: ReadonlyMap<string, readonly (readonly string[])[]> = read(NAMES, ',');
/** Surname of one character → spellings, each of one lower-case word. */
export const KNOWN_SURNAMES: ReadonlyMap<string, readonly (readonly string[])[]> = read(
  SURNAMES,
  ' ',
);

function read(names: string, between: string): Map<string, readonly (readonly string[])[]> {
  const table = new Map<string, readonly (readonly string[])[]>();
  for (const entry of names.trim().split(/[|\n]/)) {
    const gap = entry.indexOf(' ');
    const spellings = entry
      .slice(gap + 1)
      .toLowerCase()
      .split(between);
    table.set(
      entry.slice(0, gap),
      spellings.map((spelling) => spelling.trim().split(/[ -]/)),
    );
  }
  return table;
}
