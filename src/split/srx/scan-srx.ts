import type { SrxDocument, SrxPattern, SrxRule } from './read-srx.js';

/** A rule as one expression that matches, without width, the place it speaks about. */
interface CompiledRule {
  readonly breaks: boolean;
  /** Finds places; used for rules that break. */
  readonly search: RegExp;
  /** Tests one place; used for every rule. */
  readonly test: RegExp;
}

/** Compiled rules by document hash and language; a run uses one or two of them. */
const compiledRules = new Map<string, readonly CompiledRule[]>();

/**
 * Calls `cut` with the end of every segment of `text`, by the rules of an SRX file.
 *
 * Every line is a paragraph of its own. At each place the first rule that matches on both sides
 * decides, in the order of the file (SRX 2.0, §3). Time grows with rules that break times length.
 *
 * @param language - code the file's language patterns are tried on, such as `zh-CN`
 */
export function scanBySrx(
  text: string,
  srx: SrxDocument,
  language: string,
  cut: (end: number) => void,
): void {
  const rules = rulesFor(srx, language);
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(/[\n\r]+|$/g)) {
    for (const place of breaksIn(text.slice(from, index), rules)) cut(from + place);
    cut(index);
    from = index + gap.length;
  }
}

/** Places where the first rule that speaks is one that breaks, ascending. */
function breaksIn(line: string, rules: readonly CompiledRule[]): number[] {
  const decided = new Map<number, boolean>();
  rules.forEach((rule, order) => {
    if (!rule.breaks) return;
    for (const { index } of line.matchAll(rule.search)) {
      if (index === 0 || index === line.length || decided.has(index)) continue;
      decided.set(
        index,
        !rules.slice(0, order).some((other) => !other.breaks && speaks(other, line, index)),
      );
    }
  });
  return [...decided]
    .filter(([, breaks]) => breaks)
    .map(([place]) => place)
    .sort((a, b) => a - b);
}

function speaks(rule: CompiledRule, line: string, place: number): boolean {
  rule.test.lastIndex = place;
  return rule.test.test(line);
}

function rulesFor(srx: SrxDocument, language: string): readonly CompiledRule[] {
  const key = `${srx.hash} ${language}`;
  const known = compiledRules.get(key);
  if (known !== undefined) return known;
  const fitting = srx.maps.filter(({ pattern }) =>
    new RegExp(`^(?:${pattern.source})$`, 'iu').test(language),
  );
  const chosen = srx.cascade ? fitting : fitting.slice(0, 1);
  const rules = chosen.flatMap((map) => map.rules).map(compile);
  compiledRules.set(key, rules);
  return rules;
}

function compile({ breaks, before, after }: SrxRule): CompiledRule {
  const flags = before.ignoreCase || after.ignoreCase ? 'ius' : 'us';
  const source = `${look('?<=', before)}${look('?=', after)}`;
  return { breaks, search: new RegExp(source, `g${flags}`), test: new RegExp(source, `y${flags}`) };
}

function look(head: string, { source }: SrxPattern): string {
  return source === '' ? '' : `(${head}${source})`;
}
