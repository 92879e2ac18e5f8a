/** Paragraphs that translate each other; one side may be empty. */
export interface Passage {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** One way in which pages set two languages. */
export interface PageLayout {
  readonly name: string;
  /** Whether the page tells which paragraph translates which; else all is one section. */
  readonly isPaired: boolean;
  /** Whether passages of one paragraph and its translation are all it can hold. */
  readonly isStrict: boolean;
  /** Whether pictures and boxes may stand between the passages. */
  readonly isOpen: boolean;
  /** The language that comes first. */
  readonly first: 'zh' | 'en';
  /** Languages it shows. */
  readonly shows: { readonly zh: boolean; readonly en: boolean };
  readonly render: (passages: readonly Passage[], between: (i: number) => string) => string;
}

const BOTH = { zh: true, en: true };

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** Puts a text into a template with `{}`. */
const put = (template: string, text: string): string => template.replace('{}', () => text);

/** A template for each paragraph of either language. */
function paragraphs(name: string, zh: string, en: string, order: 'zh-en' | 'en-zh'): PageLayout {
  const all = (template: string, texts: readonly string[]): string =>
    texts.map((text) => put(template, escaped(text))).join('\n');
  const one = (passage: Passage): string => {
    const [first, second] = [all(zh, passage.zh), all(en, passage.en)];
    return order === 'zh-en' ? `${first}\n${second}` : `${second}\n${first}`;
  };
  return {
    name,
    isPaired: true,
    isStrict: false,
    isOpen: true,
    first: order === 'zh-en' ? 'zh' : 'en',
    shows: BOTH,
    render: (passages, between) =>
      passages.map((passage, i) => `${one(passage)}\n${between(i)}`).join('\n'),
  };
}

/**
 * Each pair through a template with `{zh}`, `{en}`, its number `{n}` and a year `{year}`, put into
 * a frame with `{}`.
 */
function pairs(name: string, template: string, frame = '{}'): PageLayout {
  const one = ({ zh, en }: Passage, i: number): string =>
    template.replace(/\{(zh|en|n|year)\}/gu, (_, slot: string) => {
      if (slot === 'n') return String(i + 1);
      if (slot === 'year') return String(1842 + i * 7);
      return escaped((slot === 'zh' ? zh : en).join(' '));
    });
  const isOpen = frame === '{}';
  return {
    name,
    isPaired: true,
    isStrict: true,
    isOpen,
    first: template.indexOf('{zh}') < template.indexOf('{en}') ? 'zh' : 'en',
    shows: BOTH,
    render: (passages, between) =>
      put(
        frame,
        passages.map((passage, i) => one(passage, i) + (isOpen ? between(i) : '')).join('\n'),
      ),
  };
}

/** All of one language, then all of the other. */
function apart(name: string, template: string, zhFrame: string, enFrame: string): PageLayout {
  const all = (frame: string, texts: readonly string[]): string =>
    put(frame, texts.map((text) => put(template, escaped(text))).join('\n'));
  return {
    name,
    isPaired: false,
    isStrict: false,
    isOpen: false,
    first: 'zh',
    shows: { zh: zhFrame !== '', en: enFrame !== '' },
    render: (passages) =>
      all(
        zhFrame,
        passages.flatMap(({ zh }) => zh),
      ) +
      '\n' +
      all(
        enFrame,
        passages.flatMap(({ en }) => en),
      ),
  };
}

const OFFICE =
  '<p class="MsoNormal"><span style="font-size:16px">{}</span><span><o:p></o:p></span></p>';
const SECTION = '<section><section><p><span>{}</span></p></section></section>';

/** How real pages set two languages, each as plain as possible. */
export const LAYOUTS: readonly PageLayout[] = [
  paragraphs('p-zh-en', '<p>　　{}</p>', '<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p>', 'zh-en'),
  paragraphs('p-en-zh', '<p>{}</p>', '<p>{}</p>', 'en-zh'),
  paragraphs('bare-br', '　　{}<br><br>', '　　{}<br><br>', 'zh-en'),
  paragraphs(
    'font-br',
    '<font size="3">&nbsp;&nbsp;&nbsp;&nbsp;{}<br></font>',
    '<font size="3">&nbsp;&nbsp;&nbsp;&nbsp;{}<br></font>',
    'en-zh',
  ),
  paragraphs('div-each', '<div>{}</div>', '<div>{}</div>', 'zh-en'),
  paragraphs(
    'div-empty-lines',
    '<div>{}</div><div><br></div>',
    '<div>{}</div><div>&nbsp;</div>',
    'en-zh',
  ),
  paragraphs('office-spans', OFFICE, `${OFFICE}<p>&nbsp;</p>`, 'zh-en'),
  paragraphs('section-each', SECTION, `${SECTION}<section><p><br></p></section>`, 'en-zh'),
  paragraphs(
    'langs-blocks',
    '<div class="langs_cn"><p>{}</p></div>',
    '<div class="langs_en"><p>{}</p></div>',
    'en-zh',
  ),
  paragraphs('class-p', '<p class="cn">{}</p>', '<p class="en">{}</p>', 'zh-en'),
  paragraphs('quote-zh', '<blockquote>{}</blockquote>', '<p>{}</p>', 'en-zh'),
  paragraphs('bold-zh', '<p><strong>{}</strong></p>', '<p><em>{}</em></p>', 'zh-en'),
  pairs('p-br', '<p>{zh}<br>{en}</p>'),
  pairs('p-br-br', '<p>{en}<br/><br/>{zh}</p>'),
  pairs('li-alternating', '<li>{zh}</li><li>{en}</li>', '<ul>{}</ul>'),
  pairs('li-br', '<li>{en}<br>{zh}</li>', '<ol>{}</ol>'),
  pairs('table-2', '<tr><td>{zh}</td><td>{en}</td></tr>', '<table border="1">{}</table>'),
  pairs(
    'table-2-head',
    '<tr><td width="50%"><p>{en}</p></td><td><p>{zh}</p></td></tr>',
    '<table><tr><th>English</th><th>中文</th></tr>{}</table>',
  ),
  pairs(
    'table-rows',
    '<tr><td>{zh}</td></tr><tr><td>{en}</td></tr>',
    '<table width="100%">{}</table>',
  ),
  pairs(
    'flex-rows',
    '<div class="row"><div class="col-md-6">{zh}</div><div class="col-md-6">{en}</div></div>',
  ),
  pairs('dl', '<dt>{zh}</dt><dd>{en}</dd>', '<dl>{}</dl>'),
  pairs('one-line', '<p>{zh}{en}</p>'),
  pairs('table-years', '<tr><td>{year}</td><td>{zh}</td><td>{en}</td></tr>', '<table>{}</table>'),
  pairs(
    'table-years-between',
    '<tr><td><p>{zh}</p></td><td align="center"><b>{year}年</b></td><td><p>{en}</p></td></tr>',
    '<table border="1"><thead><tr><th>中文</th><th>年份</th><th>English</th></tr></thead><tbody>{}</tbody></table>',
  ),
  pairs(
    'table-numbered-img',
    '<tr><td rowspan="1">{n}</td><td><img src="{n}.jpg"></td><td valign="top"><font size="2">{en}</font></td><td valign="top"><font size="2">{zh}</font></td></tr>',
    '<table width="100%">{}</table>',
  ),
  pairs(
    'table-year-rows',
    '<tr><td colspan="2"><b>{year}</b></td></tr><tr><td width="50%">{zh}</td><td width="50%">{en}</td></tr>',
    '<table>{}</table>',
  ),
  pairs(
    'table-nested',
    '<tr><td><table><tr><td>{zh}</td></tr></table></td><td><table><tr><td>{en}</td></tr></table></td></tr>',
    '<table>{}</table>',
  ),
  pairs(
    'table-each',
    '<table width="100%"><tr><td width="50%">{zh}</td><td width="50%">{en}</td></tr></table>',
  ),
  pairs('table-one-cell-br', '{zh}<br>{en}<br><br>', '<table><tr><td>{}</td></tr></table>'),
  pairs('table-cell-br', '<tr><td>{year}</td><td>{zh}<br>{en}</td></tr>', '<table>{}</table>'),
  pairs(
    'timeline',
    '<div class="item"><div class="year">{year}</div><div class="zh">{zh}</div><div class="en">{en}</div></div>',
    '<div class="timeline">{}</div>',
  ),
  pairs(
    'timeline-li',
    '<li><span class="date">{year}</span><p>{en}</p><p>{zh}</p></li>',
    '<ul class="history">{}</ul>',
  ),
  pairs('dl-years', '<dt>{year}</dt><dd>{zh}</dd><dd>{en}</dd>', '<dl>{}</dl>'),
  pairs('grid-lang', '<div class="r"><div lang="zh">{zh}</div><div lang="en">{en}</div></div>'),
  pairs('data-lang', '<p data-lang="en">{en}</p><p data-lang="zh">{zh}</p>'),
  apart('apart', '<p>{}</p>', '{}', '{}'),
  apart('apart-divs', '<p>{}</p>', '<div class="cn">{}</div>', '<div class="en">{}</div>'),
  apart('apart-hr-br', '　　{}<br>', '{}', '<hr><b>English Version</b><br>{}'),
  apart(
    'apart-cells',
    '<p>{}</p>',
    '<table><tr><td valign="top">{}</td>',
    '<td valign="top">{}</td></tr></table>',
  ),
  apart(
    'apart-credit',
    '<p>{}</p>',
    '<div>{}<p>（翻译：周南 责任编辑：林海）</p></div>',
    '<div>{}</div>',
  ),
  apart('zh-only', '<p>　　{}</p>', '{}', ''),
  apart('zh-only-br', '　　{}<br><br>', '<div>{}</div>', ''),
  apart('en-only', '<p>{}</p>', '', '{}'),
  apart('en-only-div', '<div>{}</div>', '', '<div>{}</div>'),
];
