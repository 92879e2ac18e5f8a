import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { aside, documentFrom, texts } from './make/read.js';

const chapter = (body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`;

const OPF = `<package xmlns:dc="d"><metadata><dc:title>老城 The Old Town</dc:title></metadata><manifest>
<item id="one" href="text/1%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/2.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/></spine></package>`;

function book(more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': OPF,
    'OEBPS/nav.xhtml': chapter('<nav><ol><li><a href="text/2.xhtml">第一章</a></li></ol></nav>'),
    'OEBPS/text/2.xhtml': chapter(
      '<h2>第一章</h2><p>老城在河边<a epub:type="noteref" href="#n">3</a>。</p><p>The old town lies by the river &mdash; &#x201C;here&#8221;.</p>',
    ),
    'OEBPS/text/1 a.xhtml': chapter(
      '<p>人们很早起床。</p><p>People rise early.<br/>They sing.</p>',
    ),
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

describe('an EPUB book', () => {
  test.each([
    ['whose declaration is cut', (text: string) => text.replace('"1.0"?>', '')],
    ['whose head is never closed', (text: string) => text.replace('</head>', '')],
    ['whose head lost the name of its end', (text: string) => text.replace('</head>', '</\n')],
    ['with a quotation mark in an end tag', (text: string) => text.replace('</p>', '</p"')],
    [
      'with a quotation mark in a tag that lost its end',
      (text: string) => text.replace('<body>', "<body><pIt's a day <b>off</b>"),
    ],
    ['with an end tag cut off', (text: string) => text.replace('</p>', '</p')],
  ])('with a chapter %s keeps its paragraphs', async (_, damage) => {
    const text = damage(chapter('<p>人们很早起床。</p><p>People rise early.</p>'));
    const document = await documentFrom('a.epub', book({ 'OEBPS/text/1 a.xhtml': text }));
    expect(texts(document)).toEqual(
      expect.arrayContaining(['人们很早起床。', 'People rise early.']),
    );
  });

  test('text whose elements name their language is marked', async () => {
    const text = [
      '<h1>老城 The Old Town</h1>',
      '<p class="bi zh">老城在河边，城门朝南。</p>',
      '<p class="bi en">The old town lies by the river. Its gate faces south.</p>',
      '<p class="bi zh">每天清晨，船夫在桥下等客人。</p>',
      '<p class="bi en">Every morning the boatmen wait under the bridge for passengers.</p>',
    ].join('');
    const document = await documentFrom('a.epub', book({ 'OEBPS/text/1 a.xhtml': text }));
    expect(document.layout).toBe('marked');
  });

  test('is read in the order of its spine, its contents set aside', async () => {
    const document = await documentFrom('a.epub', book());
    expect(texts(document)).toEqual([
      '第一章',
      '老城在河边。',
      'The old town lies by the river — “here”.',
      '人们很早起床。',
      'People rise early. They sing.',
    ]);
    expect(document.title).toEqual({ zh: '老城', en: 'The Old Town' });
    expect(aside(document, 'navigation')).toEqual(['第一章']);
    expect(aside(document, 'note-mark')).toEqual(['3']);
  });

  const ALL = [
    '第一章',
    '老城在河边。',
    'The old town lies by the river — “here”.',
    '人们很早起床。',
    'People rise early. They sing.',
  ];

  test.each([
    ['whose spine is cut off', OPF.slice(0, OPF.indexOf('<spine>'))],
    ['whose list of chapters is empty', '<package></package>'],
    ['whose list leaves a chapter out', OPF.replace(/<item id="one"[^>]*>/u, '')],
  ])('%s keeps all its chapters', async (_, opf) => {
    const document = await documentFrom('a.epub', book({ 'OEBPS/book.opf': opf }));
    const all = [...texts(document), ...aside(document, 'not-in-spine')];
    expect(all.sort()).toEqual(expect.arrayContaining([...ALL].sort()));
  });

  test('goes on where a chapter is missing', async () => {
    const opf = OPF.replace('text/2.xhtml', 'text/3.xhtml');
    const document = await documentFrom('a.epub', book({ 'OEBPS/book.opf': opf }));
    expect(aside(document, 'damaged-chapter')).toEqual(['OEBPS/text/3.xhtml']);
    expect(aside(document, 'not-in-spine')).toContain('老城在河边。');
    expect(texts(document)).toContain('人们很早起床。');
  });

  test('goes on where a chapter is damaged in the packet', async () => {
    const bytes = book();
    const name = Buffer.from('OEBPS/text/2.xhtml');
    const at = Buffer.from(bytes).indexOf(name) + name.length + 8;
    bytes.set([0xff, 0xff, 0xff], at);
    const document = await documentFrom('a.epub', bytes);
    expect(aside(document, 'damaged-chapter')).toEqual(['OEBPS/text/2.xhtml']);
    expect(texts(document)).toContain('人们很早起床。');
  });

  test.each([
    [
      'locked',
      book({
        'META-INF/encryption.xml':
          '<encryption><CipherReference URI="OEBPS/text/2.xhtml"/></encryption>',
      }),
      'read.password',
    ],
    [
      'without a page',
      zipSync({ 'META-INF/container.xml': strToU8('<container/>') }),
      'read.broken',
    ],
    ['cut off', book().subarray(0, 400), 'read.broken'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(documentFrom('a.epub', bytes)).rejects.toMatchObject({ failure: { code } });
  });
});
