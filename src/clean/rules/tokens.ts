/** A word of a rule; `at` is its place in the text, from 0. */
export interface RuleToken {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** What is wrong with a rule, and where. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const PATTERN =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|'([^']*)'|([A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*)|(<=|>=|!=|==|[-+*/%<>=(),]))/y;
/** Longer rules are no rules. */
const MAX_LENGTH = 2_000;

/** Cuts a rule into words, with an `end` at last. */
export function tokensOf(text: string): RuleToken[] {
  if (text.length > MAX_LENGTH)
    throw new RuleError(`longer than ${MAX_LENGTH} characters`, MAX_LENGTH);
  const tokens: RuleToken[] = [];
  PATTERN.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ''; at = PATTERN.lastIndex) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (match === null) {
      const place = at + text.slice(at).search(/\S/);
      throw new RuleError(noToken(text.slice(place)), place);
    }
    const [whole, number, double, single, name, sign] = match;
    const word = number ?? double ?? single ?? name ?? sign ?? '';
    const kind =
      number !== undefined
        ? 'number'
        : name !== undefined
          ? 'name'
          : sign !== undefined
            ? 'sign'
            : 'string';
    tokens.push({ kind, text: word, at: at + whole.length - whole.trimStart().length });
  }
  return [...tokens, { kind: 'end', text: 'the end', at: text.length }];
}

/** Why no word of a rule begins here. */
function noToken(text: string): string {
  const sign = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (sign === '"' || sign === "'") return `the quotation that begins with ${sign} never ends`;
  if (/[“”‘’「」『』《》＂＇]/.test(sign))
    return `texts stand between straight quotation marks (" or '), not ${sign}`;
  const said = SAID.find(([signs]) => text.startsWith(signs));
  if (said !== undefined) return `write ${said[1]} instead of ${said[0]}`;
  if (/[\p{L}\p{N}]/u.test(sign))
    return 'a text stands between quotation marks: zh contains "天气"';
  return `"${sign}" is no part of a rule`;
}

/** What other languages write, and keyboards for Chinese, and what stands for it in a rule. */
const SAID: readonly (readonly [string, string])[] = [
  ['&&', 'and'],
  ['||', 'or'],
  ['!', 'not'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['＞', '>'],
  ['＜', '<'],
  ['＝', '='],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
];
