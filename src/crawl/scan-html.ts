/** A way from one page to another, as the page writes it. */
export interface ScannedLink {
  /** Entities decoded, not yet resolved. */
  readonly href: string;
  /** Text of the anchor or option, white space collapsed. */
  readonly text: string;
  readonly from: 'a' | 'link' | 'option' | 'frame' | 'script' | 'refresh';
  /** `rel` and `hreflang`, lower case. */
  readonly rel: string;
  readonly hreflang: string;
}

/** What a crawler wants to know of a page. */
export interface ScannedPage {
  readonly base?: string;
  readonly links: readonly ScannedLink[];
  /** `name` or `property` in lower case → `content`; the first of each name. */
  readonly metas: ReadonlyMap<string, string>;
  /** Inline scripts, joined. */
  readonly scripts: string;
  /** Visible text, white space collapsed. */
  readonly text: string;
  /** Links beyond the cap. */
  readonly linksCut: number;
}

const MAX_LINKS = 5_000;
const MAX_TEXT = 200_000;
const MAX_SCRIPT = 200_000;
const RAW = new Set(['script', 'style', 'textarea', 'xmp', 'noembed', 'template']);
const JUMP =
  /(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*['"]([^'"]+)['"]/g;

/**
 * Reads links, metas, scripts and text out of HTML in one pass, in time linear in its length.
 *
 * A scanner and not a parser: it needs no tree and never fails. Comments, styles and templates
 * are passed over; an unclosed quote ends at the tag's `>`.
 */
export function scanHtml(html: string): ScannedPage {
  const scan = new Scan();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    scan.addText(html.slice(at, open));
    at = readMarkup(html, open, scan);
  }
  scan.addText(html.slice(at));
  return scan.result();
}

/** Handles what begins with `<` at `open`; answers where reading goes on. */
function readMarkup(html: string, open: number, scan: Scan): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end < 0 ? html.length : end + 3;
  }
  const name = /^<\/?([a-z][^\s/>]*)/i.exec(html.slice(open, open + 64))?.[1]?.toLowerCase();
  if (name === undefined) {
    if (!/[!?/]/.test(html.charAt(open + 1))) {
      scan.addText('<');
      return open + 1;
    }
    const end = html.indexOf('>', open);
    return end < 0 ? html.length : end + 1;
  }
  const close = endOfTag(html, open);
  if (html.charAt(open + 1) === '/') {
    scan.endTag(name);
    return close + 1;
  }
  scan.startTag(name, attributesOf(html.slice(open + 1 + name.length, close)));
  if (!RAW.has(name)) return close + 1;
  const end = endOfRaw(html, name, close + 1);
  if (name === 'script') scan.addScript(html.slice(close + 1, end));
  return end;
}

/** Index of the `>` that closes a tag, outside quoted values. */
function endOfTag(html: string, open: number): number {
  const plain = html.indexOf('>', open);
  if (plain < 0) return html.length;
  let at = open;
  for (;;) {
    const close = html.indexOf('>', at);
    if (close < 0) return plain;
    const quote = firstQuote(html, at, close);
    if (quote < 0) return close;
    const end = html.indexOf(html.charAt(quote), quote + 1);
    if (end < 0 || end - quote > MAX_TEXT) return plain;
    at = end + 1;
  }
}

/** A quote counts only after `=`: `<p class=a title=it's>` has none. */
function firstQuote(html: string, from: number, to: number): number {
  const found = /=\s*["']/.exec(html.slice(from, to));
  return found === null ? -1 : from + found.index + found[0].length - 1;
}

/** RAW elements end at their own end tag only; the search is by hand to stay linear. */
function endOfRaw(html: string, name: string, from: number): number {
  for (let at = from; ;) {
    const end = html.indexOf('</', at);
    if (end < 0) return html.length;
    if (html.slice(end + 2, end + 2 + name.length).toLowerCase() === name) return end;
    at = end + 2;
  }
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]*)))?/g;

function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

class Scan {
  private readonly links: ScannedLink[] = [];
  private readonly metas = new Map<string, string>();
  private readonly text: string[] = [];
  private textSize = 0;
  private scripts = '';
  private base: string | undefined;
  private linksCut = 0;
  /** The anchor or option being read, and its text so far. */
  private open:
    { href: string; from: 'a' | 'option'; rel: string; hreflang: string; text: string } | undefined;

  addText(raw: string): void {
    if (raw === '') return;
    const text = decodeEntities(raw.replace(/\s+/g, ' '));
    if (this.open !== undefined && this.open.text.length < 200) this.open.text += text;
    if (this.textSize >= MAX_TEXT || text === ' ') return;
    this.text.push(text);
    this.textSize += text.length;
  }

  addScript(source: string): void {
    if (this.scripts.length < MAX_SCRIPT) this.scripts += `${source}\n`;
  }

  startTag(name: string, attributes: ReadonlyMap<string, string>): void {
    const get = (key: string): string => attributes.get(key) ?? '';
    if (name === 'a' || name === 'option') this.flush();
    switch (name) {
      case 'base':
        if (get('href') !== '') this.base ??= get('href');
        break;
      case 'a':
      case 'area':
        this.begin('a', get('href'), get('rel'), get('hreflang'));
        if (name === 'area') this.flush();
        break;
      case 'option':
        if (/^(?:https?:\/\/|\/|\.{1,2}\/)|\.(?:s?html?|jsp|aspx?|php)\b/i.test(get('value'))) {
          this.begin('option', get('value'), '', get('lang'));
        }
        break;
      case 'link':
        if (!/\b(?:alternate|canonical|next|prev)\b/i.test(get('rel'))) break;
        this.add({
          href: get('href'),
          text: get('title'),
          from: 'link',
          rel: get('rel').toLowerCase(),
          hreflang: get('hreflang').toLowerCase(),
        });
        break;
      case 'frame':
      case 'iframe':
        this.add({ href: get('src'), text: '', from: 'frame', rel: '', hreflang: '' });
        break;
      case 'meta':
        this.meta(get('name') || get('property'), get('http-equiv'), get('content'));
        break;
      default:
    }
    for (const key of ['onclick', 'onchange']) this.addJumps(get(key));
  }

  endTag(name: string): void {
    if (name === 'a' || name === 'option' || name === 'select') this.flush();
  }

  result(): ScannedPage {
    this.flush();
    this.addJumps(this.scripts.length < 20_000 ? this.scripts : '');
    return {
      ...(this.base === undefined ? {} : { base: this.base }),
      links: this.links,
      metas: this.metas,
      scripts: this.scripts,
      text: this.text.join(' ').replace(/\s+/g, ' ').trim(),
      linksCut: this.linksCut,
    };
  }

  private begin(from: 'a' | 'option', href: string, rel: string, hreflang: string): void {
    this.open = { href, from, rel: rel.toLowerCase(), hreflang: hreflang.toLowerCase(), text: '' };
  }

  private flush(): void {
    if (this.open !== undefined) this.add({ ...this.open, text: this.open.text.trim() });
    this.open = undefined;
  }

  private add(link: ScannedLink): void {
    const href = link.href.replace(/[\t\r\n]/g, '').trim();
    if (href === '' || href.startsWith('#')) return;
    if (/^javascript:/i.test(href)) {
      this.addJumps(href);
      return;
    }
    if (this.links.length >= MAX_LINKS) this.linksCut += 1;
    else this.links.push({ ...link, href });
  }

  private addJumps(source: string): void {
    if (source === '') return;
    for (const [, href = ''] of source.matchAll(JUMP)) {
      if (/[+<>{}\s]/.test(href)) continue;
      this.add({ href, text: '', from: 'script', rel: '', hreflang: '' });
    }
  }

  private meta(name: string, equiv: string, content: string): void {
    if (name !== '' && !this.metas.has(name.toLowerCase()))
      this.metas.set(name.toLowerCase(), content);
    if (!/^refresh$/i.test(equiv)) return;
    const [, href] = /^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content) ?? [];
    if (href !== undefined) this.add({ href, text: '', from: 'refresh', rel: '', hreflang: '' });
  }
}
