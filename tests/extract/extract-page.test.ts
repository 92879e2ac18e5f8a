import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractPage, mergePaired, visibleText } from '../../src/extract/index.js';
import { EN, extract, OFFICE_HEAD, page, reasonFor, texts, ZH } from './pages.js';

const PAIRS = ZH.map((zh, i) => `<p>　　${zh}</p><p>&nbsp;&nbsp;${EN[i] ?? ''}</p>`).join('');
const FOOTER =
  '<div class="footer"><p>粤公网安备 44990402002899号 备案号：粤ICP备2099081699号</p><p>主办单位：某市外办</p></div>';

describe('an article of a foreign-affairs office', () => {
  const article = extract(
    `${FOOTER}<ul class="menu"><li><a href="/">首页</a></li><li><a href="/yw">要闻</a></li></ul>
     <div>当前位置:<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 要闻</div>
     <h1>曹某会见韩国总领事Cao Meets Consul General of ROK</h1>
     <p>发布时间:2024年03月18日</p><p>视力保护色: 字体:</p>
     <div class="TRS_Editor"><p></p>${PAIRS}<p style="text-align:center">304187920.jpg</p><p>会见现场</p></div>`,
    OFFICE_HEAD,
  );

  test('gives title, date and facts', () => {
    expect(article.title).toEqual({
      zh: '曹某会见韩国总领事',
      en: 'Cao Meets Consul General of ROK',
    });
    expect(article.date).toBe('2024-03-18');
    expect(article.meta).toEqual({ site: '某市外办', column: '要闻', icp: '粤ICP备2099081699号' });
    expect(article.origins[0].site).toBe('某市外办');
  });

  test('gives the paragraphs in turn, the title first', () => {
    expect(texts(article).slice(2)).toEqual([ZH[0], EN[0], ZH[1], EN[1], ZH[2], EN[2]]);
    expect(article.layout).toBe('interleaved');
    expect(article.sections).toHaveLength(4);
  });

  test('sets the rest aside with reasons', () => {
    expect(reasonFor(article, '粤公网安备')).toBe('footer');
    expect(reasonFor(article, '当前位置')).toBe('navigation');
    expect(reasonFor(article, '发布时间')).toBe('date-line');
    expect(reasonFor(article, '视力保护色')).toBe('page-tool');
    expect(reasonFor(article, '304187920.jpg')).toBe('image-name');
    expect(reasonFor(article, '会见现场')).toBe('caption');
  });
});

describe('pictures', () => {
  test('a centred line below a picture is its caption, stop or no stop', () => {
    const picture = '<p align="center"><img src="1.jpg"></p>';
    const document = extract(
      `<div>${picture}<p style="text-align: center">曹某（右）会见总领事。</p>${PAIRS}</div>`,
    );
    expect(reasonFor(document, '曹某（右）')).toBe('caption');
  });

  test('a line below a picture in a text that knows only line breaks is its caption', () => {
    const [pair, more] = [`${ZH[0]}<br><br>${EN[0]}`, `${ZH[1]}<br><br>${EN[1]}`];
    const picture = '<img src="1.jpg"><br>参观港口<br>';
    const cell = `<td>${pair}<br><br>${picture}　　${more}</td>`;
    const document = extract(`<h1>会见</h1><table><tr>${cell}</tr></table>`);
    expect(reasonFor(document, '参观港口')).toBe('caption');
    expect(texts(document)).toEqual([ZH[0], EN[0], ZH[1], EN[1]]);
  });

  test('captions in both languages stay and pair', () => {
    const picture = '<p align="center"><img src="1.jpg"></p>';
    const captions = '<p align="center">双方合影</p><p align="center">A group photo</p>';
    const document = extract(
      `<div>${PAIRS}${picture}${captions}<p>${ZH[0]}</p><p>${EN[0]}</p></div>`,
    );
    expect(texts(document)).toContain('双方合影');
    expect(texts(document)).toContain('A group photo');
  });
});

describe('line breaks', () => {
  test('part the languages inside one paragraph', () => {
    const document = extract(ZH.map((zh, i) => `<p>${zh}<br>${EN[i] ?? ''}</p>`).join(''));
    expect(texts(document)).toEqual([ZH[0], EN[0], ZH[1], EN[1], ZH[2], EN[2]]);
  });

  test('part an article that knows nothing else', () => {
    const lines = ZH.map((zh, i) => `　　${zh}<br><br>　　${EN[i] ?? ''}<br>`).join('');
    expect(texts(extract(`<div id="zoom">${lines}</div>`))).toHaveLength(6);
  });

  test('inside a paragraph in one language are spaces', () => {
    const document = extract(`<p>${EN[0]}<br>${EN[1]}</p><p>${EN[2]}</p>`);
    expect(texts(document)).toEqual([`${EN[0]} ${EN[1]}`, EN[2]]);
  });
});

describe('main content', () => {
  const body = `<h1>曹某会见韩国总领事</h1><div class="content">${ZH.map((zh) => `<p>${zh}</p>`).join('')}</div>`;

  test('leaves lists of links out, wherever they stand', () => {
    const links =
      '<ul><li><a href="1">会议通知一览</a></li><li><a href="2">假期安排通知</a></li><li><a href="3">招聘公告栏目</a></li></ul>';
    const document = extract(
      `<div>${links}</div>${body}<div class="box"><h3>相关新闻</h3>${links}</div>`,
    );
    expect(texts(document)).toEqual(['曹某会见韩国总领事', ...ZH]);
  });

  test('keeps further reading below a heading of its own section', () => {
    const links =
      '<ul><li><a href="1">第一篇文章</a></li><li><a href="2">第二篇文章</a></li><li><a href="3">第三篇</a></li></ul>';
    const parts = `<section>${body}</section><section><h2>延伸资料</h2>${links}</section>`;
    expect(texts(extract(parts))).toContain('第一篇文章');
  });

  test('leaves out hidden text, forms and comments but not silently', () => {
    const document = extract(
      `${body}<div style="display:none">隐藏的内容在这里。</div><form><select><option>选项甲</option></select></form>
       <div class="comments"><p>这篇文章写得很好，我很喜欢，谢谢作者。</p></div>`,
    );
    expect(texts(document)).toEqual(['曹某会见韩国总领事', ...ZH]);
    expect(reasonFor(document, '隐藏')).toBe('hidden');
    expect(reasonFor(document, '选项甲')).toBe('form');
    expect(reasonFor(document, '写得很好')).toBe('comments');
  });

  test('leaves out what the caller knows from other pages', () => {
    const document = extract(`<p>本站欢迎您的每一次来访和宝贵的意见。</p>${body}`, '', {
      isRepeated: (text) => text.startsWith('本站'),
    });
    expect(reasonFor(document, '本站')).toBe('repeated');
  });
});

test('a title without mark-up is found above its date line', () => {
  const document = extract(
    `<table><tr><td align="center"><b>曹某会见总领事</b></td></tr><tr><td>发布时间：2012-3-5 来源：本站</td></tr>
     <tr><td>${PAIRS}</td></tr></table>`,
  );
  expect(document.title).toEqual({ zh: '曹某会见总领事' });
  expect(document.date).toBe('2012-03-05');
});

test('a list page gives no blocks', () => {
  const items = Array.from(
    { length: 9 },
    (_, i) => `<li><a href="${i}">会见来访客人第${i}次</a><span>2024-03-1${i}</span></li>`,
  );
  const document = extract(`<ul>${items.join('')}</ul>`);
  expect(document.blocks).toEqual([]);
  expect(document.setAside).toHaveLength(9);
});

describe('dates and titles', () => {
  test.each([
    ['<meta property="article:published_time" content="2024-03-18T09:00:00+08:00">', ''],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-18"}</script>',
      '',
    ],
    ['', '<div>2024年3月18日 09:30 来源：新华社</div>'],
  ])('the date is found in %s%s', (head, line) => {
    expect(extract(`<h1>标题文字在此</h1>${line}<p>${ZH[0]}</p>`, head).date).toBe('2024-03-18');
  });

  test('the day of an event is not the date of the article', () => {
    const signed = 'The memorandum was signed in Haizhou on May 4, 2023 between the two cities.';
    expect(extract(`<h1>Memorandum</h1><p>${signed}</p><p>${EN[1]}</p>`).date).toBeUndefined();
  });

  test('a title in two headings is one title', () => {
    const document = extract(
      `<h1>The Fish Market at Two</h1><h2>凌晨两点的鱼市</h2>${PAIRS}`,
      '<title>凌晨两点的鱼市_某报</title>',
    );
    expect(document.title).toEqual({ zh: '凌晨两点的鱼市', en: 'The Fish Market at Two' });
  });

  test('the name of the site is no part of the title', () => {
    expect(extract(`<p>${ZH[0]}</p>`, '<title>会见总领事-某市外办</title>').title).toEqual({
      zh: '会见总领事',
    });
  });

  test.each([
    [
      '使用select链接到本地化内容：<select',
      '<h1>使用select链接到本地化内容</h1>',
      '使用select链接到本地化内容',
    ],
    ['Chinese, Mandarin (Simplified)', '<h1>世界和平宣言</h1>', '世界和平宣言'],
    ['Example Commons — 姓名标示 4.0 国际', '<h1>姓名标示 4.0 国际</h1>', '姓名标示 4.0 国际'],
  ])('words in the other language that translate nothing are no title: %s', (head, heading, zh) => {
    const body = `${heading}${ZH.map((text) => `<p>${text}</p>`).join('')}`;
    const escaped = head.replace('<', '&lt;');
    expect(extract(body, `<title>${escaped}</title>`).title).toEqual({ zh });
  });

  test('a title in both languages above a text in one is a title in both', () => {
    const body = `<h1>春节的由来</h1><h2>The Origin of the Spring Festival</h2>${ZH.map((text) => `<p>${text}</p>`).join('')}`;
    expect(extract(body).title).toEqual({
      zh: '春节的由来',
      en: 'The Origin of the Spring Festival',
    });
  });

  test('the names of a column and a site are no title', () => {
    const head = '<title>要闻-某市人民政府外事办公室</title>';
    expect(extract(`<p>${ZH[0]}</p>`, head).title).toEqual({});
  });

  test('both lines of a title above its date are found in a page laid out by tables', () => {
    const title = '<tr><td><font><b>会见总领事<br>Cao Meets Consul General</b></font></td></tr>';
    const rows = `${title}<tr><td>作者：佚名 发布日期：2011-9-5</td></tr>`;
    const text = `<tr><td>　　${ZH[0]}<br><br>　　${EN[0]}<br><br>　　${ZH[1]}<br><br>${EN[1]}</td></tr>`;
    const document = extract(`<table>${rows}${text}</table>`);
    expect(document.title).toEqual({ zh: '会见总领事', en: 'Cao Meets Consul General' });
    expect(texts(document)).toHaveLength(6);
  });
});

test('a page in GBK that declares it only in its head is read', () => {
  // 中文 in GBK is D6 D0 CE C4
  const start = new TextEncoder().encode('<html><head><meta charset="gb2312"></head><body><p>');
  const word = Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4);
  const bytes = new Uint8Array([...start, ...word, ...word, ...word]);
  const document = extractPage(page(bytes));
  expect(texts(document)).toEqual(['中文中文中文']);
  expect(document.origins[0].charset).toMatchObject({ decidedBy: 'meta' });
});

test('columns reached down into by a cell above keep their place', () => {
  const document = extract(
    `<table><tr><td rowspan="2">1986年</td><td>${ZH[0]}</td><td>${EN[0]}</td></tr>
     <tr><td>${ZH[1]}</td><td>${EN[1]}</td></tr></table>`,
  );
  expect(document.layout).toBe('side-by-side');
  expect(document.sections.filter(({ zh, en }) => zh.length === 1 && en.length === 1)).toHaveLength(
    2,
  );
});

describe('two pages of one text', () => {
  const menu = '<nav><a href="/">中文</a> <a href="/en/">English</a></nav>';
  const zh = extract(
    `${menu}<h1>会见总领事</h1>${ZH.map((text) => `<p>${text}</p>`).join('')}<p>W3C HTML5 CSS</p>`,
  );
  const en = extract(
    `${menu}<h1>Meeting the Consul</h1>${EN.map((text) => `<p>${text}</p>`).join('')}<p>W3C HTML5 CSS</p>`,
  );
  const merged = mergePaired(zh, en, 0.9);

  test('make one document, titles apart, the rest open', () => {
    expect(merged.layout).toBe('paired-pages');
    expect(merged.sections).toEqual([
      { zh: [0], en: [4], hold: 'layout' },
      { zh: [1, 2, 3], en: [5, 6, 7], hold: 'open' },
    ]);
    expect(merged.title).toEqual({ zh: '会见总领事', en: 'Meeting the Consul' });
  });

  test('set aside what neither translated', () => {
    expect(merged.setAside.filter(({ reason }) => reason === 'untranslated')).toEqual([
      { text: 'W3C HTML5 CSS', reason: 'untranslated' },
      { text: 'W3C HTML5 CSS', reason: 'untranslated' },
    ]);
  });
});

describe('hostile pages', () => {
  test('nested 100,000 deep are read without a crash', () => {
    expect(texts(extract(`${'<div>'.repeat(100_000)}${ZH[0]}`))).toEqual([ZH[0]]);
  });

  test('of 20 MB are refused with a code', () => {
    expect(() => extract('<p>中文</p>'.repeat(2_000_000))).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'extract.page-too-large' }),
      }),
    );
  });

  test.each([
    ['inline tags', '<b>中</b>'],
    ['open cells', '<td>中'],
    ['empty tags', '<i></i>'],
  ])('of nothing but %s are refused with a code', (_, part) => {
    expect(() => extract(part.repeat(100_000))).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'extract.page-too-large' }),
      }),
    );
  });

  const scrap = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '<br>',
    '<table><tr><td>',
    '</td>',
    '<td>',
    '<!--',
    '-->',
    '<a href="x">',
    '</a>',
    '<li>',
    '<h1>',
    '<',
    '>',
    '&amp;',
    '中文句子。',
    'English words here.',
    '<pre>',
    '<select><option>',
    '<script>',
    '</script>',
    '<b hidden>',
    '2024-03-18',
    '　　',
    '\n',
  );

  test('of any markup lose no letter', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (parts) => {
        const source = page(parts.join(''));
        const { blocks, setAside } = extractPage(source);
        const count = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length;
        const kept = [...blocks, ...setAside].map(({ text }) => text).join('');
        expect(count(kept)).toBe(count(visibleText(source)));
      }),
      { numRuns: 300 },
    );
  });
});
