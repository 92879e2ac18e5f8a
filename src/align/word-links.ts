import type { BeadRun } from './attribution.js';
import type { SetModel, TablePair } from './model.js';

/** Two words that support a bead, and the probability of the translation. */
export interface WordLink {
  readonly zh: string;
  readonly en: string;
  readonly probability: number;
}

/** Word pairs shown for a bead. */
const SHOWN = 8;

/** The word pairs that say most for a bead, best first. */
export function wordLinks(
  { zh, en }: TablePair,
  { zhFrom, zhTo, enFrom, enTo }: BeadRun,
  { table, vocabulary }: SetModel,
): WordLink[] {
  const present = new Set<number>();
  for (let k = en.start[enFrom] as number; k < (en.start[enTo] as number); k++) {
    if (!(vocabulary.isFunction[en.token[k] as number] ?? false))
      present.add(en.token[k] as number);
  }
  const links: (WordLink & { worth: number })[] = [];
  for (let k = zh.start[zhFrom] as number; k < (zh.start[zhTo] as number); k++) {
    const token = zh.token[k] as number;
    for (let at = table.start[token] as number; at < (table.start[token + 1] as number); at++) {
      const target = table.en[at] as number;
      if (!present.has(target)) continue;
      const probability = Math.min(1, table.forward[at] as number);
      const link = { zh: vocabulary.zhName(token), en: vocabulary.enName(target), probability };
      links.push({ ...link, worth: probability * (zh.weight[k] as number) });
    }
  }
  links.sort((one, other) => other.worth - one.worth || (one.zh < other.zh ? -1 : 1));
  return links.slice(0, SHOWN).map(({ zh: word, en: stem, probability }) => ({
    zh: plainName(word),
    en: plainName(stem),
    probability,
  }));
}

/** A token's name without what it is: `name:曹=17` → 曹, `number:3000` → 3000. */
function plainName(name: string): string {
  return name.replace(/^[a-z]+:|=\d+$/g, '');
}
