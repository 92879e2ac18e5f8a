/**
 * Two forms of a URL: what is asked for, and what it is known by.
 *
 * A server may care about a trailing slash or the scheme, so `url` keeps them; `key` drops
 * whatever does not change the page, so that twins meet.
 */
export interface CanonicalUrl {
  /** Absolute, without fragment, credentials, session ids and tracking parameters. */
  readonly url: string;
  /** Identity: no scheme, default port, trailing slash, directory index, query in order. */
  readonly key: string;
  /** Host name, with the port when it is not the default: the unit of politeness. */
  readonly host: string;
}

/** Parameters that say who is asking or where the click was made, never which page is meant. */
const TRACKING =
  /^(?:utm_\w+|gclid|dclid|fbclid|msclkid|yclid|spm|scm|from_?source|bd_vid|hmsr|hmpl|hmcu|hmkw|hmci|_ga|_gl|mc_[ce]id|ivk_sa|share_token|isappinstalled)$/i;
const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_id|sessid|sid|cfid|cftoken|zenid|oscsid|osid)$/i;
/** Ten or more letters and digits with at least one digit: an id, not a section number. */
const ID_VALUE = /^(?=.*\d)[\w.!-]{10,}$/;
const SESSION_PATH = /;(?:jsessionid|phpsessid|sid|sessionid)=[^/?#]*/gi;
/** `/(S(lit3py55t21z5v55vlm25s55))/`: session ids of ASP.NET without cookies. */
const SESSION_SEGMENT = /\/\([A-Z]\([a-z0-9]{20,}\)\)(?=\/|$)/gi;

/**
 * Brings a link into canonical form.
 *
 * @param link - as written in the page; white space and line ends inside are dropped
 * @param base - URL of the page, or its `<base href>`
 * @returns `undefined` when it is no http(s) URL
 */
export function canonicalUrl(link: string, base?: string): CanonicalUrl | undefined {
  const parsed = parse(link.trim(), base);
  if (parsed === undefined) return undefined;
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  if (parsed.hostname === '') return undefined;
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  parsed.hostname = parsed.hostname.replace(/\.$/, '');
  parsed.pathname = tidyPath(parsed.pathname);
  parsed.search = tidyQuery(parsed.search);
  return { url: parsed.href, key: keyOf(parsed), host: parsed.host };
}

function parse(link: string, base: string | undefined): URL | undefined {
  try {
    return new URL(link, base);
  } catch {
    return undefined;
  }
}

function tidyPath(path: string): string {
  return path
    .replace(SESSION_PATH, '')
    .replace(SESSION_SEGMENT, '')
    .replace(/\/{2,}/g, '/')
    .replace(/%[0-9a-f]{2}/gi, tidyEscape);
}

/** Unreserved characters are written plainly, the other escapes in capitals (RFC 3986 §6.2.2). */
function tidyEscape(escape: string): string {
  const char = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(char) ? char : escape.toUpperCase();
}

function tidyQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isNoise(part))
    .map((part) => part.replace(/%[0-9a-f]{2}/gi, tidyEscape));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function isNoise(part: string): boolean {
  const [name = '', value = ''] = part.split('=', 2);
  if (TRACKING.test(name)) return true;
  if (!SESSION.test(name)) return false;
  return !/^s?id$/i.test(name) || ID_VALUE.test(value);
}

function keyOf(url: URL): string {
  const path = url.pathname
    .replace(/\/(?:index|default)\.(?:s?html?|php|jsp|aspx?)$/i, '/')
    .replace(/\/+$/, '');
  const query = url.search.slice(1).split('&').sort().join('&');
  const port = url.port === '80' || url.port === '443' ? '' : url.port;
  return `${url.hostname}${port === '' ? '' : `:${port}`}${path}${query === '' ? '' : `?${query}`}`;
}

/**
 * A URL for logs and messages: without user name and password, whatever else is wrong with it.
 *
 * What cannot be parsed is cut up to its last `@`: a password may hold a slash.
 */
export function withoutCredentials(url: string): string {
  const [scheme] = /^\s*(?:[a-z][a-z0-9+.-]*:[/\\]*|[/\\]{2,})/i.exec(url) ?? [];
  if (scheme === undefined) return url;
  const rest = url.slice(scheme.length);
  const isParsed = parse(url.trim(), 'http://base.example/') !== undefined;
  const [authority = ''] = (isParsed ? /^[^/?#\\]*/ : /^.*/s).exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  return at < 0 ? url : `${scheme}${rest.slice(at + 1)}`;
}
