/** A change of a text that loses nothing a reader would miss. */
export interface Repair {
  /** Kebab-case, stable: recorded with the pair. */
  readonly name: string;
  readonly summary: string;
  apply(text: string): string;
}

const HAN_OR_MARK = '[\\p{Script=Han}\\u3001-\\u3011\\uff01-\\uff1f]';
const SPACE_BETWEEN_HAN = new RegExp(
  `(?<=${HAN_OR_MARK})[ \\u00a0\\u3000]+(?=${HAN_OR_MARK})`,
  'gu',
);

/** Every repair, in the order they are applied. */
export const repairs: readonly Repair[] = [
  {
    name: 'invisible-characters',
    summary: 'removes soft hyphens, zero-width characters and control characters',
    apply: (text) =>
      text.replace(/[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, ''),
  },
  {
    name: 'white-space',
    summary: 'makes every run of white space one space and trims both ends',
    apply: (text) => text.replace(/\s+/gu, ' ').trim(),
  },
  {
    name: 'space-between-han',
    summary: 'removes spaces between Chinese characters',
    apply: (text) => text.replace(SPACE_BETWEEN_HAN, ''),
  },
];

/** The repaired text and the names of the repairs that changed it. */
export function repairText(text: string): {
  readonly text: string;
  readonly applied: readonly string[];
} {
  const applied: string[] = [];
  let now = text;
  for (const repair of repairs) {
    const next = repair.apply(now);
    if (next !== now) applied.push(repair.name);
    now = next;
  }
  return { text: now, applied };
}
