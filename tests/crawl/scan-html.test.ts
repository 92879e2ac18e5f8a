import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scanHtml } from '../../src/crawl/scan-html.js';

const hrefs = (html: string): string[] => scanHtml(html).links.map(({ href }) => href);

describe('links', () => {
  test.each([
    ['<a href="/a?x=1&amp;y=2">A</a>', ['/a?x=1&y=2']],
    ["<A HREF='/a'>A</A><a\n href = /b >B</a>", ['/a', '/b']],
    ['<a title="x > y" href="/a">A</a>', ['/a']],
    ['<!-- <a href="/no">x</a> --><a href="/a">A</a>', ['/a']],
    ['<script>document.write("<a href=\'/no\'>x</a>")</script><a href="/a">A</a>', ['/a']],
    [
      '<style>a[href="/no"]{}</style><template><a href="/no">x</a></template><a href="/a">A</a>',
      ['/a'],
    ],
    ['<a href="#top">x</a><a href="">y</a><a name="z">z</a>', []],
    ['<a href="/a\n/b">A</a>', ['/a/b']],
    ['<a href="/a" href="/b">A</a>', ['/a']],
    ['<a href="/unclosed>x</a><a href=/b>B</a>', ['/b']],
    ['<map><area href="/map"></map><iframe src="/frame"></iframe>', ['/map', '/frame']],
    [
      '<link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="en" href="/en/">',
      ['/en/'],
    ],
    [
      '<select><option value="0">-</option><option value="/en/index.html">English</option></select>',
      ['/en/index.html'],
    ],
    [
      '<div onclick="location.href=\'/go.html\'">x</div><a href="javascript:window.open(\'/pop.html\')">y</a>',
      ['/go.html', '/pop.html'],
    ],
    ['<meta http-equiv="Refresh" content="0; URL=\'/home.html\'">', ['/home.html']],
    ['<a href="&#x2F;a&#47;b">A</a>', ['/a/b']],
    ['a < b <a href="/a">A</a> c<d', ['/a']],
  ])('%s', (html, expected) => {
    expect(hrefs(html)).toEqual(expected);
  });

  test('carry their text, rel and language', () => {
    const [link] = scanHtml('<a rel="Next" hreflang="EN" href="/2"><b>下一</b>页 &gt;</a>').links;
    expect(link).toEqual({
      href: '/2',
      text: '下一 页 >'.replace(' 页', '页'),
      rel: 'next',
      hreflang: 'en',
      from: 'a',
    });
  });
});

test('text is what a reader sees; metas are read in either order', () => {
  const page = scanHtml(
    '<meta content="S" name="SiteName"><title>T</title><style>x</style><p>你好&nbsp;<i>hello</i></p>',
  );
  expect(page.text).toBe('T 你好 hello');
  expect(page.metas.get('sitename')).toBe('S');
});

test('never fails and never hangs, whatever the bytes', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    'a',
    ' href',
    '<a ',
    '</a>',
    '<script',
    '</',
    '<!--',
    '-->',
    '&#',
    ';',
    '<option value=/',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      expect(Array.isArray(scanHtml(parts.join('')).links)).toBe(true);
    }),
  );
});

test.each([
  ['unclosed quotes', '<a href="x '],
  ['open brackets', '<a <'],
  ['attributes without end', '<p a='],
  ['end tags in a script', '<script></'],
  ['quotes after equals signs', `<p a="' b='" `],
])('a megabyte of %s is read in time', (_name, piece) => {
  const started = performance.now();
  scanHtml(piece.repeat(Math.ceil(1_000_000 / piece.length)));
  expect(performance.now() - started).toBeLessThan(2_000);
});
