/** Characters below which no pile of marks takes time. */
const SHORT = 4_096;
/** More marks on one letter than any language writes (UAX #15 lets a stream-safe text have 30). */
const PILES = /(\p{M}{31,})/u;
const PILE = /\p{M}{1,30}/gu;

/**
 * `String.prototype.normalize` in linear time: it sorts the marks of a letter, which takes minutes
 * for a hundred thousand of them. Piles of more than 30 marks are sorted thirty at a time.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKC'): string {
  if (text.length <= SHORT || !PILES.test(text)) return text.normalize(form);
  const parts = text.split(PILES);
  return parts
    .map((part, at) =>
      at % 2 === 0 ? part.normalize(form) : part.replace(PILE, (marks) => marks.normalize(form)),
    )
    .join('');
}
