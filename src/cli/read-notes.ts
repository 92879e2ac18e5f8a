/** Names told of columns that are not taken. */
const MAX_TOLD = 20;
/** Names kept of them. */
const MAX_KEPT = 1_000;

/** What is worth a word of a file that was read. */
interface Noted {
  /** Columns or fields that no pair is made of. */
  readonly unused: readonly string[];
  /** What it is in, if it does not say so and is not UTF-8. */
  readonly charset?: string | undefined;
}

/** What is said of a file that was read, beside its pairs; nothing if there is nothing. */
export function readNotesOf({ unused, charset }: Noted): string {
  return charsetLine(charset) + unusedLine(unused);
}

/** Gathers what readers tell. */
export function readNotes(): {
  readonly options: {
    readonly onUnused: (name: string) => void;
    readonly onCharset: (charset: string) => void;
  };
  readonly told: () => string;
} {
  const names = new Set<string>();
  let charset: string | undefined;
  return {
    options: {
      onUnused: (name) => {
        if (names.size < MAX_KEPT) names.add(name);
      },
      onCharset: (name) => {
        charset ??= name;
      },
    },
    told: () => readNotesOf({ unused: [...names], charset }),
  };
}

function charsetLine(charset: string | undefined): string {
  if (charset === undefined) return '';
  const name = charset === 'big5' ? 'Big5' : charset.toUpperCase();
  return `read as ${name}: the file is not UTF-8 and does not say what it is in\n`;
}

function unusedLine(names: readonly string[]): string {
  if (names.length === 0) return '';
  const told = names
    .slice(0, MAX_TOLD)
    .map((name) => `"${name.replace(/\s+/g, ' ').slice(0, 60)}"`);
  const left = names.length < MAX_KEPT ? `${names.length - MAX_TOLD} more` : 'many more';
  const more = names.length > MAX_TOLD ? ` and ${left}` : '';
  return `not taken: columns ${told.join(', ')}${more}
  --zh-column and --en-column say where the texts are; other columns are taken
  if they are called as "duizhao export" calls them (title_zh, date, url_or_path …)\n`;
}
