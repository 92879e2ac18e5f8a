import type { Command } from 'commander';
import { jsonLine } from '../../kit/index.js';
import { counted } from '../counted.js';
import type { Io } from '../io.js';

const HELP = `
Aligns the documents of the corpus as one set, learns which words translate
each other, and keeps them in lexicon.jsonl in the corpus folder. The next
"duizhao build" aligns and scores with them. The same corpus gives the same
file.

Examples:
  Learn from the corpus in this folder, then build with it:
    $ duizhao learn
    $ duizhao build
  What was learned about one word:
    $ duizhao lexicon show 总领事

Exit status:
  0   learned
  1   there are too few documents to learn anything from
  66  the folder is not a corpus
`;

/** `duizhao learn`. */
export function addLearn(program: Command, io: Io, answer: (code: number) => void): void {
  program
    .command('learn')
    .summary('learn word translations from the corpus')
    .description('Learn word translations from the documents of the corpus.')
    .option('-C, --corpus <folder>', 'the corpus folder', '.')
    .option('--json', 'how much was learned as JSON on standard output')
    .addHelpText('after', HELP)
    .action(async (options: { readonly corpus: string; readonly json?: boolean }) => {
      const { learnFromCorpus } = await import('../../pipeline/index.js');
      const learned = await learnFromCorpus(options.corpus);
      const { file, documents, sentences, translations } = learned;
      if (options.json === true) await io.out(jsonLine(learned));
      else
        await io.err(
          `${file}: ${counted(translations, 'word translation')} from ${counted(sentences, 'Chinese sentence')} in ${counted(documents, 'document')}\n`,
        );
      if (translations === 0) answer(1);
    });
}
