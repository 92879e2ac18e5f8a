import { MAY_HOLD, personalData, type Found, type PersonalData } from './find.js';
import { folded } from './folded.js';
import { isSamePhone } from './phone.js';

/** Both texts of a pair. */
export interface PairTexts {
  readonly zh: string;
  readonly en: string;
}

/** A pair without personal data. */
export interface Anonymised extends PairTexts {
  /** How many places were replaced, by kind; empty if none. */
  readonly replaced: Readonly<Partial<Record<PersonalData, number>>>;
}

/** Rounds of looking again. */
const MAX_ROUNDS = 8;
/** Numbers read out have no figures at all. */
const READ_OUT = /[〇零一二三四五六七八九]{7}|[０-９＠]/;

/**
 * Replaces mail addresses, phone numbers, identity-card and bank-card numbers by placeholders
 * (脱敏, GB/T 40035-2021): `[mail-1]`, `[phone-2]`.
 *
 * Equal values of both sides get the same placeholder, so the pair still translates. Card
 * numbers count only with a right check digit, so that other long numbers stay.
 */
export function anonymisePair({ zh, en }: PairTexts): Anonymised {
  const { texts, replaced } = anonymiseTexts([zh, en]);
  const [hiddenZh = zh, hiddenEn = en] = texts;
  return { zh: hiddenZh, en: hiddenEn, replaced };
}

/** The same for any number of texts that belong together: a pair with its titles and addresses. */
export function anonymiseTexts(texts: readonly string[]): {
  readonly texts: readonly string[];
  readonly replaced: Anonymised['replaced'];
} {
  if (!texts.some((text) => MAY_HOLD.test(text) || READ_OUT.test(text))) {
    return { texts, replaced: {} };
  }
  const placeholders = new Placeholders();
  // What one text announces as a phone number another may hold without a word.
  const known = new Set(
    texts.flatMap((text) => personalData(folded(text))).map(({ value }) => value),
  );
  const hidden = texts.map((text) => hideAll(text, placeholders, known));
  return { texts: hidden, replaced: placeholders.replaced };
}

/** What stood beside a number may be one itself once that is gone. */
function hideAll(text: string, placeholders: Placeholders, known: ReadonlySet<string>): string {
  let now = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = hide(now, placeholders, known);
    if (next === now) break;
    now = next;
  }
  return now;
}

function hide(text: string, placeholders: Placeholders, known: ReadonlySet<string>): string {
  let hidden = '';
  let from = 0;
  for (const found of personalData(folded(text), known)) {
    hidden += text.slice(from, found.start) + placeholders.of(found);
    from = found.end;
  }
  return hidden + text.slice(from);
}

/** Numbers the values of each kind in the order in which they are met. */
class Placeholders {
  readonly replaced: Partial<Record<PersonalData, number>> = {};
  readonly #values: Record<PersonalData, string[]> = { mail: [], phone: [], id: [], card: [] };

  of({ kind, value }: Found): string {
    const values = this.#values[kind];
    const at = values.findIndex(
      (known) => known === value || (kind === 'phone' && isSamePhone(known, value)),
    );
    const number = at === -1 ? values.push(value) : at + 1;
    this.replaced[kind] = (this.replaced[kind] ?? 0) + 1;
    return `[${kind}-${number}]`;
  }
}
