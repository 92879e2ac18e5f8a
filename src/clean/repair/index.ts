import type { Lang } from '../../model/index.js';
import { mayMend } from './quotes.js';
import { repairs } from './repairs.js';

/** A text after repair. */
export interface Repaired {
  readonly text: string;
  /** Names of the repairs that changed it, in the order of the list. */
  readonly applied: readonly string[];
}

/** Anything a repair could change shows one of these; most sentences show none. */
const SUSPECT =
  /[^\u0020-\u007e\u3001-\u3011\u4e00-\u9fff\u2010-\u2027\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u00c0-\u00ff\u00b7]|[&`]| {2}|^ | $/u;
const SPACE_AFTER_HAN = /[\u3001-\u3011\u4e00-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f] /u;
/** Repairs open the way for one another (`&am&shy;p;`); text that needs more rounds is hostile. */
const MAX_ROUNDS = 8;

/** The repaired text and the names of the repairs that changed it. Idempotent. */
export function repairText(text: string, lang: Lang = 'zh'): Repaired {
  if (!SUSPECT.test(text) && !SPACE_AFTER_HAN.test(text) && !mayMend(text)) {
    return { text, applied: [] };
  }
  const applied = new Set<string>();
  let now = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = now;
    for (const repair of repairs) {
      const next = repair.apply(now, lang);
      if (next !== now) applied.add(repair.name);
      now = next;
    }
    if (now === before) break;
  }
  return {
    text: now,
    applied: repairs.map(({ name }) => name).filter((name) => applied.has(name)),
  };
}
