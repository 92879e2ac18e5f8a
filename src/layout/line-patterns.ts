/**
 * Lines that stand on pages without belonging to the text, recognised by their wording.
 *
 * Each pattern is anchored or needs two markers, because an article may speak of the same things.
 */
export interface LinePattern {
  /** Reason given in `setAside`. */
  readonly reason: string;
  /** Longest line, in characters, the pattern may claim. */
  readonly maxChars: number;
  readonly test: RegExp;
  /** The line must not close like a sentence: `记者:` also opens a question. */
  readonly noSentence?: boolean;
}

const label = (words: string): RegExp =>
  new RegExp(`^[【\\[（(●•·\\s]*(?:${words})\\s*[:：]`, 'iu');

/** What parts a label from a name: `编辑：`, `编辑 | `, `编辑丨`. */
const BAR = '(?:[:：丨┃︱]|\\s*[|｜])';

/** Labels of people and sources, alone or several for one name: `翻译&编辑：`, `文/图：`. */
const credit = (words: string): RegExp =>
  new RegExp(
    `^[【\\[（(●•·▲△\\s]*(?:${words})(?:\\s*[&＆、/／和及 ]\\s*(?:${words}))*\\s*${BAR}`,
    'iu',
  );

const IMAGE_NAME = /^[\p{L}\p{N}_\-.()（）%~ ]{1,120}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?)$/iu;

/** A date and a time, as a system stamps it or a person writes it. */
export const DATE =
  /^[\s(（[【]*(?:19|20)\d\d\s*(?:[-/.]|年)\s*\d{1,2}\s*(?:[-/.]|月)\s*\d{1,2}\s*日?(?:\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?)?(?:\s*(?:香港|北京)时间)?(?:[ T]*\d{1,2}\s*[:：时]\s*\d{1,2}分?(?:[:：]\d{1,2}(?:\.\d+)?)?)?[\s)）\]】]*$/u;
/** The same in English. */
export const ENGLISH_DATE =
  /^(?:ends?\s*[/／]\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:19|20)\d\d)(?:,?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?)?$/iu;

/** Order matters: the first that fits gives the reason. */
export const LINE_PATTERNS: readonly LinePattern[] = [
  { reason: 'image-name', maxChars: 130, test: IMAGE_NAME },
  {
    reason: 'footer',
    maxChars: 400,
    test: /公网安备|ICP\s*(?:备|证|備)|网站标识码|版权所有|版權所有|著作權所有|copyright\s*(?:©|\(c\)|&copy;|(?:19|20)\d\d)|©\s*(?:19|20)\d\d|all rights reserved|powered by\s|互联网新闻信息服务许可证|增值电信业务|违法和不良信息举报|不良信息举报/iu,
  },
  {
    reason: 'footer',
    maxChars: 300,
    test: /^(?:主办单位|主辦單位|主办|承办单位|承办|技术支持|网站管理|网站维护|运行维护|备案号|备案序号|邮政编码|联系电话|办公电话|地址|网站地图|sponsored by|hosted by|technical support|address|tel(?:ephone)?|postcode|zip code)\s*[:：].*(?:主办|承办|技术支持|维护|备案|邮编|邮政编码|电话|传真|地址|深圳|中心|政府|support|tel|fax|code)/iu,
  },
  {
    reason: 'footer',
    maxChars: 120,
    test: label(
      '主办单位|主辦單位|承办单位|技术支持|网站标识码|网站管理|备案号|备案序号|hosted by|technical support',
    ),
  },
  { reason: 'footer', maxChars: 120, test: /建议使用.{0,40}(?:浏览器|分辨率)|最佳浏览效果/u },
  {
    reason: 'navigation',
    maxChars: 200,
    test: label(
      '(?:您|你)?(?:现在|現在|当前|當前|目前)?(?:的|所在)*(?:位置|栏目|欄目)|you are here|(?:current )?(?:location|position)',
    ),
  },
  {
    reason: 'navigation',
    maxChars: 160,
    test: /^(?:首页|首頁|主页|网站首页|home(?:page)?)\s*(?:[>»›→/|\\-]|&gt;|＞|>>).{1,140}$/iu,
  },
  {
    reason: 'navigation',
    maxChars: 120,
    test: /^[^。！？.!?]{1,30}(?:\s*[>»›＞]\s*[^。！？>»›＞]{1,40}){2,}$/u,
  },
  {
    reason: 'navigation',
    maxChars: 120,
    test: label(
      '上一篇|下一篇|上一条|下一条|上一页|下一页|上一則|下一則|previous(?: article| post)?|next(?: article| post)?',
    ),
  },
  {
    reason: 'navigation',
    maxChars: 40,
    test: /^[[【<«‹\s]*(?:首页|上一?页|下一?页|上一篇|下一篇|尾页|末页|返回(?:首页|顶部|上页|列表|上级)?|回到顶部|回顶部|top|home|back(?: to top)?|next(?: page)?|prev(?:ious)?(?: page)?|网站首页|网站地图|站点地图|site ?map|联系我们|contact us|关于我们|设为首页|加入收藏|更多(?:>+|»)?|more(?:>+|»)?|上一頁|下一頁|返回首頁)[\]】>»›\s]*$/iu,
  },
  {
    reason: 'navigation',
    maxChars: 60,
    test: /^(?:(?:返回|进入)[^\s，。]{0,8}(?:首页|主页|频道|栏目|列表|顶部|专题)\s*[>»›]*\s*){1,3}$|^(?:请?点击|点此)(?:进入|查看|下载|观看|阅读|访问|参与|投票).{1,30}[>»›＞]{1,3}$/u,
  },
  {
    reason: 'navigation',
    maxChars: 80,
    test: /^(?=.*(?:[上下]一?[页頁]|[尾末][页頁]|next|prev))(?:[[【(（<«‹]?\s*(?:\d{1,3}|[上下]一?[页頁]|[首尾末][页頁]|next|prev(?:ious)?|\.{2,3}|…)\s*[\]】)）>»›|]*\s*){2,}$/iu,
  },
  {
    reason: 'pinyin',
    maxChars: 200,
    test: /^(?=.*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’\s,.，。?!:;？！：；“”"·…—()（）-]+$/iu,
  },
  {
    reason: 'language-label',
    maxChars: 40,
    test: /^[[【(（]?(?:english(?: version)?|chinese(?: version)?|in (?:english|chinese)|中文版?|英文版?|中文(?:内容|原文)|英文(?:内容|译文|原文)|(?:参考|中文|英文|全文)?译文|(?:英语|中文)?原文|中文 ?[|/] ?english|english ?[|/] ?中文)[\]】)）]?\s*[:：]?$/iu,
  },
  {
    reason: 'language-label',
    maxChars: 40,
    test: /^(?=.*\p{Script=Han})(?=.*[a-z])(?:\s*[|｜/·]?\s*(?:简体中文|繁[体體]中文|简体|繁[体體]|中文版?|英文版?|(?:english|chinese|en|cn)(?![a-z]))){2,5}$/iu,
  },
  {
    reason: 'page-tool',
    maxChars: 80,
    test: /视力保护色|視力保護色|^[[【(（]?\s*字\s*[体號号]?\s*(?:大小)?\s*[:：]|^[[【(（]?\s*(?:大\s*中\s*小|小\s*中\s*大|a\s*[-+]?\s*a\s*[-+]?\s*a)\s*[\]】)）]?$|打印本页|打印此页|打印本文|^[[【]?(?:打印|关闭|收藏|纠错|朗读|打印文章|关闭窗口|关闭本页|我要纠错|分享)[\]】]?(?:\s*[[【|/]?(?:打印|关闭|收藏|分享|朗读|关闭窗口|关闭本页)[\]】]?)*$|^[at]\s*[+＋]\s*[-－–]$|^[at]\s*[-－–]\s*(?:[at]\s*)?[+＋]$|^font size\b|^(?:print|close)(?:\s+(?:this )?(?:page|window|article))?$/iu,
  },
  {
    reason: 'share',
    maxChars: 100,
    test: /^[[【]?(?:分享(?:到|至|给|:|：|本文)|一键分享|扫一扫|扫描(?:二维码|下方|左侧|右侧)|扫码(?:关注|预约|观看|阅读|下载|报名)|用微信扫|微信扫|长按(?:识别)?二维码|share (?:to|on|this)|share:|scan (?:the )?(?:qr|code)|follow us)/iu,
  },
  {
    reason: 'share',
    maxChars: 60,
    noSentence: true,
    test: /点击.{0,6}(?:蓝字|阅读原文|名片|关注)|^[^。，]{0,12}(?:长按|扫描|识别).{0,8}(?:二维码|图片|图中)|^[^\p{L}]*(?:欢迎)?关注(?:我们|该公众号|公众号|微信)|^(?:阅读原文|在看|预览时标签不可点)$|客户端下载$|^(?:扫码|点击)?下载\S{0,12}(?:app|客户端)$|^[^\s，。]{2,12}(?:公众号|官方(?:微信|微博))$/iu,
  },
  {
    reason: 'share',
    maxChars: 100,
    noSentence: true,
    test: /(?:扫描|长按|识别|扫一扫)[^，。]{0,8}二维码[^，。]{0,4}(?:关注|下载|查看|进入|加入)|(?:关注|下载)[^，。]{0,10}请(?:扫描|长按|识别)[^，。]{0,8}二维码/u,
  },
  {
    reason: 'share',
    maxChars: 60,
    test: /点.{0,6}[“"「【](?:在看|赞)[”"」】]|^(?:\d{1,2}\s*[、.．]\s*)?(?:后台)?回复\s*[“"「【[].{1,12}[”"」】\]]\s*(?:即可|查看|查询|了解|获取|看看|可)/u,
  },
  {
    reason: 'tags',
    maxChars: 20,
    test: /^(?:(?:文章)?标签|tags?)\s*[:：]?$/iu,
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
    maxChars: 12,
    test: /^[\s（(【[\-—–=*#]*(?:全文)?(?:完|end|ends|the end|fin)[\s）)】\]\-—–=*#]*$/iu,
  },
  {
    reason: 'date-line',
    maxChars: 120,
    test: /^(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\s*(?:来源|來源|稿源|作者|浏览|阅读|点击|编辑|字号|字体|source|by|【|\||\/)/iu,
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
      '撰稿|撰文|采写|执笔|出品|文图|图文|责任编辑|責任編輯|责编|責編|編輯|编辑|美编|编译|排版|设计|制图|制作|主编|统筹|策划|审核|审读|审定|审校|校对|校對|校审|初审|复审|终审|一审|二审|三审|监制|摄影|攝影|拍摄|供图|图片来源|翻译|译者|译文审校|editors?|reporters?|(?:photo|photos|picture) by|translated by|translators?|proofread by|proofreaders?',
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
  {
    reason: 'related',
    maxChars: 40,
    test: /^[【[]?(?:相关(?:新闻|链接|阅读|文章|报道|推荐|稿件|文档|内容|附件)|延伸阅读|(?:为你|为您|猜您|猜你|大家|编辑|小编|热点|相关)(?:推荐|喜欢|都在看)|热门(?:新闻|推荐|文章|排行)|(?:阅读|浏览|看)下一篇|下一篇文章|推荐阅读|精彩(?:视频|图集|图片)?推荐|精彩(?:视频|图集|图片)|最新(?:新闻|文章)|猜你喜欢|相關新聞|延伸閱讀|往期(?:推荐|回顾|精选|精彩|文章)|更多(?:精彩|推荐)|related (?:news|links|articles|stories|reading)|recommended(?: reading)?|most (?:read|popular)|友情链接)[\]】]?\s*[:：]?$/iu,
  },
];
