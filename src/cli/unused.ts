/** Names told of columns that are not taken. */
const MAX_TOLD = 20;

/** What is said of the columns or fields of a file that no pair is made of; nothing if there are none. */
export function unusedLine(names: readonly string[]): string {
  if (names.length === 0) return '';
  const told = names
    .slice(0, MAX_TOLD)
    .map((name) => `"${name.replace(/\s+/g, ' ').slice(0, 60)}"`);
  const more = names.length > MAX_TOLD ? ` and ${names.length - MAX_TOLD} more` : '';
  return `not taken: columns ${told.join(', ')}${more}
  --zh-column and --en-column say where the texts are; other columns are taken
  if they are called as "duizhao export" calls them (title_zh, date, url_or_path …)\n`;
}

/** Gathers names, each once. */
export function unusedNames(): {
  readonly add: (name: string) => void;
  readonly line: () => string;
} {
  const names = new Set<string>();
  return {
    add: (name) => {
      if (names.size <= 1_000) names.add(name);
    },
    line: () => unusedLine([...names]),
  };
}
