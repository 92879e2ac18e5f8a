import { acrossChecks, checks, faultOfRule, LOW_SCORE, notingChecks } from '../clean/index.js';
import { parseConfig, z } from '../kit/config.js';
import { MAX_COUNTED } from '../store/index.js';

const share = z.number().min(0).max(1).optional();
const count = z.int().min(0).optional();
/** The store counts no further. */
const fewCounted = z.int().min(0).max(MAX_COUNTED).optional();
const ratio = z.number().min(0).optional();

const limits = z.strictObject({
  minScore: share,
  minConfidence: share,
  minLengthRatio: ratio,
  maxLengthRatio: ratio,
  ratioFromChars: count,
  minLetters: count,
  maxZhChars: count,
  maxEnChars: count,
  minOwnScript: share,
  maxUnknownWords: share,
  maxLatinInZh: share,
  maxNumberErrors: count,
  maxLoops: count,
  maxRareHan: share,
  maxOtherScript: share,
  maxDocuments: fewCounted,
  maxTranslations: fewCounted,
  minLikeness: share,
});

/** Reasons that pairs are refused for already. */
const taken = new Set([...[...checks, ...acrossChecks].map(({ name }) => name), LOW_SCORE]);

const rule = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'small letters, figures and hyphens only')
    .refine((name) => !taken.has(name), 'a check has this name: choose another'),
  when: z.string().superRefine((when, context) => {
    const fault = faultOfRule(when);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  }),
  action: z.enum(['reject', 'keep', 'note']),
});

const switchable = [...checks.filter(({ isOptional }) => isOptional !== true), ...acrossChecks];
const optional = checks.filter(({ isOptional }) => isOptional === true);

const split = z
  .strictObject({
    profile: z.enum(['default', 'omegat']).optional(),
    semicolon: z.boolean().optional(),
    colon: z.boolean().optional(),
    lines: z.boolean().optional(),
    srx: z.string().min(1).optional(),
  })
  .superRefine(({ srx, lines = false, ...rules }, context) => {
    const other = Object.entries(rules).find(([, value]) => value === true || value === 'omegat');
    const stronger = srx !== undefined ? 'srx' : lines ? 'lines' : undefined;
    const idle = srx !== undefined && lines ? 'lines' : other?.[0];
    if (stronger === undefined || idle === undefined) return;
    const message = `has no effect beside "${stronger}": remove one of the two`;
    context.addIssue({ code: 'custom', message, path: [idle] });
  });

const schema = z.strictObject({
  title: z.string().optional(),
  licence: z.string().optional(),
  about: z
    .strictObject({
      description: z.string().min(1).optional(),
      domain: z.string().min(1).optional(),
      genre: z.string().min(1).optional(),
      original: z.enum(['zh', 'en']).optional(),
      creator: z.string().min(1).optional(),
      contact: z.string().min(1).optional(),
      version: z.string().min(1).optional(),
    })
    .optional(),
  crawl: z
    .strictObject({
      contact: z.string().optional(),
      userAgent: z.string().optional(),
      delayMs: z.int().min(0).optional(),
      maxPages: z.int().min(1).optional(),
      dailyPages: z.int().min(1).optional(),
      dailyMegabytes: z.number().positive().optional(),
      quietHours: z.string().optional(),
    })
    .optional(),
  split: split.optional(),
  clean: z
    .strictObject({
      off: z.array(z.enum(switchable.map(({ name }) => name))).optional(),
      reject: z.array(z.enum(notingChecks.map(({ name }) => name))).optional(),
      on: z.array(z.enum(optional.map(({ name }) => name))).optional(),
      limits: limits.optional(),
      rules: z.array(rule).optional(),
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
