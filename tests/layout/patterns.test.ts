import { describe, expect, test } from '@jest/globals';
import { dateIn, lineReason, splitInline } from '../../src/layout/index.js';

describe('lines that are no text', () => {
  test.each([
    ['粤公网安备 44990402002899号备案号:粤ICP备2099081699', 'footer'],
    ['主办单位:澜江市人民政府外事办公室澜江市友好协会技术支持:数据中心', 'footer'],
    ['Copyright © 2024 Lanjiang Daily. All rights reserved.', 'footer'],
    ['版权所有：某市人民政府外事办公室', 'footer'],
    ['当前位置:首页 > 政务公开 > 要闻', 'navigation'],
    ['您现在的位置：首页 >> 要闻 >> 正文', 'navigation'],
    ['首页 > 政务公开', 'navigation'],
    ['Home > News > Events', 'navigation'],
    ['上一篇：关于放假的通知', 'navigation'],
    ['返回顶部', 'navigation'],
    ['视力保护色: 字体:', 'page-tool'],
    ['【字号：大 中 小】', 'page-tool'],
    ['【打印】【关闭】', 'page-tool'],
    ['分享到：', 'share'],
    ['扫一扫在手机打开当前页', 'share'],
    ['发布时间:2024年03月18日', 'date-line'],
    ['2024-03-18 09:30', 'date-line'],
    ['2024-08-20 09:30 Lanjiang Daily 澜江日报', 'date-line'],
    ['March 18, 2024', 'date-line'],
    ['Updated: 2024-03-18', 'date-line'],
    ['来源：市政府办公室', 'source-line'],
    ['（责任编辑：张三）', 'credit'],
    ['摄影：李四', 'credit'],
    ['304187920.jpg', 'image-name'],
    ['微信图片_20240225093012.jpg', 'image-name'],
    ['相关阅读：', 'related'],
    ['English Version', 'language-label'],
    ['發佈時間：2022-06-01 08:00', 'date-line'],
    ['By Lin Xiaoyue | Lanjiang Daily | Updated: 2024-07-12 10:20', 'date-line'],
    ['1. 会议议程.docx', 'attachment'],
    ['编译丨小译', 'credit'],
    ['翻译&编辑：小明', 'credit'],
    ['（文/张三 图/李四）', 'credit'],
    ['（欧美处供稿）', 'credit'],
    ['图片来自网络', 'credit'],
    ['英文来源：路透社', 'source-line'],
    ['来源 | 海州外事', 'source-line'],
    ['August 21, 2018 by Tom', 'date-line'],
    ['2022年7月1日（星期五） 香港時間10時30分', 'date-line'],
    ['Issued at HKT 10:30', 'date-line'],
    ['— END —', 'end-mark'],
    ['（完）', 'end-mark'],
    ['点击上方蓝字 关注我们', 'share'],
    ['如果喜欢，请点个“在看”吧！', 'share'],
    ['往期推荐', 'related'],
    ['中文English', 'language-label'],
    ['简体中文 | 繁體中文 | English', 'language-label'],
    ['Yuǎn bù yuǎn?', 'pinyin'],
    ['（原标题：港口扩建，能带来什么？）', 'source-line'],
    ['本文原标题：《港口扩建》', 'source-line'],
    ['（原题为《港口扩建》）', 'source-line'],
    ['本文来源：澜江日报 责任编辑：张三', 'source-line'],
    ['本报记者 林晓', 'source-line'],
    ['执笔/老林、小周', 'credit'],
    ['出品︱澜江视频', 'credit'],
    ['最后更新: 2024-03-18 09:30:12', 'date-line'],
    ['T + -', 'page-tool'],
    ['返回澜江首页 返回新闻首页', 'navigation'],
    ['点击进入“港口故事”专题>>', 'navigation'],
    ['阅读下一篇', 'related'],
    ['[1] [2] 下一页', 'navigation'],
    ['上一页 1 2 3 … 12 下一页', 'navigation'],
    ['精彩视频推荐', 'related'],
    ['澜江发布公众号', 'share'],
    ['每天推送最新消息，欢迎扫描二维码关注', 'share'],
    ['2、回复【公交】查看新线路', 'share'],
    ['手机客户端下载', 'share'],
    ['标签：', 'tags'],
    ['【免责声明】本文仅代表作者观点。', 'disclaimer'],
    ['声明：本网力求内容准确，仅供参考。', 'disclaimer'],
    ['【本刊文章未经许可不得转载。】', 'disclaimer'],
    ['参考译文：', 'language-label'],
    ['打印 字体： 放大 正常 缩小 分享', 'page-tool'],
    ['【评论】【收藏此页】【大 中 小】【打印】【关闭】', 'page-tool'],
    ['Back 返回 | Next 下一页', 'navigation'],
    ['发表评论', 'comments'],
    ['网友评论（12条）', 'comments'],
    ['3条评论', 'comments'],
    ['2 thoughts on “The Old Salt Road”', 'comments'],
    ['广告', 'advertisement'],
    ['“年度公园评选”火热进行中！【点击投票】选出你的最爱', 'advertisement'],
    ['上一篇文章：关于放假的通知', 'navigation'],
    ['文章录入：admin 责任编辑：admin', 'credit'],
    ['标签：杂谈 双语', 'tags'],
    ['>相关新闻：', 'related'],
    ['相关专题：2005年大奖赛', 'related'],
    ['You may also like', 'related'],
    ['《 澜江日报 》（ 2020年11月13日 12 版）', 'source-line'],
    ['（原载《澜江晚报》2019年第3期）', 'source-line'],
    ['最后更新 Last updated: 2009-03-01', 'date-line'],
    ['香港時間16時30分', 'date-line'],
    ['———— / END / ————', 'end-mark'],
    ['（澜江网翻译，转载请注明出处）', 'disclaimer'],
    ['未经授权禁止转载和建立镜像。', 'disclaimer'],
    ['文字：周南 翻译：Chris Hall', 'credit'],
    ['分享、点赞、在看，就是最大的支持', 'share'],
    ['顶一下', 'share'],
    ['------分隔线------', 'separator'],
  ])('%s → %s', (text, reason) => {
    expect(lineReason(text)).toBe(reason);
  });
});

describe('text that speaks of such things', () => {
  test.each([
    '展会的主办单位和技术支持单位共同发布了报告。',
    '记者：您为什么选择来澜江？',
    'Reporter: Why did you choose to come here?',
    '来源国的选择很重要，我们要认真对待。',
    '2024年3月18日，市外办主任会见了来访的客人。',
    'On March 18, 2024, the Director General met with the guests.',
    '首页是网站最重要的一页。',
    'The footer of the page names its sponsor.',
    '他的位置在左边。',
    '图为启动仪式。',
    '请在会前下载并阅读会议议程.docx。',
    '开放时间 | Opening Hours',
    '编辑部收到了许多来信。',
    '来源/目的地',
    '市民可扫描海报上的二维码，了解活动的详细安排。',
    '图书馆的图书均来自社会捐赠。',
    'The end of the story is well known.',
    '原标题是编辑改的，作者并不知道。',
    '声明：我们坚决反对这一做法。',
    '联合声明',
    '未经许可，不得转让账户。',
    '记者 们在广场上等了一夜。',
    '他点击进入下一页，继续往下读。',
    '我们的公众号每周更新。',
    '回复“收到”的人不到一半。',
    '他在评论里写道，网友评论并不可信。',
    '评论员文章',
    '广告业的未来',
    '打开菜单，选择【点击保存】，文件就存到了原来的地方。',
    '关键词：翻译；城市；语言景观',
    '下一章讲述返回的路。',
    '《澜江日报》（2020年创刊）是本地的报纸。',
    '打印机和分享精神',
    '扩展阅读',
    'There is a café in our town that has no clock.',
    'André met his fiancée at the café',
    '转载时我们会注明每一张图片的出处，也请读者这样做。',
  ])('%s is text', (text) => {
    expect(lineReason(text)).toBeUndefined();
  });
});

describe('a block in two languages', () => {
  test.each([
    [
      '曹主任与总领事座谈Director General Meets with Consul General',
      ['曹主任与总领事座谈', 'Director General Meets with Consul General'],
    ],
    ['联系我们 / Contact Us', ['联系我们', '/', 'Contact Us']],
    ['Contact Us 联系我们', ['Contact Us', '联系我们']],
    ['售票处：Ticket Office', ['售票处', '：', 'Ticket Office']],
    ['地址：Address:', ['地址：', 'Address:']],
    ['一带一路（Belt and Road Initiative）', ['一带一路', '（', 'Belt and Road Initiative', '）']],
    [
      '2025年APEC会议筹备工作APEC 2025 Preparations',
      ['2025年APEC会议筹备工作', 'APEC 2025 Preparations'],
    ],
  ])('heading %s', (text, parts) => {
    expect(splitInline(text, 'heading').map((part) => part.text)).toEqual(parts);
  });

  test.each([
    '我喜欢使用 Visual Studio Code',
    '总领事姜相旭(Kang Sangwook)来访。',
    '只有中文',
    'Only English',
  ])('paragraph %s is one', (text) => {
    expect(splitInline(text, 'paragraph')).toEqual([{ text }]);
  });

  test('a paragraph is parted after a full stop', () => {
    const text = '双方就经贸合作交换了意见。The two sides exchanged views on trade.';
    expect(splitInline(text, 'paragraph')).toEqual([
      { text: '双方就经贸合作交换了意见。', lang: 'zh' },
      { text: 'The two sides exchanged views on trade.', lang: 'en' },
    ]);
  });
});

test.each([
  ['发布时间：2024年3月8日', '2024-03-08'],
  ['2024/12/31 08:00', '2024-12-31'],
  ['20240318093000', '2024-03-18'],
  ['Updated: March 8th, 2024', '2024-03-08'],
  ['8 March 2024', '2024-03-08'],
  ['2024年13月8日', undefined],
  ['热线电话 12345', undefined],
])('date in %s is %s', (text, date) => {
  expect(dateIn(text)).toBe(date);
});
