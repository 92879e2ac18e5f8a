/**
 * Dice coefficient over character bigrams: 2·|common| / (|of one| + |of other|), from 0 to 1.
 *
 * Bigrams are counted with their number of occurrences. Source: Dice (1945), "Measures of the
 * Amount of Ecologic Association Between Species", Ecology 26(3). Equal texts, empty ones
 * included, give 1.
 */
export function textSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const counts = new Map<string, number>();
  for (const gram of bigrams(one)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  let common = 0;
  const others = bigrams(other);
  for (const gram of others) {
    const left = counts.get(gram) ?? 0;
    if (left === 0) continue;
    counts.set(gram, left - 1);
    common += 1;
  }
  const total = bigrams(one).length + others.length;
  return total === 0 ? 0 : (2 * common) / total;
}

function bigrams(text: string): string[] {
  const grams: string[] = [];
  for (let at = 0; at + 1 < text.length; at++) grams.push(text.slice(at, at + 2));
  return grams;
}
