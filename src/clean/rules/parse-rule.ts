import { acrossChecks } from '../across/duplicates.js';
import { checks } from '../checks/index.js';
import { RuleError, tokensOf, type RuleToken } from './tokens.js';
import { ruleNames, type RulePair, type RuleValue } from './values.js';

/** A rule ready to be asked of pairs. */
export type RuleTest = (pair: RulePair) => boolean;

type Type = 'number' | 'string' | 'boolean';

/** A part of a rule with its type, so that nonsense is found before any pair is seen. */
interface Part {
  readonly type: Type;
  readonly at: number;
  of(pair: RulePair): RuleValue;
}

/** Brackets and `not` may be nested so deep; deeper rules are attacks on the stack. */
const MAX_DEPTH = 40;
/** Reason for a refusal by score alone, which comes after the rules' turn. */
const LOW_SCORE = 'low-score';

/**
 * Parses a rule.
 *
 *     or      = and { "or" and }            and   = not { "and" not }
 *     not     = "not" not | compare         compare = sum [ ("<" | "<=" | "=" …) sum
 *                                                     | "contains" sum | "in" "(" … ")" ]
 *     sum     = product { ("+" | "-") product }   product = unary { ("*" | "/" | "%") unary }
 *     unary   = "-" unary | number | string | name | has(check) | "(" or ")"
 *
 * Nothing else can be said: no calls, no assignment, no patterns. `has(number-mismatch)` asks
 * whether a check objects.
 *
 * @throws RuleError with the place of the first word that does not fit
 */
export function parseRule(text: string): RuleTest {
  const parser = new RuleParser(tokensOf(text));
  const part = parser.whole();
  return (pair) => part.of(pair) === true;
}

class RuleParser {
  readonly #tokens: readonly RuleToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly RuleToken[]) {
    this.#tokens = tokens;
  }

  whole(): Part {
    const part = this.#or();
    if (this.#now.kind !== 'end') throw this.#unexpected('"and", "or" or the end');
    return expect(part, 'boolean');
  }

  get #now(): RuleToken {
    return this.#tokens[this.#at] ?? { kind: 'end', text: 'the end', at: 0 };
  }

  #takes(...words: readonly string[]): RuleToken | undefined {
    const token = this.#now;
    if (token.kind === 'string' || token.kind === 'end' || !words.includes(token.text))
      return undefined;
    this.#at += 1;
    return token;
  }

  #or(): Part {
    let left = this.#and();
    while (this.#takes('or') !== undefined) {
      const [one, other] = [expect(left, 'boolean'), expect(this.#and(), 'boolean')];
      left = boolean(one.at, (pair) => one.of(pair) === true || other.of(pair) === true);
    }
    return left;
  }

  #and(): Part {
    let left = this.#not();
    while (this.#takes('and') !== undefined) {
      const [one, other] = [expect(left, 'boolean'), expect(this.#not(), 'boolean')];
      left = boolean(one.at, (pair) => one.of(pair) === true && other.of(pair) === true);
    }
    return left;
  }

  #not(): Part {
    const token = this.#takes('not');
    if (token === undefined) return this.#compare();
    const part = this.#nested(() => expect(this.#not(), 'boolean'));
    return boolean(token.at, (pair) => part.of(pair) !== true);
  }

  #compare(): Part {
    const left = this.#sum();
    if (this.#takes('contains') !== undefined) {
      const [one, other] = [expect(left, 'string'), expect(this.#sum(), 'string')];
      return boolean(left.at, (pair) => String(one.of(pair)).includes(String(other.of(pair))));
    }
    if (this.#takes('in') !== undefined) {
      const list = this.#list(left.type);
      return boolean(left.at, (pair) => list.some((part) => part.of(pair) === left.of(pair)));
    }
    const sign = this.#takes('<', '<=', '>', '>=', '=', '==', '!=');
    if (sign === undefined) return left;
    const isOrder = sign.text.startsWith('<') || sign.text.startsWith('>');
    const one = isOrder ? expect(left, 'number') : left;
    const other = expect(this.#sum(), one.type);
    return boolean(left.at, (pair) => compare(sign.text, one.of(pair), other.of(pair)));
  }

  #list(type: Type): Part[] {
    this.#must('(');
    const parts: Part[] = [];
    do parts.push(expect(this.#sum(), type));
    while (this.#takes(',') !== undefined);
    this.#must(')');
    return parts;
  }

  #sum(): Part {
    let left = this.#product();
    for (let sign = this.#takes('+', '-'); sign !== undefined; sign = this.#takes('+', '-')) {
      left = arithmetic(sign.text, expect(left, 'number'), expect(this.#product(), 'number'));
    }
    return left;
  }

  #product(): Part {
    let left = this.#unary();
    for (
      let sign = this.#takes('*', '/', '%');
      sign !== undefined;
      sign = this.#takes('*', '/', '%')
    ) {
      left = arithmetic(sign.text, expect(left, 'number'), expect(this.#unary(), 'number'));
    }
    return left;
  }

  #unary(): Part {
    const minus = this.#takes('-');
    if (minus !== undefined) {
      const part = this.#nested(() => expect(this.#unary(), 'number'));
      return { type: 'number', at: minus.at, of: (pair) => -Number(part.of(pair)) };
    }
    if (this.#takes('(') !== undefined) {
      const part = this.#nested(() => this.#or());
      this.#must(')');
      return part;
    }
    return this.#leaf();
  }

  #leaf(): Part {
    const token = this.#now;
    if (token.kind !== 'number' && token.kind !== 'string' && token.kind !== 'name') {
      throw this.#unexpected('a value');
    }
    this.#at += 1;
    const { at, text } = token;
    if (token.kind === 'number') return { type: 'number', at, of: () => Number(text) };
    if (token.kind === 'string') return { type: 'string', at, of: () => text };
    if (text === 'has') return this.#has(at);
    if (text === 'true' || text === 'false') return boolean(at, () => text === 'true');
    const known = ruleNames.find(({ name }) => name === text);
    if (known !== undefined) return { type: known.type, at, of: (pair) => known.of(pair) };
    const names = ruleNames.map(({ name }) => name).join(', ');
    throw new RuleError(`unknown name "${text}"; there are ${names}, has(check)`, at);
  }

  #has(at: number): Part {
    this.#must('(');
    const token = this.#now;
    const name = token.text;
    if (acrossChecks.some((check) => check.name === name)) {
      const advice =
        name === 'duplicate'
          ? 'such pairs are refused already; "clean: off: [duplicate]" keeps them'
          : 'to refuse such pairs name it in "clean: reject:"';
      throw new RuleError(
        `rules judge a pair by itself and cannot see "${name}", which compares it with the whole corpus; ${advice}`,
        token.at,
      );
    }
    if (name === LOW_SCORE) {
      throw new RuleError(
        `"${name}" is no check but what the score alone refuses: compare score`,
        token.at,
      );
    }
    if (!checks.some((check) => check.name === name)) {
      throw new RuleError(`unknown check "${name}": see duizhao clean --list`, token.at);
    }
    this.#at += 1;
    this.#must(')');
    return boolean(at, ({ findings }) => findings.some(({ check }) => check === name));
  }

  #nested(parse: () => Part): Part {
    if (++this.#depth > MAX_DEPTH) throw new RuleError('nested too deep', this.#now.at);
    const part = parse();
    this.#depth -= 1;
    return part;
  }

  #must(sign: string): void {
    if (this.#takes(sign) === undefined) throw this.#unexpected(`"${sign}"`);
  }

  #unexpected(wanted: string): RuleError {
    const { kind, text, at } = this.#now;
    return new RuleError(`${wanted} expected, not ${kind === 'end' ? text : `"${text}"`}`, at);
  }
}

function boolean(at: number, of: (pair: RulePair) => boolean): Part {
  return { type: 'boolean', at, of };
}

function expect(part: Part, type: Type): Part {
  if (part.type === type) return part;
  const wanted = { number: 'a number', string: 'a text', boolean: 'yes or no' };
  throw new RuleError(`this is ${wanted[part.type]}, but ${wanted[type]} is needed`, part.at);
}

function arithmetic(sign: string, left: Part, right: Part): Part {
  return {
    type: 'number',
    at: left.at,
    of: (pair) => {
      const [one, other] = [Number(left.of(pair)), Number(right.of(pair))];
      if (sign === '+') return one + other;
      if (sign === '-') return one - other;
      if (sign === '*') return one * other;
      return sign === '/' ? one / other : one % other;
    },
  };
}

function compare(sign: string, one: RuleValue, other: RuleValue): boolean {
  switch (sign) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    case '!=':
      return one !== other;
    default:
      return one === other;
  }
}
