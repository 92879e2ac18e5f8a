import { describe, expect, test } from '@jest/globals';
import { EN, extract, ZH } from './pages.js';

const kept = (body: string): readonly string[] => extract(body).blocks.map(({ text }) => text);
const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join('');
const pairs = ZH.map((zh, i) => paragraphs([zh, EN[i] ?? ''])).join('');

/** A paragraph beside the box of the others, so that the element around both is the article's. */
const lead = paragraphs([
  '日前，我市举行了一场为期三天的国际友城交流活动，来自十二个国家的代表出席了开幕式。',
  'Recently the city held a three-day exchange of sister cities, with delegates from twelve countries at the opening.',
]);

describe('what stands below the end of an article', () => {
  test('is set aside where a box without a name holds teasers of other articles', () => {
    const teaser =
      '<div class="x3"><h4><a href="2.html">江上夜游恢复</a></h4><p>从本周五起，江上夜游恢复运营，每晚四班，成人票价八十元。</p></div>';
    const body = `<div class="x1"><div class="x2">${pairs}</div><p>责任编辑：周舟</p>${teaser}${teaser}</div>`;
    expect(kept(body)).toEqual([...ZH].flatMap((zh, i) => [zh, EN[i]]));
    expect(extract(body).setAside).toContainEqual({
      text: '从本周五起，江上夜游恢复运营，每晚四班，成人票价八十元。',
      reason: 'after-text',
    });
  });

  test('is text where it is the other language', () => {
    const body = `<div><div class="a">${paragraphs(ZH)}</div><p>责任编辑：周舟</p><div class="b">${paragraphs(EN)}</div></div>`;
    expect(kept(body)).toEqual([...ZH, ...EN]);
  });

  test('is text where it is a list of words with their translations', () => {
    const words = ['总领事 consul general', '代表团 delegation', '座谈会 round-table meeting'];
    const list = words.map((word) => `<div>${word}</div>`).join('');
    const body = `<div>${lead}<div class="a">${pairs}</div><p>责任编辑：周舟</p><div class="b">${list}</div></div>`;
    expect(kept(body)).toContain('总领事');
    expect(kept(body)).toContain('consul general');
  });

  test('is text where nothing says that the article has ended', () => {
    const body = `<div>${lead}<div class="a">${pairs}</div><div class="b"><div>代表团一行还参观了海州博物馆和港口。</div></div></div>`;
    expect(kept(body)).toContain('代表团一行还参观了海州博物馆和港口。');
  });
});

describe('a line that is nothing but a link', () => {
  test('leads to another page, unless the line above announces it', () => {
    const link = '<p><a href="v.html">视频：航拍江城老码头新貌</a></p>';
    expect(kept(`<div>${paragraphs(ZH)}${link}${paragraphs(ZH)}</div>`)).not.toContain(
      '视频：航拍江城老码头新貌',
    );
    expect(kept(`<div>${paragraphs([...ZH, '详情请见：'])}${link}</div>`)).toContain(
      '视频：航拍江城老码头新貌',
    );
  });

  test('is none where the anchor is only the name of a place', () => {
    const body = `<div>${ZH.map((zh, i) => `<p><a name="p${i}">${zh}</a></p>`).join('')}</div>`;
    expect(kept(body)).toEqual([...ZH]);
  });
});

describe('a line like 延伸阅读', () => {
  test('in a box inside the text takes nothing of the text below the box', () => {
    const box =
      '<div><span>延伸阅读</span><ul><li><a href="1.html">江城将新建五座滨江公园</a></li></ul></div>';
    const [one, ...rest] = ZH;
    expect(kept(`<div><div>${paragraphs([one])}${box}${paragraphs(rest)}</div></div>`)).toEqual([
      ...ZH,
    ]);
  });
});

describe('a thread', () => {
  const post = (text: string, tools: string): string =>
    `<div><table><tr><td>译友</td><td><div>发表于 2012-9-19 10:20:30 ${tools}</div><div>${text}</div></td></tr></table></div>`;

  test('is its first post; the answers are comments', () => {
    const answer = '第二段译得很传神，学习了，谢谢译者的分享，期待下一篇。';
    const body = `<div>${post(paragraphs(ZH), '| 只看该作者')}${post(`<p>${answer}</p>`, '| 只看该作者')}</div>`;
    expect(kept(body)).toEqual(expect.arrayContaining([...ZH]));
    expect(extract(body).setAside).toContainEqual({ text: answer, reason: 'comments' });
  });

  test('is no page of several dated articles', () => {
    const [one, two] = ZH;
    expect(kept(`<div>${post(`<p>${one}</p>`, '')}${post(`<p>${two}</p>`, '')}</div>`)).toContain(
      two,
    );
  });
});

describe('a short article', () => {
  test('is not outweighed by the teasers beside it', () => {
    const teaser = `<div><a href="2.html">江上夜游恢复</a><p>从本周五起，江上夜游恢复运营，每晚四班，成人票价八十元，学生凭证半价，老人免票。</p></div>`;
    const body = `<div class="a"><h1>会见总领事</h1><p>${ZH[0]}</p><p>${EN[0]}</p></div><div class="b">${teaser.repeat(3)}</div>`;
    expect(kept(body)).toContain(ZH[0]);
    expect(kept(body).join(' ')).not.toContain('江上夜游');
  });

  test('keeps its second paragraph, be it much shorter than the first', () => {
    const body = `<div><div>${ZH.join('')}</div><div>${EN[0]}</div></div>`;
    expect(kept(body)).toContain(EN[0]);
  });
});
