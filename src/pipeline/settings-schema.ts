import { checks } from '../clean/index.js';
import { parseConfig, z } from '../kit/config.js';

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
 * Settings from YAML text.
 *
 * @throws DuizhaoError `config.not-yaml`, `config.invalid` with file and line
 */
export function parseSettings(text: string, file: string): Settings {
  return parseConfig(text, schema, file);
}
