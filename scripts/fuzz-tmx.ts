/**
 * Damages TMX files at random and asks of each what must hold: what cannot be read is refused with a
 * reason and not with a crash, `check` finds an error in it, and a mended copy can be read and has no
 * error left that mending could take away.
 *
 *   npm run build && node dist/scripts/fuzz-tmx.js [ROUNDS] [SEED] [FOLDER of .tmx …]
 *
 * Without folders a file of our own is damaged. Exits 1 if anything does not hold.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile, fixFile, openFile, readTmxUnits, savePairs } from '../src/exchange/index.js';
import type { CheckTarget, Problem } from '../src/exchange/index.js';
import { DuizhaoError, seededRng } from '../src/kit/index.js';

/** Files beyond this are damaged too little by a change or two. */
const MAX_BYTES = 40_000;

const TARGETS: readonly CheckTarget[] = ['generic', 'omegat', 'trados', 'memoq', 'heartsome'];

const SNIPPETS = [
  ...['<', '>', '&', '"', "'", '\0', '\u000B', '\uFEFF', '&#xD800;', '&nbsp;', ']]>', '<![CDATA['],
  ...[
    '<!--',
    '-->',
    '<?x',
    '<tu>',
    '</tu>',
    '<tu',
    '<seg>',
    '</seg>',
    '<tuv xml:lang="zh">',
    '<b>',
  ],
  ...['<body>', '</body>', '<header/>', '<tmx>', '</tmx>'],
].map((text) => Buffer.from(text));

const [rounds = '30', seed = '1', ...folders] = process.argv.slice(2);
const random = seededRng(Number(seed));
const folder = mkdtempSync(join(tmpdir(), 'duizhao-fuzz-'));
const [damaged, mended] = [join(folder, 'damaged.tmx'), join(folder, 'mended.tmx')];
const counts = { read: 0, refused: 0, mended: 0, failures: 0 };

try {
  for (const original of await originals()) {
    const bytes = readFileSync(original);
    for (let round = 0; round < Number(rounds); round += 1) {
      writeFileSync(damaged, damage(bytes));
      for (const failure of await failuresOf(pick(TARGETS))) {
        counts.failures += 1;
        console.log(`${original}, round ${round}: ${failure}`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(JSON.stringify(counts));
process.exitCode = counts.failures === 0 ? 0 : 1;

async function originals(): Promise<readonly string[]> {
  const own = join(folder, 'own.tmx');
  await savePairs(
    own,
    Array.from({ length: 20 }, (_, index) => ({
      zh: `第${index}句。`,
      en: `Sentence ${index} & more.`,
    })),
  );
  const given = folders.flatMap((name) => readdirSync(name).map((file) => join(name, file)));
  const files = given.filter(
    (file) => file.endsWith('.tmx') && readFileSync(file).length < MAX_BYTES,
  );
  return [own, ...files];
}

/** One to three changes: something put in, cut out, changed, cut off, doubled. */
function damage(bytes: Buffer): Buffer {
  let out = bytes;
  for (let left = 1 + below(3); left > 0; left -= 1) {
    const at = below(out.length + 1);
    const [before, after] = [out.subarray(0, at), out.subarray(at)];
    const change = below(5);
    if (change === 0) out = Buffer.concat([before, pick(SNIPPETS), after]);
    if (change === 1) out = Buffer.concat([before, after.subarray(1 + below(60))]);
    if (change === 2) out = Buffer.concat([before, Buffer.of(below(256)), after.subarray(1)]);
    if (change === 3 && below(4) === 0) out = before;
    if (change === 4) out = Buffer.concat([before, after.subarray(0, below(400)), after]);
  }
  return out;
}

async function failuresOf(target: CheckTarget): Promise<readonly string[]> {
  const failures: string[] = [];
  const refusal = await refusalOf(() => unitsOf(damaged));
  counts[refusal === undefined ? 'read' : 'refused'] += 1;
  if (refusal?.isCrash === true) failures.push(`reading crashes: ${refusal.reason}`);
  const found = await problemsOf(damaged, target);
  if (refusal !== undefined && !found.some(isError)) failures.push(`no error: ${refusal.reason}`);
  const unmended = await refusalOf(() => fixFile(damaged, mended, { target }));
  if (unmended?.isCrash === true) failures.push(`mending crashes: ${unmended.reason}`);
  if (unmended !== undefined) return failures;
  counts.mended += 1;
  const again = await refusalOf(() => unitsOf(mended));
  if (again !== undefined) failures.push(`the copy cannot be read: ${again.reason}`);
  const left = (await problemsOf(mended, target)).filter(
    (one) => isError(one) && one.fix !== undefined,
  );
  if (left.length > 0) failures.push(`left in the copy: ${left[0]?.rule ?? ''}`);
  return failures;
}

async function unitsOf(file: string): Promise<void> {
  const units = readTmxUnits(openFile(file), { file })[Symbol.asyncIterator]();
  while ((await units.next()).done !== true);
}

/** What was refused with a reason, or crashed; nothing when it went well. */
async function refusalOf(work: () => Promise<void>) {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { isCrash: !(error instanceof DuizhaoError), reason: String(error) };
  }
}

async function problemsOf(file: string, target: CheckTarget): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  await checkFile(file, { target, onProblem: (problem) => problems.push(problem) });
  return problems;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function below(limit: number): number {
  return Math.floor(random() * limit);
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
