import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acrossChecks, checks, cleanLimits, notingChecks, ruleNames } from '../clean/index.js';
import { readFailure, settingsText, systemCode } from '../kit/index.js';
import type { Settings } from './settings-schema.js';

export type { Settings };

/** Name of the settings file in a corpus folder. */
export const SETTINGS_FILE = 'duizhao.yaml';

/**
 * The settings of a corpus folder; a folder without the file has the defaults.
 *
 * @throws DuizhaoError `config.not-utf8`, or `config.not-yaml`, `config.invalid` with file and line
 */
export async function readSettings(folder: string): Promise<Settings> {
  const file = join(folder, SETTINGS_FILE);
  const bytes = await readFile(file).catch((error: unknown) => {
    if (/^(?:ENOENT|ENOTDIR)$/.test(systemCode(error) ?? '')) return undefined;
    throw readFailure(error, file);
  });
  if (bytes === undefined) return {};
  const { parseSettings } = await import('./settings-schema.js'); // takes 80 ms to load
  return parseSettings(settingsText(bytes, file), file);
}

/** The commented file that `duizhao init` writes; every value shown is the default. */
export function settingsTemplate(): string {
  const shownLimits = Object.entries(cleanLimits)
    .map(([key, { value, summary }]) => `#     ${`${key}: ${value}`.padEnd(22)} # ${summary}`)
    .join('\n');
  const optional = checks.filter(({ isOptional }) => isOptional === true);
  const ordinary = checks.filter(({ isOptional }) => isOptional !== true);
  const list = (some: readonly { readonly name: string; readonly summary: string }[]): string =>
    some.map(({ name, summary }) => `#     ${name}: ${summary}`).join('\n');
  return `# Settings of this corpus. Remove a leading "# " to change a value; all values
# shown are the defaults. A key that is not listed here is an error.

# title: My corpus
# licence: note on rights, kept with every pair that is made from now on
# about:                 # for the data card of export --bundle
#   description: what the corpus is and what it is for
#   domain: news         # 领域
#   genre: report        # 文体
#   original: zh         # or en: the language the texts were written in
#   creator: who made the corpus
#   contact: mail address or page
#   version: "1.0"

# crawl:
#   contact: mail address or page where a webmaster can reach you; must be set
#            before public sites are crawled
#   userAgent: a whole header of your own instead of duizhao/VERSION (+contact)
#   delayMs: 2000        # pause between two requests to a host; Crawl-delay is kept anyway
#   maxPages: 1000000    # pages of one crawl
#   dailyPages: 20000    # requests to a host a day
#   dailyMegabytes: 2000 # and what they may bring
#   quietHours: 08:30-18:00  # rest then, Chinese time; none by default

# split:
#   profile: default     # or omegat: cut where OmegaT cuts
#   semicolon: false     # true: end sentences at ； and ; too
#   colon: false         # true: end sentences at ： and : too
#   lines: false         # true: cut at line ends only: every paragraph is one sentence
#   srx: rules.srx       # your own SRX 2.0 rules instead, a file in this folder; none by default

# clean:
#   off: []              # names of checks to switch off:
${list([...ordinary, ...acrossChecks])}
#   on: []               # names of optional checks to switch on:
${list(optional)}
#   reject: []           # names of checks that refuse a pair, where they else only note it:
${list(notingChecks)}
#   limits:              # why each is so: duizhao clean --list
${shownLimits}
#   rules:               # your own; the last one that fits a pair decides
#     - name: short-and-doubtful
#       when: score < 0.5 and zh.length < 6 and not has(name-missing)
#       action: reject   # or keep, or note
#   A rule compares with < <= > >= = !=, contains, in (…), and joins with and, or, not:
${list(ruleNames)}
#     has(check): the check of that name objects
`;
}
