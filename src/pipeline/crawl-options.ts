import type { CrawlOptions } from '../crawl/index.js';
import { DuizhaoError } from '../kit/index.js';
import type { Settings } from './settings.js';

/** What a person may say of a crawl beside where it starts; everything may be left out. */
export interface CrawlWishes {
  /** A recipe that ships, by its name, or the path of one. */
  readonly recipe?: string;
  readonly contact?: string;
  /** Pause between two requests to a host, in milliseconds. */
  readonly delay?: number;
  readonly maxPages?: number;
  readonly depth?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly quietHours?: string;
  /** Requests to a host a day. */
  readonly dailyPages?: number;
  readonly dailyMegabytes?: number;
  readonly officeFiles?: boolean;
  readonly reserved?: 'skip' | 'mark';
  readonly update?: boolean;
  readonly allowPrivate?: boolean;
}

/** Whether a start names a recipe file and not a site. */
export function isRecipeFile(start: string): boolean {
  return /\.ya?ml$/i.test(start) && !/^https?:/i.test(start);
}

/**
 * Options of a crawl: wishes before the recipe, the recipe before the settings, then defaults.
 *
 * Wrong ones are found here, before a folder is made, a run is recorded or a request is sent.
 *
 * @param starts - URLs, and at most one recipe file
 * @throws DuizhaoError `crawl.several-recipes`, those of the recipe, and those of `CrawlOptions`
 */
export async function crawlOptionsFor(
  starts: readonly string[],
  wishes: CrawlWishes,
  settings: Settings,
  folder: string,
): Promise<CrawlOptions> {
  const { checkOptions, readRecipe } = await import('../crawl/index.js'); // takes long to load
  const file = oneRecipe(starts, wishes.recipe);
  const recipe = file === undefined ? undefined : await readRecipe(file);
  const own = settings.crawl ?? {};
  const megabytes = wishes.dailyMegabytes ?? recipe?.dailyMegabytes ?? own.dailyMegabytes;
  const values = {
    recipe,
    licence: settings.licence,
    contact: wishes.contact ?? own.contact,
    userAgent: own.userAgent,
    delayMs: wishes.delay ?? (recipe?.delay === undefined ? own.delayMs : undefined),
    maxPages: wishes.maxPages ?? own.maxPages,
    maxDepth: wishes.depth,
    include: wishes.include,
    exclude: wishes.exclude,
    quietHours: wishes.quietHours ?? recipe?.quiet ?? own.quietHours,
    dailyPages: wishes.dailyPages ?? recipe?.daily ?? own.dailyPages,
    dailyBytes: megabytes === undefined ? undefined : megabytes * 1_000_000,
    officeFiles: wishes.officeFiles,
    reserved: wishes.reserved,
    update: wishes.update,
    allowPrivate: wishes.allowPrivate,
  };
  const seeds = starts.filter((start) => !isRecipeFile(start));
  const options = { ...defined(values), seeds, folder };
  checkOptions(options);
  return options;
}

function oneRecipe(starts: readonly string[], named: string | undefined): string | undefined {
  const [first, second] = [
    ...(named === undefined ? [] : [named]),
    ...new Set(starts.filter(isRecipeFile)),
  ];
  if (second === undefined) return first;
  throw new DuizhaoError({
    code: 'crawl.several-recipes',
    exit: 'usage',
    message: `two recipes at once: "${first ?? ''}" and "${second}"`,
    hint: 'crawl one after the other: each says what holds for its own site',
  });
}

/** The same object without the keys that have no value. */
function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
