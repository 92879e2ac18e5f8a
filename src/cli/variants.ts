import { Option } from 'commander';

/** `--variants`, of the verbs that read files of other tools. */
export function variantsOption(): Option {
  return new Option(
    '--variants <choice>',
    'units of a TMX with several texts in a language: the first, or a pair of each',
  ).choices(['first', 'each']);
}

/** What is said of units of which only the first text was taken. */
export function severalLine(units: number, firstLine: number): string {
  const place = `the first on line ${firstLine}`;
  return `${units} units have several Chinese or English texts (${place}): one is taken; --variants each takes all`;
}
