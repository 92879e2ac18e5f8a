/** What stands on a page besides the text. */
interface Surroundings {
  readonly title: { readonly zh: string; readonly en: string };
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly body: string;
  /** Other articles: their titles and how they begin. */
  readonly others: readonly { readonly title: string; readonly text: string }[];
}

/** One way in which sites frame their articles. */
export interface Chrome {
  readonly name: string;
  readonly render: (page: Surroundings) => string;
}

const links = (
  page: Surroundings,
  from: number,
  to: number,
  item = '<li><a href="{n}.html">{title}</a></li>',
): string =>
  page.others
    .slice(from, to)
    .map(({ title, text }, i) =>
      item
        .replace('{n}', String(from + i))
        .replace('{title}', () => title)
        .replace('{text}', () => text),
    )
    .join('');

const dotted = (date: string): string => date.replace(/-/gu, '/');
const written = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${month}月${day}日`;
};

/** Frames in the manner of systems and sites of the last twenty years. */
export const CHROMES: readonly Chrome[] = [
  {
    name: 'office',
    render: (p) =>
      `<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="${p.title.zh}"><meta name="PubDate" content="${p.date} 09:30"><title>${p.title.zh}_要闻_海州市外办</title></head><body><div class="header"><a href="/">首页</a><a href="/zw">政务公开</a><a href="/en">English</a></div><div class="bc">当前位置：<a href="/">首页</a> &gt; <a href="/yw">要闻</a></div><div class="wrap"><div class="tit">${p.title.zh}</div><div class="tit2">${p.title.en}</div><div class="info">发布时间：${p.date} 来源：市外办 字体：【<a>大</a> <a>中</a> <a>小</a>】</div><div class="TRS_Editor">${p.body}</div><div class="ewm">扫一扫在手机打开当前页</div><div class="op"><a>打印</a><a>关闭</a></div><div class="xg"><h3>相关新闻</h3><ul>${links(p, 0, 3)}</ul></div></div><div class="foot"><p>主办单位：海州市人民政府外事办公室 技术支持：海州市信息中心</p><p>粤ICP备00000000号 网站标识码：4400000000</p></div></body></html>`,
  },
  {
    name: 'tables-2003',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}</title></head><body bgcolor="#ffffff"><center><table width="760"><tr><td><a href="/">首页</a> | <a href="/a">新闻</a> | <a href="/b">图片</a> | <a href="/c">论坛</a></td></tr></table><table width="760"><tr><td width="160" valign="top"><font size="2">${links(p, 0, 5, '<a href="{n}.htm">{title}</a><br>')}</font></td><td valign="top"><table width="100%"><tr><td align="center"><font size="5"><b>${p.title.zh}</b></font></td></tr><tr><td align="center"><font size="4">${p.title.en}</font></td></tr><tr><td align="center"><font size="2">${written(p.date)} 08:20　海州晚报</font></td></tr><tr><td>${p.body}</td></tr><tr><td align="right"><font size="2">【<a>评论</a>】【<a>收藏此页</a>】【<a>打印</a>】【<a>关闭</a>】</font></td></tr></table><table><tr><td><b>相关链接</b></td></tr><tr><td>${links(p, 5, 8, '·<a href="{n}.htm">{title}</a>(${dotted(p.date)})<br>'.replace('${dotted(p.date)}', dotted(p.date)))}</td></tr></table></td></tr></table><hr width="760"><font size="2">关于我们 | 广告服务 | 联系我们 | 招聘信息<br>Copyright &copy; 2003 海州晚报 版权所有</font></center></body></html>`,
  },
  {
    name: 'dede',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}_双语_译林</title><meta name="description" content="${p.title.zh}"></head><body><div class="w960"><div class="pleft"><div class="place"><strong>当前位置:</strong><a href="/">主页</a> > <a href="/s">双语</a> ></div><div class="viewbox"><div class="title"><h2>${p.title.zh}</h2></div><div class="info"><small>时间:</small>${p.date} 10:12<small>来源:</small>未知<small>作者:</small>admin</div><div class="content"><table><tr><td>${p.body}</td></tr></table></div><div class="newdigg"><div>顶一下</div><div>(3)</div><div>踩一下</div><div>(0)</div></div><div class="context"><ul><li>上一篇：<a href="1.html">${p.others[0]?.title ?? ''}</a></li><li>下一篇：没有了</li></ul></div></div><div class="tbox"><dl><dt><strong>推荐内容</strong></dt><dd><ul>${links(p, 1, 4, '<li><a href="{n}.html">{title}</a><p>{text}...</p></li>')}</ul></dd></dl></div><div class="tbox"><dt><strong>发表评论</strong></dt><dd>用户名: 密码: 验证码:</dd></div></div><div class="pright"><dl><dt>热点内容</dt><dd><ul>${links(p, 4, 10)}</ul></dd></dl></div></div></body></html>`,
  },
  {
    name: 'portal-teasers',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}-城事-江城网</title></head><body><div class="h"><a>江城网</a><a>要闻</a></div><div class="box"><h1>${p.title.zh}</h1><h2>${p.title.en}</h2><div class="src">${p.date} 08:13 来源：江城晚报 <a>0</a>评论</div><div class="post">${p.body}<div class="ep">责任编辑：周舟_N123</div></div><div class="btn"><a>收藏</a><a>分享到微信</a></div><div class="rec"><h3>热点新闻</h3>${links(p, 0, 4, '<div class="it"><a href="{n}.html"><h4>{title}</h4></a><p>{text}</p></div>')}</div><div class="cm"><h4>最新评论</h4>${links(p, 4, 6, '<div><b>网友{n}</b><p>{text}</p></div>')}</div></div></body></html>`,
  },
  {
    name: 'wechat',
    render: (p) =>
      `<html><head><meta charset="utf-8"><meta property="og:title" content="${p.title.zh}"><title></title></head><body><div id="js_article"><div><h1 class="rich_media_title">${p.title.zh}</h1><div id="meta_content"><span>原创</span><span>小译</span><a>海州外事</a><em id="publish_time">${p.date}</em></div><div id="js_content" style="visibility: hidden;"><p style="text-align:center"><strong>点击上方蓝字关注我们</strong></p>${p.body}<p style="text-align:center">- END -</p><p>来源：海州外事</p><p>编辑：小海 校对：大州</p><p>往期推荐</p>${links(p, 0, 3, '<p><a href="{n}.html">{title}</a></p>')}<p>分享、点赞、在看，就是最大的支持</p></div></div></div></body></html>`,
  },
  {
    name: 'wordpress',
    render: (p) =>
      `<html lang="en"><head><meta charset="utf-8"><title>${p.title.en} | Two Tongues</title><meta property="og:title" content="${p.title.en}"><meta property="article:published_time" content="${p.date}T08:00:00+00:00"></head><body class="single"><header id="masthead"><p class="site-title"><a href="/">Two Tongues</a></p><nav><ul><li><a>About</a></li></ul></nav></header><main><article><header class="entry-header"><h1 class="entry-title">${p.title.en}</h1><div class="entry-meta">Posted on <time datetime="${p.date}">${p.date}</time> by <a>Lin Yu</a></div></header><div class="entry-content">${p.body}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Twitter</a></li></ul></div></div><footer class="entry-footer">Tagged <a>rivers</a></footer></article><nav class="post-navigation"><a>Previous Post: ${p.others[0]?.title ?? ''}</a></nav><div id="comments"><h2>2 thoughts on “${p.title.en}”</h2><ol>${links(p, 1, 3, '<li><b>Ming says:</b><p>{text}</p></li>')}</ol><h3>Leave a Reply</h3></div></main><aside><h2>Recent Posts</h2><ul>${links(p, 3, 7)}</ul></aside></body></html>`,
  },
  {
    name: 'university',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}-海川大学国际处</title></head><body><div class="nav"><ul><li><a href="i.htm">首 页</a></li><li><a href="b.htm">新闻</a></li></ul></div><div class="ny"><div class="l"><h3>新闻动态</h3></div><div class="r"><div class="wz">当前位置: <a>首 页</a>&nbsp;>&nbsp;<a>新闻</a>&nbsp;>&nbsp;正文</div><form><h1 align="center">${p.title.zh}</h1><h2 align="center">${p.title.en}</h2><div align="center">${p.date} 15:20&nbsp;&nbsp;张晓&nbsp;&nbsp;点击：[<span></span>]</div><div id="vsb_content"><div class="v_news_content">${p.body}</div></div><p>【<a>关闭</a>】</p><p>上一条：<a>${p.others[0]?.title ?? ''}</a></p><p>下一条：<a>${p.others[1]?.title ?? ''}</a></p></form></div></div><div class="ft">地址：海川市学府路8号 邮编：116000</div></body></html>`,
  },
  {
    name: 'hashed-app',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}</title></head><body><div id="__next"><div class="css-1a"><span>新闻</span><span>视频</span></div><div class="css-2b"><div class="css-3c">${p.title.zh}</div><div class="css-3d">${p.title.en}</div><div class="css-4d"><span>${p.date} 10:12</span><span>海州发布</span></div><div class="css-5e">${p.body}</div><div class="css-6f"><span>赞 23</span><span>收藏</span><span>评论 5</span></div></div><div class="css-7g"><div class="css-8h">更多推荐</div>${links(p, 0, 4, '<div class="css-9i"><div>{title}</div><div>{text}</div></div>')}</div></div></body></html>`,
  },
  {
    name: 'daily-english-site',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.en} - Haizhou Daily</title></head><body><div class="logo"><a>Haizhou Daily</a></div><div class="menu"><a>NEWS</a><a>LIFE</a><a>VISA</a><a>中文</a></div><div class="con"><h1>${p.title.en}</h1><h2>${p.title.zh}</h2><div class="source">From: Haizhou Daily | Updated: ${p.date} | Font size: A A A</div><div id="Content">${p.body}</div><p>(Editor: Zhou Nan)</p><div class="more"><h3>Related News</h3><ul>${links(p, 0, 3)}</ul></div></div><div class="foot">Copyright © 2019 Haizhou Daily. All rights reserved.</div></body></html>`,
  },
  {
    name: 'bare',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}</title></head><body><h3>${p.title.zh}</h3><h3>${p.title.en}</h3>${p.body}<p><a href="index.html">Back 返回</a></p></body></html>`,
  },
  {
    name: 'portal-2005',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}_新闻中心_潮流网</title></head><body><table width="750"><tr><td>潮流首页 新闻 体育 娱乐 财经 搜索 短信 邮箱</td></tr></table><center><table width="750"><tr><td><font class="f12">潮流首页 > <a>新闻中心</a> > 正文</font></td></tr></table><table width="750"><tr><td width="565" valign="top"><table width="540"><tr><th><h1><font color="#05006c">${p.title.zh}</font></h1></th></tr><tr><td><hr size="1"></td></tr><tr><td align="center">http://news.example.com.cn <font color="#A20010">${written(p.date)}02:47</font> <a>都市早报</a></td></tr><tr><td><font class="f14" id="zoom">${p.body}</font></td></tr><tr><td><font>相关专题：<a>专题报道</a></font></td></tr><tr><td align="right">【<a>评论</a>】【<a>收藏此页</a>】【<a>大</a> <a>中</a> <a>小</a>】【<a>打印</a>】【<a>关闭</a>】</td></tr></table><table width="560"><tr><td><b>相关链接</b></td></tr><tr><td>${links(p, 0, 4, '·<a href="{n}.html">{title}</a><br>')}</td></tr></table></td><td width="180"><font><b>新 闻 专 题</b><br>${links(p, 4, 10, '<a href="{n}.html">{title}</a><br>')}</font></td></tr></table>潮流简介 | 广告服务 | 联系方式<br>Copyright &copy; 1996 - 2005 CHAOLIU Inc. All Rights Reserved</center></body></html>`,
  },
  {
    name: 'forum',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh} - 双语园地 - 译友论坛 - Powered by Discuz!</title></head><body><div id="hd"><div id="um">登录 | 注册</div><div id="nv"><ul><li><a>论坛</a></li><li><a>导读</a></li></ul></div></div><div id="wp"><div id="pt"><a>论坛</a> › <a>双语园地</a> › ${p.title.zh}</div><div id="postlist"><table><tr><td class="pls"><div class="hm">查看: 1021 | 回复: 3</div></td><td class="plc"><h1 class="ts"><span id="thread_subject">${p.title.zh}</span></h1></td></tr></table><div id="post_1"><table><tr><td class="pls"><div class="authi"><a>译友甲</a></div><p><em>中级会员</em></p><dl><dt>积分</dt><dd>325</dd></dl></td><td class="plc"><div class="authi">发表于 ${p.date} 10:20:30 | 只看该作者</div><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_1">${p.body}</td></tr></table></div><div class="po">回复 使用道具 举报</div></td></tr></table></div>${links(p, 0, 3, '<div id="post_{n}"><table><tr><td class="pls"><div class="authi"><a>网友{n}</a></div></td><td class="plc"><div class="authi">发表于 3 天前 | 只看该作者</div><div class="t_fsz"><table><tr><td class="t_f">{text}</td></tr></table></div><div class="po">回复 使用道具 举报</div></td></tr></table></div>')}</div><div class="pgbtn"><a>下一页 »</a></div></div><div id="ft">手机版|小黑屋|译友论坛 GMT+8</div></body></html>`,
  },
  {
    name: 'blog',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}_老周的博客_潮流博客</title></head><body><div class="bloghead"><h1><a>老周的博客</a></h1><a>首页</a> <a>博文目录</a> <a>图片</a> <a>关于我</a></div><div id="sidebar"><h3>个人资料</h3><p>老周</p><p>博客等级：12</p><h3>相关博文</h3><ul>${links(p, 0, 5)}</ul></div><div id="articlebody"><div class="articalTitle"><h2 class="titName">${p.title.zh}</h2><span class="time">(${p.date} 09:12:33)</span></div><div class="articalTag"><span>标签：</span> <a>杂谈</a> <span>分类：</span><a>双语</a></div><div class="articalContent">${p.body}</div><div class="shareUp">分享：<a></a></div><div class="articalInfo">阅读(<span>320</span>) ┊ 评论(<span>2</span>) ┊ <a>收藏</a>(0) ┊ <a>转载</a>(1) ┊ <a>喜欢▼</a> ┊ <a>打印</a> ┊ <a>举报</a></div><div class="articalfrontback"><div>前一篇：<a>${p.others[5]?.title ?? ''}</a></div><div>后一篇：<a>${p.others[6]?.title ?? ''}</a></div></div><div class="writeComm"><div>发评论</div><p>以上网友发言只代表其个人观点，不代表潮流网的观点或立场。</p></div></div><div class="footer">博客意见反馈 客服电话：95105670</div></body></html>`,
  },
  {
    name: 'city-menu-heavy',
    render: (p) =>
      `<html><head><meta charset="utf-8"><meta name="ColumnName" content="图片新闻"><meta name="ContentSource" content="市外办"><meta name="PubDate" content="${p.date}"><title>图片新闻-${p.title.zh}</title></head><body><div class="nav"><ul>${Array.from({ length: 60 }, (_, i) => `<li><a href="/c${i}">栏目${i}服务事项</a></li>`).join('')}</ul></div><div class="main"><div class="left"><dl><dt>政务公开</dt>${Array.from({ length: 20 }, (_, i) => `<dd><a href="/d${i}">公开目录第${i}项</a></dd>`).join('')}</dl></div><div class="right"><div class="path">您现在的位置：<a>首页</a>-><a>图片新闻</a></div><h4>${p.title.zh}</h4><h5>${p.title.en}</h5><p class="t">日期：${p.date}　来源：市外办　浏览次数：<span>45</span>次　字号：[ <a>大</a> <a>中</a> <a>小</a> ]</p><div id="zoom">${p.body}</div><p>分享到：<a>微信</a> <a>微博</a></p><p>[<a>打印</a>] [<a>关闭</a>]</p></div></div><div class="links">友情链接：<select><option>国家部委网站</option><option>省市网站</option></select>${Array.from({ length: 20 }, (_, i) => `<a href="http://l${i}.gov.cn">部门网站${i}</a>`).join(' ')}</div><div>主办：海州市人民政府外事办公室　地址：海州市人民路1号<br>粤公网安备00000000000000号</div></body></html>`,
  },
  {
    name: 'english-gov',
    render: (p) =>
      `<html lang="en"><head><meta charset="utf-8"><title>${p.title.en}_News_Haizhou Government Online</title></head><body><div id="top"><a>简体中文</a> <a>日本語</a> <a>한국어</a></div><div id="menu"><ul><li><a>Home</a></li><li><a>Government</a></li><li><a>Business</a></li><li><a>Life in Haizhou</a></li></ul></div><div class="loc">Location: <a>Home</a> > <a>News</a></div><div class="content"><h1>${p.title.en}</h1><h2>${p.title.zh}</h2><div class="info">Source: Haizhou Daily　Updated: ${p.date} 09:30</div><div class="share">Share to: <a>Facebook</a> <a>Twitter</a> <a>WeChat</a></div><div id="news_content">${p.body}</div><div class="foot-tools"><a>Print</a> <a>Close</a></div></div><div class="side"><h3>Top Stories</h3>${links(p, 0, 4, '<div><a href="{n}.html">{title}</a><p>{text}</p></div>')}<h3>Hot Topics</h3><p>Visa Extension</p><p>Work Permit</p></div><div class="bottom">Haizhou Municipal E-government Resources Center. All rights reserved. 粤ICP备00000000号</div></body></html>`,
  },
  {
    name: 'mobile',
    render: (p) =>
      `<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${p.title.zh}</title></head><body><header><a>&lt;</a><span>海州发布</span><a>打开APP</a></header><section class="art"><h1>${p.title.zh}</h1><p class="meta">海州发布 ${p.date} 09:30 <a>关注</a></p><div class="art_c">${p.body}</div><p class="unfold">展开全文</p><p class="copyright">本文系作者授权发布，未经许可不得转载</p></section><section class="hot"><h2>热门评论</h2>${links(p, 0, 3, '<div class="c"><p class="n">用户{n}</p><p class="x">{text}</p><p class="z">赞 12 回复</p></div>')}</section><section class="more"><h2>为你推荐</h2>${links(p, 3, 8, '<a href="{n}"><h3>{title}</h3><p>海州发布 12评论</p></a>')}</section><footer>打开APP，阅读更多精彩</footer></body></html>`,
  },
  {
    name: 'epaper',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>海州日报数字报-${p.title.zh}</title></head><body><table width="1000"><tr><td width="400"><a>上一版</a> <a>下一版</a><img src="page.jpg"><table><tr><td>第A03版：国际</td></tr></table><ul>${links(p, 0, 5)}</ul></td><td><table><tr><td>${written(p.date)} 星期三</td><td>返回目录</td><td>放大+ 缩小- 默认</td></tr></table><table><tr><td class="font02">${p.title.en}</td></tr><tr><td class="font01"><strong>${p.title.zh}</strong></td></tr></table><table><tr><td><div id="ozoom"><founder-content>${p.body}</founder-content></div></td></tr></table><table><tr><td>上一篇　下一篇</td></tr></table></td></tr></table><div>海州日报报业集团 版权所有</div></body></html>`,
  },
  {
    name: 'embassy',
    render: (p) =>
      `<html><head><meta charset="utf-8"><title>${p.title.zh}_驻某国大使馆</title></head><body><div class="head"><a>首页</a> <a>大使信息</a> <a>使馆新闻</a> <a>English</a></div><div class="local">首页 &gt; 使馆新闻</div><div id="News_Body_Title">${p.title.zh}</div><div id="News_Body_Time">${p.date}</div><div id="News_Body_Txt_A" class="content">${p.body}</div><div class="tool">推荐给朋友：　<a>打印</a>　<a>关闭</a></div><div class="foot">地址：某国首都使馆街1号　电话：00-1-2345678<br>中华人民共和国驻某国大使馆 版权所有</div></body></html>`,
  },
];
