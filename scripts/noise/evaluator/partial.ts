import type { Rng } from '../../../src/kit/index.js';
import type { Place, Texts } from '../corruptions.js';
import { below } from '../corruptions.js';
import { between, eitherSide, oneOf } from './chance.js';
import { clausesOf, isFinished, sentencesOf } from './clauses.js';
import { countHan, spacedWordsOf, wordsOf } from './counting.js';

/** Only a part is translated: the rest is left out, or stands in the other language. */
export function partial(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  return rng() < 0.5 ? leftOut(pair, rng) : leftUntranslated(pair, rng);
}

/** One side lacks sentences that stand together, or clauses: 35–70 % of it; it may look finished. */
function leftOut(pair: Texts, rng: Rng): Texts | undefined {
  const side = eitherSide(rng);
  const text = pair[side];
  const sentences = sentencesOf(text, side);
  const parts = sentences.length > 1 ? sentences : clausesOf(text, side);
  const cut = oneOf(stretchesToLose(parts, side), rng);
  if (cut === undefined) return undefined;
  let rest = [...parts.slice(0, cut.from), ...parts.slice(cut.to)].join('').trim();
  if (isFinished(text)) rest = rest.replace(/[，；：,;:]\s*$/u, side === 'en' ? '.' : '。');
  return rest === '' || rest === text.trim() ? undefined : { ...pair, [side]: rest };
}

/** Where one side may lose parts: 35–70 % of its words or Chinese characters, at least five. */
function stretchesToLose(
  parts: readonly string[],
  side: 'zh' | 'en',
): { readonly from: number; readonly to: number }[] {
  const sizes = parts.map((part) => (side === 'en' ? spacedWordsOf(part).length : countHan(part)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (parts.length < 2 || total < (side === 'en' ? 10 : 14)) return [];
  return sizes.flatMap((_, from) => {
    let lost = 0;
    return sizes
      .slice(from)
      .map((size, at) => ({ from, to: from + at + 1, lost: (lost += size) }))
      .filter((cut) => cut.lost >= 5 && cut.lost >= 0.35 * total && cut.lost <= 0.7 * total);
  });
}

/** Beginning or end of one side, up to a clause near its middle, is in the language of the other. */
function leftUntranslated({ zh, en }: Texts, rng: Rng): Texts | undefined {
  const share = between(0.35, 0.65, rng);
  const chinese = inTwo(clausesOf(zh, 'zh'), share);
  const english = inTwo(clausesOf(en, 'en'), share);
  if (chinese === undefined || english === undefined) return undefined;
  if (chinese.some((half) => countHan(half) < 4)) return undefined;
  if (english.some((half) => wordsOf(half).length < 4)) return undefined;
  const mixed = [
    { zh: chinese[0] + english[1], en },
    { zh: `${english[0]} ${chinese[1]}`, en },
    { zh, en: `${english[0]} ${chinese[1]}` },
    { zh, en: `${chinese[0]} ${english[1]}` },
  ];
  return mixed[below(rng, mixed.length)];
}

/** Both halves, cut between clauses; `undefined` where no cut is within 15 % of `share`. */
function inTwo(clauses: readonly string[], share: number): readonly [string, string] | undefined {
  const total = clauses.join('').length;
  const cuts = clauses.slice(1).map((_, at) => {
    const head = clauses.slice(0, at + 1).join('');
    return { at: at + 1, head, off: Math.abs(head.length / total - share) };
  });
  const [nearest] = cuts.sort((one, other) => one.off - other.off);
  if (nearest === undefined || nearest.off > 0.15) return undefined;
  return [nearest.head.trim(), clauses.slice(nearest.at).join('').trim()];
}
