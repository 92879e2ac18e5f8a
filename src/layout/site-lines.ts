import { label, type LinePattern } from './line-pattern.js';

const IMAGE_NAME = /^[\p{L}\p{N}_\-.()（）%~ ]{1,120}\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?)$/iu;

/** What a site puts around its articles. Order matters: the first that fits gives the reason. */
export const SITE_LINES: readonly LinePattern[] = [
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
      '上一篇(?:文章)?|下一篇(?:文章)?|上一条|下一条|上一页|下一页|上一則|下一則|前一篇|后一篇|previous(?: article| post)?|next(?: article| post)?',
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
    reason: 'navigation',
    maxChars: 80,
    test: /^[[【（(<«‹←\s]*(?:(?:返回(?:首页|目录|顶部|上页)?|首页|主页|目录|上一?[页章节篇]|下一?[页章节篇]|home|back|next|prev(?:ious)?|index|contents|top|up)(?: (?:page|chapter|section))?[\s|｜/·>»›→←<«‹[\]【】（）()-]*){2,}$/iu,
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
    test: /^点击[^。]{1,20}更多[^。]{0,8}$|点.{0,6}[“"「【](?:在看|赞)[”"」】]|^(?:\d{1,2}\s*[、.．]\s*)?(?:后台)?回复\s*[“"「【[].{1,12}[”"」】\]]\s*(?:即可|查看|查询|了解|获取|看看|可)/u,
  },
  {
    reason: 'page-tool',
    maxChars: 12,
    test: /^(?:(?:点击)?(?:展开|查看|阅读|显示|收起)(?:全文|全部|剩余.{0,4}|更多)|余下全文|(?:新手|初级|中级|高级|注册|金牌)会员|论坛元老|积分\s*\d*|show more|read more)[\s>»↓▼.…]*$/iu,
  },
  {
    reason: 'advertisement',
    maxChars: 20,
    test: /^[[【(（]?(?:广告|推广|advertisements?|sponsored(?: content)?)[\]】)）]?\s*[:：]?$/iu,
  },
  {
    reason: 'advertisement',
    maxChars: 200,
    test: /(?:[【[「]\s*(?:点击|立即|马上|戳|我要|快来|抢先)[^】\]」]{0,10}[】\]」][^。]{0,20}|(?:点击|戳)(?:这里|此处|下方|左下)?(?:链接)?(?:投票|报名|参与|抢购|领取|打赏)\S{0,6})\s*[>»！!]*$/u,
  },
  { reason: 'page-tool', maxChars: 160, test: /^(?:【[^】]{1,14}】\s*){3,}$/u },
  {
    reason: 'page-tool',
    maxChars: 80,
    test: /^[[【(（|｜/·\s]*(?:(?:打印|关闭(?:窗口|本页)?|收藏|推荐|分享|朗读|纠错|挑错|返回(?:顶部|上页|列表)?|[大中小](?=[\s\]】）)|/])|放大|缩小|正常|默认|字[体号]|评论|点?赞|转发|举报|微信|微博|QQ空间|腾讯QQ|朋友圈|复制链接|收听|播放|回复|关注|使用道具|只看该?作者|print|close|share|e-?mail|save|top)[\s\d[\]【】（）()|｜/·:：]*){2,}$/iu,
  },
  {
    reason: 'share',
    maxChars: 60,
    noSentence: true,
    test: /^(?=.*(?:点赞|在看|转发)).{0,6}(?:分享|点赞|在看|转发|收藏|关注)(?:[、，,/和\s]*(?:分享|点赞|在看|转发|收藏|关注)){1,4}.{0,20}$|^收藏\s*分享到/u,
  },
  {
    reason: 'share',
    maxChars: 30,
    test: /^(?:顶一下|踩一下|赞一个|点个赞|我要点赞|顶|踩)\s*[（(]?\d*[)）]?$/u,
  },
  {
    reason: 'separator',
    maxChars: 80,
    test: /^[-—–_=*·.…~☆★◆]{3,}\s*分[隔割]线\s*[-—–_=*·.…~☆★◆]{3,}$/u,
  },
  {
    reason: 'tags',
    maxChars: 80,
    noSentence: true,
    test: /^(?:(?:文章)?标签|tags?)\s*[:：]?$|^(?:(?:文章)?标签|文章关键[词字])\s*[:：]\s*\S{1,12}(?:[\s,，、/]+\S{1,12}){0,9}$/iu,
  },
  {
    reason: 'comments',
    maxChars: 40,
    test: /^[【[]?(?:网友|最新|热门|精彩|全部|精选|文章|用户|读者)(?:评论|跟贴|跟帖|留言)(?:[（(]?\s*\d*\s*[条)）]*)[\]】]?(?:进入详细评论页)?[\s>»]*[:：]?$|^(?:我要|发表|发|写|查看|所有)(?:评论|留言|跟帖)[^。]{0,12}$|^(?:已有|共有?)\s*\d*\s*(?:条|人)(?:评论|留言|参与)[^。]{0,10}$|^\d+\s*(?:条(?:评论|留言)|comments?|(?:thoughts?|responses?|replies) (?:on|to)\b.{0,80})$|^(?:leave|post|add) a (?:reply|comment)$/iu,
  },
  {
    reason: 'comments',
    maxChars: 120,
    test: /自觉遵守.{0,12}(?:法律|法规|政策).{0,40}(?:评论|言论|跟帖|发言)|自觉遵守互联网.{0,6}法规|网友评论仅供|(?:评论|留言|言论|发言)(?:仅代表|只代表|不代表).{0,30}(?:观点|立场)|^(?=.*用户名)(?=.*密码).*验证码|^(?=.*评论)(?=.*用户名).*[:：]/u,
  },
  {
    reason: 'related',
    maxChars: 100,
    noSentence: true,
    test: /^[【[>»·•●\s]*(?:相关(?:专题|新闻|报道|阅读|视频|评论)|更多新闻|(?:欢迎)?点击(?:进入|查看)[^：:。]{0,12})[\]】]?\s*[:：]\s*\S/u,
  },
  {
    reason: 'related',
    maxChars: 40,
    test: /^[【[>»·•●\s]*(?:相关(?:新闻|链接|阅读|文章|报道|推荐|稿件|文档|内容|附件|信息|资讯|专题|视频|图片|博文)|(?:延伸|拓展)阅读|(?:为你|为您|猜您|猜你|大家|编辑|小编|热点|相关|今日|站长|本类)(?:推荐|喜欢|都在看)|(?:热门|热点|推荐)(?:新闻|推荐|文章|排行|内容|图集|视频|资讯|阅读)|(?:阅读|浏览|看)下一篇|下一篇文章|精彩(?:视频|图集|图片|图文)?推荐|精彩(?:视频|图集|图片|图文)|最新(?:新闻|文章|内容|资讯|更新)|(?:阅读|点击|浏览|新闻)排行榜?|同类文章|[你您]可能(?:还会|还|会)?(?:喜欢|感兴趣)(?:的(?:文章|内容|新闻))?|相關新聞|延伸閱讀|[往上]期(?:推荐|回顾|精选|精彩|文章|内容)|更多(?:精彩|推荐|新闻|文章)|related (?:news|links|articles|stories|reading|posts)|recommended(?: reading| for you)?|most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|(?:more|top|latest|popular) (?:news|stories|articles|posts)|recent posts|editors?['’]s? picks?|友情链接)[\]】]?\s*[:：]?$/iu,
  },
];
