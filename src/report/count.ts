/** 12345 → 12,345. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 1 pair, 1,234 pairs. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** 1 of 3 → 33 %; never 0 % or 100 % of what is not none or all. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0\u00a0%';
  if (part === whole) return '100\u00a0%';
  return `${Math.min(99, Math.max(1, Math.round((100 * part) / whole)))}\u00a0%`;
}
