import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checks, cleanDefaults } from '../clean/index.js';
import { parseConfig, readFailure, systemCode, z } from '../kit/index.js';

/** Name of the settings file in a corpus folder. */
export const SETTINGS_FILE = 'duizhao.yaml';

const limits = z.strictObject({
  minConfidence: z.number().min(0).max(1).optional(),
  minLengthRatio: z.number().min(0).optional(),
  maxLengthRatio: z.number().min(0).optional(),
  ratioFromChars: z.int().min(0).optional(),
  maxZhChars: z.int().min(1).optional(),
  maxEnChars: z.int().min(1).optional(),
  minOwnScript: z.number().min(0).max(1).optional(),
  minScore: z.number().min(0).max(1).optional(),
});

const schema = z.strictObject({
  title: z.string().optional(),
  licence: z.string().optional(),
  crawl: z
    .strictObject({
      contact: z.string().optional(),
      delayMs: z.int().min(0).optional(),
      maxPages: z.int().min(1).optional(),
    })
    .optional(),
  split: z.strictObject({ profile: z.enum(['default', 'omegat']).optional() }).optional(),
  clean: z
    .strictObject({
      off: z.array(z.enum(checks.map(({ name }) => name) as [string, ...string[]])).optional(),
      limits: limits.optional(),
    })
    .optional(),
});

/** What `duizhao.yaml` may say; every key may be left out. */
export type Settings = z.output<typeof schema>;

/**
 * The settings of a corpus folder; a folder without the file has the defaults.
 *
 * @throws DuizhaoError `config.not-yaml`, `config.invalid` with file and line
 */
export async function readSettings(folder: string): Promise<Settings> {
  const file = join(folder, SETTINGS_FILE);
  try {
    return parseConfig(await readFile(file, 'utf8'), schema, file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return {};
    throw readFailure(error, file);
  }
}

/** The commented file that `duizhao init` writes; every value shown is the default. */
export function settingsTemplate(): string {
  const shownLimits = Object.entries(cleanDefaults)
    .map(([key, value]) => `#     ${key}: ${String(value)}`)
    .join('\n');
  const shownChecks = checks.map(({ name, summary }) => `#     ${name}: ${summary}`).join('\n');
  return `# Settings of this corpus. Remove a leading "# " to change a value; all values
# shown are the defaults. A key that is not listed here is an error.

# title: My corpus
# licence: note on rights, kept with every pair that is made from now on

# crawl:
#   contact: mail address or page where a webmaster can reach you; must be set
#            before public sites are crawled
#   delayMs: 3000
#   maxPages: 1000

# split:
#   profile: default     # or omegat: cut where OmegaT cuts

# clean:
#   off: []              # names of checks to switch off:
${shownChecks}
#   limits:
${shownLimits}
`;
}
