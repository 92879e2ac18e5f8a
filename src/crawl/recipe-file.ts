import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot, readFailure, settingsText } from '../kit/index.js';
import { parseRecipe, type SiteRecipe } from './recipe.js';

/** Recipes that come with the program, by the names of their files. */
const SHIPPED = join(packageRoot, 'corpus', 'recipes');

/**
 * Reads a recipe: one that ships with the program by its name, any other by its path.
 *
 * @throws DuizhaoError `file.missing`, `config.not-utf8`, `config.not-yaml`, `config.invalid`
 */
export async function readRecipe(nameOrPath: string): Promise<SiteRecipe> {
  const shipped = join(SHIPPED, `${nameOrPath}.yaml`);
  const isName = /^[a-z][a-z0-9-]*$/.test(nameOrPath) && existsSync(shipped);
  const file = isName ? shipped : nameOrPath;
  try {
    return parseRecipe(settingsText(await readFile(file), file), nameOrPath);
  } catch (error) {
    throw readFailure(error, file);
  }
}
