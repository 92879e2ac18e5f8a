import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeByRobots, parseRobots } from '../../src/crawl/robots.js';

/** Whether the crawler `duizhao` may fetch a path under a robots.txt. */
function may(path: string, ...lines: string[]): boolean {
  const { rules } = parseRobots(lines.join('\n'), 'duizhao');
  return judgeByRobots(rules, `https://site.example${path}`).allowed;
}

describe('RFC 9309, groups (2.2.1)', () => {
  test.each([
    ['the product token in any case', 'User-Agent: DuiZhao', false],
    ['a version after the token', 'user-agent: duizhao/2.0', false],
    ['words after the token', 'User-agent: duizhao the crawler', false],
    ['a longer token', 'User-agent: duizhaobot', true],
    ['a shorter token', 'User-agent: dui', true],
    ['white space around the colon', '  user-agent \t:\t duizhao  ', false],
    ['no colon', 'User-agent duizhao', true],
  ])('%s', (_name, agent, allowed) => {
    expect(may('/x', agent, 'Disallow: /')).toBe(allowed);
  });

  test('groups that name the same token are merged', () => {
    const lines = [
      'User-agent: duizhao',
      'Disallow: /a',
      'User-agent: other',
      'Disallow: /b',
      'User-agent: duizhao',
      'Disallow: /c',
    ];
    expect(['/a', '/b', '/c'].map((path) => may(path, ...lines))).toEqual([false, true, false]);
  });

  test('rules after several user-agent lines hold for each of them', () => {
    expect(may('/x', 'User-agent: one', 'User-agent: duizhao', 'Disallow: /')).toBe(false);
  });

  test('the star group holds only when no group names the token', () => {
    const star = ['User-agent: *', 'Disallow: /'];
    expect(may('/x', ...star)).toBe(false);
    expect(may('/x', ...star, 'User-agent: duizhao', 'Disallow: /other')).toBe(true);
  });

  test('an empty group of one’s own allows everything', () => {
    expect(may('/x', 'User-agent: duizhao', '', 'User-agent: *', 'Disallow: /')).toBe(false);
    expect(may('/x', 'User-agent: duizhao', 'Disallow:', 'User-agent: *', 'Disallow: /')).toBe(
      true,
    );
  });

  test.each([
    'Sitemap: https://site.example/s.xml',
    'Host: site.example',
    'Crawl-delay: 5',
    'nonsense',
    '',
  ])('the line "%s" between user-agent lines does not end the group', (line) => {
    expect(may('/x', 'User-agent: duizhao', line, 'User-agent: other', 'Disallow: /')).toBe(false);
  });

  test('rules before the first user-agent line are nobody’s', () => {
    expect(may('/x', 'Disallow: /', 'User-agent: other', 'Disallow: /')).toBe(true);
  });

  test('without any group everything is allowed', () => {
    expect(may('/x')).toBe(true);
  });
});

describe('RFC 9309, rules (2.2.2)', () => {
  const own = 'User-agent: duizhao';

  test.each([
    ['/news/a.html', ['Allow: /news/', 'Disallow: /'], true],
    ['/news/a.html', ['Disallow: /', 'Allow: /news/'], true],
    ['/news/a.html', ['Allow: /news', 'Disallow: /news/'], false],
    ['/news/a.html', ['Disallow: /news/', 'Allow: /news/'], true], // a tie: allow wins
    ['/page.htm', ['Allow: /page', 'Disallow: /*.htm'], false], // 6 octets beat 5
    ['/page.htm', ['Allow: /page', 'Disallow: /*.ht'], true], // 5 octets each: a tie
  ])('%s under %j', (path, rules, allowed) => {
    expect(may(path, own, ...rules)).toBe(allowed);
  });

  test.each([
    ['/fish', '/fish', true],
    ['/fish', '/fish.html', true],
    ['/fish', '/Fish', false],
    ['/fish', '/cat/fish', false],
    ['/fish*', '/fishheads/yummy.html', true],
    ['/fish/', '/fish', false],
    ['/*.php', '/folder/any.php.file.html', true],
    ['/*.php$', '/folder/any.php', true],
    ['/*.php$', '/any.php?a=1', false],
    ['/*.php$', '/any.php5', false],
    ['/fish*.php', '/fishheads/cat.php?id=1', true],
    ['/fish*.php', '/Fish.PHP', false],
    ['/a*b*c$', '/a-b-c-b-c', true],
    ['/a*b$', '/ab', true],
    ['/ab*b$', '/ab', false],
    ['/$', '/', true],
    ['/$', '/x', false],
    ['/a$b', '/a$b', true],
    ['/a%24b', '/a$b', true],
    ['/file-with-a-%2A.html', '/file-with-a-*.html', true],
    ['/file-with-a-%2A.html', '/file-with-a-x.html', false],
    ['/a%24', '/a$', true],
    ['/a%24', '/ab', false],
    ['*', '/anything', true],
    ['/?', '/?q=1', true],
  ])('pattern %s on %s matches: %s', (pattern, path, matches) => {
    expect(may(path, own, `Disallow: ${pattern}`)).toBe(!matches);
  });

  test.each([
    ['/foo/bar/%E3%83%84', '/foo/bar/ツ'],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%e3%83%84', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    ['/~user', '/%7Euser'],
    ['/a%3Cd', '/a%3cd'],
    ['/新闻/', '/%E6%96%B0%E9%97%BB/1.html'],
  ])('%s forbids %s: percent-encoding makes no difference', (pattern, path) => {
    expect(may(path, own, `Disallow: ${pattern}`)).toBe(false);
  });

  test('an encoded slash is not a slash', () => {
    expect(may('/a%2Fb', own, 'Disallow: /a/b')).toBe(true);
  });

  test('robots.txt itself is always allowed', () => {
    expect(may('/robots.txt', own, 'Disallow: /')).toBe(true);
  });

  test('what follows # is a comment; line ends may be of any kind; a BOM is no text', () => {
    const text =
      '\uFEFFUser-agent: duizhao # us\rDisallow: /a # not this\r\n# Disallow: /b\nDisallow: /c';
    const { rules } = parseRobots(text, 'duizhao');
    expect(rules).toEqual([
      { allow: false, pattern: '/a', line: 2 },
      { allow: false, pattern: '/c', line: 4 },
    ]);
  });
});

test('the crawl delay of our group counts, and the greater of two', () => {
  const text =
    'User-agent: *\nCrawl-delay: 9\nUser-agent: duizhao\nCrawl-delay: 1.5\nDisallow:\nUser-agent: duizhao\nCrawl-delay: 3';
  expect(parseRobots(text, 'duizhao').crawlDelayMs).toBe(3_000);
  expect(parseRobots(text, 'other').crawlDelayMs).toBe(9_000);
  expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'x').crawlDelayMs).toBeUndefined();
});

test('sitemaps belong to no group', () => {
  const text =
    'Sitemap: https://a.example/1.xml\nUser-agent: other\nDisallow: /\nsitemap:https://a.example/2.xml';
  expect(parseRobots(text, 'duizhao').sitemaps).toEqual([
    'https://a.example/1.xml',
    'https://a.example/2.xml',
  ]);
});

/** Oracle: the pattern as a regular expression. */
function byRegex(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const body = (anchored ? pattern.slice(0, -1) : pattern)
    .split('*')
    .map((part) => part.replace(/[.?+^$()|[\]{}\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${body}${anchored ? '$' : ''}`).test(path);
}

test('wildcards agree with a regular expression on any pattern', () => {
  const piece = fc.constantFrom('a', 'b', '*', '/', '.');
  const pattern = fc.tuple(fc.array(piece, { maxLength: 8 }), fc.boolean()).map(
    ([parts, end]) =>
      `/${parts
        .join('')
        .replace(/\.\.?\//g, 'a/')
        .replace(/\/\.+/g, '/a')}${end ? '$' : ''}`,
  );
  const path = fc
    .array(fc.constantFrom('a', 'b', '/', 'b.a'), { maxLength: 10 })
    .map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(pattern, path, (glob, at) => {
      const { pathname } = new URL(`https://site.example${at}`);
      fc.pre(pathname === at);
      expect(may(at, 'User-agent: *', `Disallow: ${glob}`)).toBe(!byRegex(glob, at));
    }),
  );
});

test('a hostile pattern costs no more than its length times the path', () => {
  const pattern = `/${'*a'.repeat(5_000)}$`;
  const started = performance.now();
  expect(may(`/${'a'.repeat(4_000)}b`, 'User-agent: *', `Disallow: ${pattern}`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(1_000);
});
