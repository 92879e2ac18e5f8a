import { Argument, type Command } from 'commander';
import type { LearnedLexicon } from '../../lexicon/index.js';
import type { Io } from '../io.js';
import { learnedIn } from '../learned.js';

const HELP = `
WORD is Chinese, in either script, or English. Prints what the dictionary
gives and what the corpus has taught, with the probability of the translation
in each direction and the number of pairs that taught it.

Examples:
  A Chinese word:
    $ duizhao lexicon show 总领事
  An English word, as JSON:
    $ duizhao lexicon show consul --json

Exit status:
  0   something is known
  1   nothing is known of the word
`;

/** What is known of one word. */
interface WordFacts {
  readonly word: string;
  readonly dictionary: readonly { readonly translation: string; readonly weight: number }[];
  readonly learned: LearnedLexicon;
}

/** `duizhao lexicon`. */
export function addLexicon(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('lexicon')
    .summary('show what is known of a word')
    .description('Show what the dictionary and the corpus know of a word.')
    .addArgument(new Argument('<action>', 'what to do').choices(['show']))
    .argument('<word>', 'a Chinese or an English word')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', HELP)
    .action(async (_action: string, word: string, options: LexiconFlags) => {
      const facts = await factsOf(word, options.corpus);
      if (options.json === true) await io.out(`${JSON.stringify(facts)}\n`);
      else await io.out(tableOf(facts));
      if (facts.dictionary.length + facts.learned.length > 0) return;
      await io.err(`nothing is known of "${word}"\n`);
      answer(1);
    });
}

interface LexiconFlags {
  readonly corpus: string;
  readonly json?: boolean;
}

async function factsOf(word: string, folder: string): Promise<WordFacts> {
  const { foldZh, headwordsOf, loadLexicon, translationsOf } =
    await import('../../lexicon/index.js');
  const { stemEn } = await import('../../text/index.js');
  const lexicon = loadLexicon();
  const learned = await learnedIn(folder);
  const isZh = /\p{Script=Han}/u.test(word);
  const key = isZh ? foldZh(lexicon, word) : stemEn(word);
  return {
    word,
    dictionary: isZh
      ? translationsOf(lexicon, word).map(({ stem, weight }) => ({ translation: stem, weight }))
      : headwordsOf(lexicon, word).map(({ zh, weight }) => ({ translation: zh, weight })),
    learned: learned
      .filter(({ zh, en }) => (isZh ? zh : en) === key)
      .sort((a, b) => b.zhToEn + b.enToZh - a.zhToEn - a.enToZh),
  };
}

function tableOf({ dictionary, learned }: WordFacts): string {
  const known = dictionary.map(
    ({ translation, weight }) => `dictionary  ${weight.toFixed(2)}  ${translation}\n`,
  );
  const taught = learned.map(
    ({ zh, en, zhToEn, enToZh, seen }) =>
      `corpus      ${zhToEn.toFixed(2)}  ${zh} → ${en} (back ${enToZh.toFixed(2)}, ${seen} pairs)\n`,
  );
  return [...known, ...taught].join('');
}
