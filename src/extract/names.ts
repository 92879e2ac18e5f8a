import type { ElementNode } from './tree.js';

interface NameRule {
  readonly reason: string;
  readonly words: RegExp;
}

/**
 * What makers of pages call the parts that are no article, in class and id.
 *
 * Matched against single words: `mainNavigation` and `main_navigation` give `main`, `navigation`.
 */
const RULES: readonly NameRule[] = [
  {
    reason: 'navigation',
    words:
      /^(?:(?:top|main|sub|site|left|right|head|foot|side|mobile|m|sec|second|global)?(?:nav|navs|navi|navbar|navigation|menu|menus|menubar|daohang)|breadcrumbs?|crumbs?|mianbao|mbx|weizhi|curpos|dqwz|pagination|pager|pagebar|fenye|paging|turnpage|prevnext|skiplink|skip|sitemap|tabs?bar|hamburger)$/u,
  },
  {
    reason: 'footer',
    words:
      /^(?:footer|foot|bottom|copyright|copy|copyrights|banquan|icp|beian|colophon|siteinfo|footnav|footbar|page?foot)$/u,
  },
  {
    reason: 'share',
    words:
      /^(?:share|shares|sharing|sharebar|bdshare\w*|bdsharebuttonbox|social|socials|jiathis\w*|addthis\w*|weixin|wechat|weibo|qrcode|qrcodes|ewm|erweima|fenxiang|follow|likes?|dianzan|digg\w*)$/u,
  },
  {
    reason: 'comments',
    words:
      /^(?:comments?|commentlist|pinglun|reply|replies|disqus\w*|changyan|sohucs|tie|gentie|liuyan|discuss|feedback|respond)$/u,
  },
  {
    reason: 'related',
    words:
      /^(?:related|relate|relates|relevant|xiangguan|recommend\w*|tuijian|hotnews|rank|ranking|ranklist|paihang|promo|popular|latest|likely|guess|morenews|moreread|jingcai|youlike|mayalsolike)$/u,
  },
  {
    reason: 'sidebar',
    words:
      /^(?:sidebar|side|sider|sidebars|leftbar|rightbar|aside|widget|widgets|rightside|leftside)$/u,
  },
  {
    reason: 'advertisement',
    words:
      /^(?:ads?|advert\w*|adv|adbox|adsense|gg|guanggao|sponsor\w*|banner|banners|popup|cookie|cookies|newsletter|subscribe|subscription|appdownload|download(?:app)?|xiazai)$/u,
  },
  {
    reason: 'page-tool',
    words:
      /^(?:toolbar|tools?|fontsize|fontset|zihao|ziti|print|printer|dayin|shouye|login|register|signin|userbar|search|searchbox|sousuo|topbar|gotop|totop|backtop|backtotop|toplink)$/u,
  },
];

const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  contentinfo: 'footer',
  complementary: 'sidebar',
  search: 'page-tool',
  banner: 'banner',
  dialog: 'popup',
  alertdialog: 'popup',
};

const TAGS: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'sidebar',
  dialog: 'popup',
};

/** Reasons too loose to dismiss a single paragraph, heading or figure by. */
const LOOSE: ReadonlySet<string> = new Set(['advertisement', 'sidebar', 'related', 'comments']);
const TEXT_TAGS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 figure figcaption blockquote section article main'.split(' '),
);

/** What the names of an element say it is, or `undefined` for what may be text. */
export function namedReason(element: ElementNode): string | undefined {
  const { tag, attributes } = element;
  const reason = TAGS[tag] ?? ROLES[attributes['role'] ?? ''] ?? wordReason(attributes);
  return reason !== undefined && LOOSE.has(reason) && TEXT_TAGS.has(tag) ? undefined : reason;
}

function wordReason(attributes: Readonly<Record<string, string>>): string | undefined {
  const words = wordsOf(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
  if (words.length === 0) return undefined;
  if (
    words.some((word) =>
      /^(?:article|content|contents|body|text|zoom|post|entry|main|detail|story|news)$/u.test(word),
    )
  ) {
    return words.length > 1 && isStrong(words) ? ruleOf(words) : undefined;
  }
  return ruleOf(words);
}

/** Names that mark a part even beside a word for the article: `article-share`, `content_footer`. */
function isStrong(words: readonly string[]): boolean {
  return words.some((word) =>
    /^(?:breadcrumbs?|crumbs?|share|bdshare\w*|comments?|pinglun|related|recommend\w*|footer|copyright|pagination|pager|toolbar|qrcode|ewm|sidebar|nav|menu)$/u.test(
      word,
    ),
  );
}

function ruleOf(words: readonly string[]): string | undefined {
  return RULES.find(({ words: known }) => words.some((word) => known.test(word)))?.reason;
}

/** The words that an element is called by in class and id, in lower case. */
export function namesOf({ attributes }: ElementNode): readonly string[] {
  return wordsOf(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}

const cache = new Map<string, readonly string[]>();
const MAX_CACHED = 5_000;

function wordsOf(names: string): readonly string[] {
  const known = cache.get(names);
  if (known !== undefined) return known;
  const words = names
    .slice(0, 300)
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  if (cache.size < MAX_CACHED) cache.set(names, words);
  return words;
}

/** Whether an element is marked as not shown. */
export function isHidden({ tag, attributes }: ElementNode): boolean {
  if (tag === 'noscript' || 'hidden' in attributes) return true;
  const style = attributes['style'];
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}

/** `pic_txt`, `imgDesc`, `photo-note` … */
const PICTURE_TEXT =
  /(?:^|[\s_-])(?:pic|pics|photo|img|image|tu)[_-]?(?:txt|text|desc|note|info|word|words|zhu|zs|shuoming)(?:$|[\s_-])/iu;

/** Whether an element is named a caption. */
export function isCaption(element: ElementNode): boolean {
  const { tag, attributes } = element;
  if (tag === 'figcaption' || PICTURE_TEXT.test(attributes['class'] ?? '')) return true;
  return namesOf(element).some((word) =>
    /^(?:caption|captions|figcaption|tuzhu|picnote|pictext|imgdesc|imgtext|photoinfo|wp-caption-text)$/u.test(
      word,
    ),
  );
}
