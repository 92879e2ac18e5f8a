import { DuizhaoError } from '../../kit/index.js';
import type { Chunks } from '../format.js';
import { readXml, type OpenTag, type XmlHandlers, type XmlPlace } from '../xml/read.js';
import { IdSet } from './id-set.js';
import type { OnProblem, Problem } from './problem.js';
import { problemOf } from './tmx.js';

/** What the standard says of one element. */
export interface ElementRule {
  /** Elements that may stand in it; absent: any. */
  readonly holds?: readonly string[];
  /** Elements of which it must have at least one each. */
  readonly needs?: readonly string[];
  /** Elements it may have at most once. */
  readonly once?: readonly string[];
  /** Attributes it must have. */
  readonly must?: readonly string[];
  /** Attributes it may have besides; absent: any. */
  readonly may?: readonly string[];
  /** Attributes that take certain values only. */
  readonly values?: Readonly<Record<string, RegExp>>;
  /** Whether text may stand in it. */
  readonly hasText?: boolean;
  /** Attribute whose values must differ … */
  readonly key?: string;
  /** … within the nearest element of that name around it; default: the root. */
  readonly keyWithin?: string;
}

/** The rules of an XML format. */
export interface XmlRules {
  /** As people call it: `XLIFF 1.2`. */
  readonly name: string;
  readonly root: string;
  readonly namespace?: string;
  readonly elements: Readonly<Record<string, ElementRule>>;
  /** Whether elements not named here may occur. */
  readonly isOpen?: boolean;
}

/**
 * Examines an XML file by the rules of its format: what stands where, attributes, ids.
 *
 * Elements and attributes of other namespaces (with a prefix) are extensions and not looked at.
 *
 * @param rulesFor - the rules by the root element; nothing when the root is of no known format
 */
export async function examineXml(
  source: Chunks,
  file: string,
  rulesFor: (root: OpenTag) => XmlRules | undefined,
  onProblem: OnProblem,
): Promise<void> {
  try {
    const problems = readXml<Problem>(source, { file }, (emit, place) =>
      ruleHandlers(emit, place, rulesFor),
    );
    for await (const problem of problems) onProblem(problem);
  } catch (error) {
    if (!(error instanceof DuizhaoError) || error.failure.exit !== 'badInput') throw error;
    problemOf(error, onProblem);
  }
}

/** An open element: what was in it, and the ids used inside it. */
interface OpenElement {
  readonly name: string;
  readonly rule: ElementRule | undefined;
  readonly seen: Map<string, number>;
  /** Made when the first is used. */
  keys?: IdSet;
}

function ruleHandlers(
  emit: (problem: Problem) => void,
  place: XmlPlace,
  rulesFor: (root: OpenTag) => XmlRules | undefined,
): XmlHandlers {
  const path: OpenElement[] = [];
  let rules: XmlRules | undefined;
  let foreign = 0;

  return { open, close, text };

  function tell(rule: string, message: string): void {
    emit({ rule, severity: 'error', line: place.line(), column: place.column(), message });
  }

  function open(tag: OpenTag): void {
    if (path.length === 0) examineRoot(tag);
    if (foreign > 0 || tag.name.includes(':')) {
      foreign += 1;
      return;
    }
    const parent = path.at(-1);
    if (parent !== undefined) examineChild(tag, parent);
    const rule = rules?.elements[tag.name];
    if (rule !== undefined) examineAttributes(tag, rule);
    path.push({ name: tag.name, rule, seen: new Map() });
    examineKey(tag, rule);
  }

  function examineRoot(tag: OpenTag): void {
    rules = rulesFor(tag);
    if (rules === undefined) return;
    const { namespace, name } = rules;
    if (namespace !== undefined && tag.attributes['xmlns'] !== namespace) {
      tell('namespace', `the namespace of ${name} is "${namespace}"`);
    }
  }

  function examineChild({ name }: OpenTag, parent: OpenElement): void {
    const times = (parent.seen.get(name) ?? 0) + 1;
    parent.seen.set(name, times);
    if (parent.rule === undefined) return;
    const { holds, once } = parent.rule;
    const isStranger = rules?.isOpen === true && rules.elements[name] === undefined;
    if (holds?.includes(name) === false && !isStranger) {
      tell('unknown-element', `<${name}> may not stand in <${parent.name}>`);
    }
    if (times === 2 && once?.includes(name) === true) {
      tell('element-repeated', `a second <${name}> in <${parent.name}>`);
    }
  }

  function examineAttributes({ name, attributes }: OpenTag, rule: ElementRule): void {
    const { must = [], may, values = {} } = rule;
    for (const needed of must) {
      if (attributes[needed] === undefined) {
        tell('attribute-missing', `<${name}> has no ${needed}`);
      }
    }
    for (const [attribute, value] of Object.entries(attributes)) {
      const isFree = /^xmlns\b|:/.test(attribute) && !attribute.startsWith('xml:');
      if (isFree) continue;
      if (may?.includes(attribute) === false && !must.includes(attribute)) {
        tell('unknown-attribute', `<${name}> may not have the attribute "${attribute}"`);
      }
      if (values[attribute]?.test(value) === false) {
        tell('attribute-value', `<${name} ${attribute}="${value}">: no such value`);
      }
    }
  }

  function examineKey({ name, attributes }: OpenTag, rule: ElementRule | undefined): void {
    const value = rule?.key === undefined ? undefined : attributes[rule.key];
    if (rule?.key === undefined || value === undefined) return;
    const scope = path.findLast((open) => open.name === rule.keyWithin) ?? path[0];
    if (scope === undefined) return;
    scope.keys ??= new IdSet();
    if (scope.keys.add(value)) return;
    tell('id-repeated', `<${name} ${rule.key}="${value}">: there is one already`);
  }

  function close(): void {
    place.letGo(); // open elements are all that is held
    if (foreign > 0) {
      foreign -= 1;
      return;
    }
    const element = path.pop();
    for (const needed of element?.rule?.needs ?? []) {
      if (element?.seen.has(needed) === true) continue;
      tell('element-missing', `<${element?.name ?? ''}> has no <${needed}>`);
    }
  }

  function text(piece: string): void {
    if (foreign > 0 || piece.trim() === '') return;
    const parent = path.at(-1);
    if (parent?.rule?.hasText === false) {
      tell('stray-text', `text directly in <${parent.name}>: "${piece.trim().slice(0, 20)}"`);
    }
  }
}
