import { label, type LinePattern } from './line-pattern.js';

/** What parts a label from a name: `编辑：`, `编辑 | `, `编辑丨`. */
const BAR = '(?:[:：丨┃︱]|\\s*[|｜])';

/** Labels of people and sources, alone or several for one name: `翻译&编辑：`, `文/图：`. */
const credit = (words: string): RegExp =>
  new RegExp(
    `^[【\\[（(●•·▲△\\s]*(?:${words})(?:\\s*[&＆、/／和及 ]\\s*(?:${words}))*\\s*${BAR}`,
    'iu',
  );

/** A date and a time, as a system stamps it or a person writes it. */
export const DATE =
  /^[\s(（[【]*(?:19|20)\d\d\s*(?:[-/.]|年)\s*\d{1,2}\s*(?:[-/.]|月)\s*\d{1,2}\s*日?(?:\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?)?(?:\s*(?:香港|北京)时间)?(?:[ T]*\d{1,2}\s*[:：时]\s*\d{1,2}分?(?:[:：]\d{1,2}(?:\.\d+)?)?)?[\s)）\]】]*$/u;
/** The same in English. */
export const ENGLISH_DATE =
  /^(?:ends?\s*[/／]\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:19|20)\d\d)(?:,?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?)?$/iu;

/** Latin words and marks only, at least one with a tone. */
const PINYIN =
  /^(?=.*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’\s,.，。?!:;？！：；“”"·…—()（）-]+$/iu;
/** Least share of words with a tone: English has café, pinyin has particles without. */
const MIN_TONED = 0.5;

/** Whether a line is Chinese in Latin letters: `Yuǎn bù yuǎn?` */
function isPinyin(line: string): boolean {
  if (!PINYIN.test(line)) return false;
  const words = line.match(/[\p{L}'’]+/gu) ?? [];
  const toned = words.filter((word) => /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/iu.test(word));
  return toned.length >= words.length * MIN_TONED;
}

/** A date or a time, whole or in part. */
const STAMP =
  /(?:(?:19|20)\d\d\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?!\d)|\d{1,2}[:：]\d\d(?:[:：]\d\d)?/gu;
/** Least stamps on a line, and most characters beside them. */
const MIN_STAMPS = 2;
const MAX_BESIDE_STAMPS = 16;

/** Whether a line is little more than dates and times: `12-07 08:15 2018年12月7日 某报客户端`. */
function isStamped(line: string): boolean {
  const stamps = line.match(STAMP) ?? [];
  const isDated = stamps.some((stamp) => /^(?:19|20)\d\d/u.test(stamp));
  const rest = line.replace(STAMP, '').trim();
  return (
    isDated &&
    stamps.length >= MIN_STAMPS &&
    rest.length <= MAX_BESIDE_STAMPS &&
    /^[^，。,;；]*$/u.test(rest) &&
    !/[至到—–~～]/u.test(rest)
  );
}

/** Facts on an article. Order matters: the first that fits gives the reason. */
export const ARTICLE_LINES: readonly LinePattern[] = [
  {
    reason: 'pinyin',
    maxChars: 200,
    test: { test: isPinyin },
  },
  {
    reason: 'disclaimer',
    maxChars: 80,
    test: /(?:转载|转发|引用)(?:时)?(?:请|须|务必|需)?注明(?:文章)?(?:出处|来源|来自|作者|原文)/u,
  },
  {
    reason: 'disclaimer',
    maxChars: 160,
    test: /未经.{0,16}(?:授权|许可|同意|允许).{0,12}(?:转载|摘编|镜像)|^本(?:网站?|站)(?:所?刊(?:载|登|用)|发布|转载).{0,30}(?:不代表|观点|立场|授权|版权)/u,
  },
  {
    reason: 'date-line',
    maxChars: 90,
    noSentence: true,
    test: /^https?:\/\/\S+\s.{0,20}(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/u,
  },
  {
    reason: 'date-line',
    maxChars: 30,
    test: /^(?:(?:香港|北京|当地|本地)时间|hkt|at)\s*\d{1,2}\s*[时:：]\s*\d{1,2}\s*分?$/iu,
  },
  {
    reason: 'source-line',
    maxChars: 80,
    noSentence: true,
    test: /^[（(【[]?\s*(?:原?载(?:于|自)?|摘自|选自|来源[:：]?)?\s*《[^》]{2,24}》\s*[（(]?\s*(?:(?:19|20)\d\d|第?\s*\d+)[^。]{0,30}[版期日][）)\s】\]]*$/u,
  },
  {
    reason: 'date-line',
    maxChars: 60,
    noSentence: true,
    test: /^(?:.{0,8}\s)?(?:page )?last (?:updated|modified|reviewed)(?: on| at)?\s*[:：]?\s*\S.{3,30}$/iu,
  },
  {
    reason: 'disclaimer',
    maxChars: 400,
    test: /^[【[（(]?(?:免责|特别|郑重|版权|重要|网站|本站|本网)(?:声明|提示)(?:[】\])）]|\s*[:：])|^声明\s*[:：]\s*(?:本文|本网|本站|本报|以上|文中|文章|转载|凡|[^，。]{2,8}力求|[^。]{0,40}仅(?:供|代表))|^[【（([].{0,80}未经[^。]{0,16}(?:授权|许可|允许|同意)[^。]{0,12}(?:不得|禁止|谢绝|请勿)[^。]{0,6}(?:转载|使用|复制).{0,20}[】）)\]]$|^disclaimer\s*[:：]/iu,
  },
  {
    reason: 'date-line',
    maxChars: 200,
    test: label(
      '发布时间|发布日期|发表时间|發布時間|發佈日期|(?:最后|最近|最新)?(?:更新|修改|编辑)(?:时间|日期|于)?|时间|日期|录入时间|添加时间|published(?: on| at| date)?|publish(?:ed)? (?:time|date)|release (?:date|time)|date|time|updated(?: on| at)?|last updated|posted(?: on)?',
    ),
  },
  { reason: 'date-line', maxChars: 60, test: DATE },
  { reason: 'date-line', maxChars: 60, noSentence: true, test: { test: isStamped } },
  {
    reason: 'date-line',
    maxChars: 90,
    noSentence: true,
    test: /^(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s+\d{1,2}[:：]\d\d/u,
  },
  { reason: 'date-line', maxChars: 60, test: ENGLISH_DATE },
  {
    reason: 'date-line',
    maxChars: 90,
    noSentence: true,
    test: /^(?:posted |published )?(?:on )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?)\s+(?:19|20)\d\d\s*(?:by\s|[|·•/–—-]\s*\p{L})/iu,
  },
  { reason: 'date-line', maxChars: 60, test: /^issued at [a-z]{2,5} \d{1,2}:\d\d$/iu },
  {
    reason: 'end-mark',
    maxChars: 30,
    test: /^[\s（(【[\-—–=*#/·.…~]*(?:全文)?(?:完|end|ends|the end|fin)[\s）)】\]\-—–=*#/·.…~]*$|^N{4}$/iu,
  },
  {
    reason: 'date-line',
    maxChars: 120,
    test: /^(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\s*(?:来源|來源|稿源|作者|浏览|阅读|点击|编辑|字号|字体|source|by|【|\||\/)/iu,
  },
  {
    reason: 'date-line',
    maxChars: 80,
    noSentence: true,
    test: /^(?:[^\s。，]{2,14}\s+|发表于\s*)(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s+\d{1,2}:\d\d(?::\d\d)?|\d{1,2}\s*(?:分钟|小时|天)前)(?:\s+[|·]?\s*\S{1,8}){0,2}$/u,
  },
  {
    reason: 'source-line',
    maxChars: 150,
    test: /^[（(【[]?\s*(?:本文|文章|稿件)?原(?:标题|题)\s*(?:[:：]|[为是]\s*[:：]?\s*[《“"「])/u,
  },
  {
    reason: 'source-line',
    noSentence: true,
    maxChars: 120,
    test: label('图|图源|图片|原文(?:链接|地址|标题|出处)?|本文(?:作者|链接)|参考(?:资料|来源)'),
  },
  {
    reason: 'source-line',
    noSentence: true,
    maxChars: 120,
    test: credit(
      '(?:信息|稿件|文章|本文|新闻|资料|图片|视频|素材|内容|中文|英文|原文)?来源于?|来自|稿源|供稿(?:单位)?|作者|通讯员|综合|整理|转自|转载自',
    ),
  },
  {
    reason: 'source-line',
    noSentence: true,
    maxChars: 120,
    test: label(
      '来源|來源|作者|记者|通讯员|浏览次数|浏览量|点击数|点击率|阅读(?:次数|量|数)?|访问(?:次数|量)|点击|人气|source|author|writer|views?|hits',
    ),
  },
  {
    reason: 'credit',
    noSentence: true,
    maxChars: 100,
    test: credit(
      '文章录入|录入|录入者|发布者|文字|摄像|剪辑|配音|海报|封面|插画|后期|撰稿|撰文|采写|执笔|出品|文图|图文|责任编辑|責任編輯|责编|責編|編輯|编辑|美编|编译|排版|设计|制图|制作|主编|统筹|策划|审核|审读|审定|审校|校对|校對|校审|初审|复审|终审|一审|二审|三审|监制|摄影|攝影|拍摄|供图|图片来源|翻译|译者|译文审校|editors?|reporters?|(?:photo|photos|picture) by|translated by|translators?|proofread by|proofreaders?',
    ),
  },
  {
    reason: 'credit',
    noSentence: true,
    maxChars: 60,
    test: /^[（(【[]?(?:文图|图文|[文图]|执笔|撰文|采写|摄影|编译)\s*[/／]\s*\S|^[（(【[].{1,40}(?:供稿|供图|摄|摄影|报道|整理|编译|提供)[）)】\]]$|^[（(【[]\s*(?:文|图|文图|图文|撰文|记者|通讯员|编辑|责编|责任编辑|翻译|来源|供稿|摄影)\s*[/／:：丨|｜ ].{1,40}[）)】\]]$|^图片?(?:均)?(?:来自|来源于?|源于?)(?:网络|互联网)/u,
  },
  {
    reason: 'source-line',
    noSentence: true,
    maxChars: 40,
    test: /^(?:本报|本网|本刊|本台|新华社|中新社|[^，。：:\s]{2,8}(?:日报|晚报|新闻|时报|网|社|台))?(?:全媒体|首席|特约|见习)?(?:记者|通讯员|实习生)\s+[\p{Script=Han}·\s]{2,20}(?:\s*(?:摄影报道|文[/／]图|报道))?$/u,
  },
  {
    reason: 'attachment',
    maxChars: 120,
    test: /^(?:附件下载|相关附件|附件|attachments?)\s*[:：]?\s*(?:\d+[.、])?[^。]*\.(?:docx?|xlsx?|pdf|zip|rar|pptx?|wps)$/iu,
  },
  {
    reason: 'attachment',
    maxChars: 120,
    test: /^(?:\d{1,2}[.、．]\s*)?[^\s。！？!?]+(?: [^\s。！？!?]+){0,4}\.(?:docx?|xlsx?|pdf|zip|rar|pptx?|wps|ofd)$/iu,
  },
];
