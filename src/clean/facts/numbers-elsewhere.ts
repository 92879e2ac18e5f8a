import type { NumberMention } from '../../text/index.js';
import type { SameNumber } from './number-answers.js';

/** Numbers of the two sides that stand for each other and are not equal. */
export interface OtherNumbers {
  readonly zhOnly: readonly NumberMention[];
  readonly enOnly: readonly NumberMention[];
}

/** The sure counts of a side, and those that the other side lacks altogether. */
export interface Counts {
  readonly all: readonly NumberMention[];
  readonly alone: readonly NumberMention[];
}

/**
 * Three sons and two daughters against “three sons and three daughters”: the same numbers in the
 * same order but for one, which a side may have elsewhere.
 */
export function otherInOrder(
  zh: Counts,
  en: Counts,
  isAnswer: SameNumber,
): OtherNumbers | undefined {
  if (zh.all.length !== en.all.length || zh.all.length < 2) return undefined;
  const [left, right] = [inOrder(zh.all), inOrder(en.all)];
  const differs = left.flatMap((one, at) => {
    const other = right[at];
    if (other === undefined || one.value === other.value || isAnswer(one, other)) return [];
    return [{ one, other }];
  });
  const [first] = differs;
  if (first === undefined || differs.length > 1) return undefined;
  if ((first.one.kind === 'money') !== (first.other.kind === 'money')) return undefined;
  // What words answer (十倍, “tenfold”) is neither alone nor said twice.
  const isZhOpen = zh.alone.includes(first.one) || right.some((one) => isAnswer(first.one, one));
  const isEnOpen = en.alone.includes(first.other) || left.some((one) => isAnswer(one, first.other));
  if (!isZhOpen || !isEnOpen) return undefined;
  return { zhOnly: [first.one], enOnly: [first.other] };
}

function inOrder(mentions: readonly NumberMention[]): readonly NumberMention[] {
  return [...mentions].sort((one, other) => one.start - other.start);
}

/**
 * 12, 7 and 12 against 12, 7 and 7: as many figures on both sides, and some left over on both when
 * each has answered one.
 *
 * @param zh - all figures of the side, and those left over
 */
export function otherFigures(
  zh: { readonly all: number; readonly left: readonly NumberMention[] },
  en: { readonly all: number; readonly left: readonly NumberMention[] },
  isConverted: SameNumber,
): OtherNumbers | undefined {
  if (zh.all !== en.all || zh.left.length * en.left.length === 0) return undefined;
  const isAny = zh.left.some((one) => en.left.some((other) => isConverted(one, other)));
  return isAny ? undefined : { zhOnly: zh.left, enOnly: en.left };
}
