/**
 * Peak memory and time of pages made to be as costly as the limits allow, each in a process of its own.
 *
 *     node dist/scripts/bench-hostile.js
 *
 * Fails when one takes more than 300 MB or ten seconds, or ends in anything but a document or the
 * refusal of a page too large.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EXTRACT_DEFAULTS } from '../src/extract/defaults.js';
import { extractPage } from '../src/extract/index.js';
import { DuizhaoError } from '../src/kit/index.js';

const { maxChars, maxTags, maxDepth } = EXTRACT_DEFAULTS;
const MAX_MB = 300;
const MAX_SECONDS = 10;

const repeated = (part: string, tags: number): string =>
  part.repeat(Math.min(Math.floor((maxTags - 2) / tags), Math.floor(maxChars / part.length)));

/** Pages by name; those called `over` are beyond a limit. */
const PAGES: Readonly<Record<string, () => string>> = {
  'inline tags': () => repeated('<b>中</b>', 1),
  'empty tags': () => repeated('<i></i>', 1),
  paragraphs: () => repeated('<p>今天天气很好，我们去公园散步，看见了很多花。</p>', 1),
  'paragraphs in turn': () => repeated('<p>这是一段中文。</p><p>This is a paragraph.</p>', 2),
  'headings in two languages': () => repeated('<h2>中文标题 English Title</h2>', 1),
  'lines in a div': () => repeated('中文。<br>', 1),
  'table rows': () => `<table>${repeated('<tr><td>青苹果</td><td>green apple</td></tr>', 3)}`,
  'rows of elements': () =>
    repeated('<div><div class="col">青苹果</div><div class="col">green apple</div></div>', 3),
  'links in a list': () => `<ul>${repeated('<li><a href=x>条目名称</a></li>', 2)}`,
  'one paragraph': () => `<p>${'中文段落，很长的文字。'.repeat(270_000)}`,
  'a hidden half': () =>
    `<a>中文</a> <a>English</a><p>${'这是一段中文。'.repeat(5_000)}</p><div lang=en hidden>${repeated(
      '<p>This is a paragraph.</p>',
      1,
    ).slice(0, -200)}</div>`,
  attributes: () =>
    Array.from({ length: maxTags - 1 }, (_, i) => `<p a${i}=1 b${i}=2 c${i}=3>文`).join(''),
  'nesting at the limit': () =>
    ('<div>'.repeat(maxDepth - 1) + '中文' + '</div>'.repeat(maxDepth - 1)).repeat(15),
  '100,000 nested tags': () => '<div>'.repeat(100_000) + '中文',
  'over: nothing but inline tags': () => '<b>中</b>'.repeat(Math.floor(maxChars / 8)),
  'over: 20 MB': () => '<p>中文段落。</p>'.repeat(1_000_000),
};

const [name] = process.argv.slice(2);
if (name !== undefined) measure(name);
else {
  const bad = Object.keys(PAGES).filter((one) => !isFine(one));
  console.log(bad.length === 0 ? 'every page within limits' : `too much: ${bad.join(', ')}`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}

function isFine(one: string): boolean {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), one], {
    encoding: 'utf8',
  });
  console.log(`${one}: ${stdout.trim()}`);
  const [mb = NaN, seconds = NaN] = [...stdout.matchAll(/\d+(?:\.\d+)?/gu)].map(([n]) => Number(n));
  return status === 0 && mb <= MAX_MB && seconds <= MAX_SECONDS;
}

function measure(one: string): void {
  const bytes = new TextEncoder().encode(PAGES[one]?.() ?? '');
  const result = resultOf(one, bytes);
  const { user, system } = process.cpuUsage();
  const mb = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`${mb} MB, ${((user + system) / 1e6).toFixed(1)} s of CPU, ${result}`);
}

function resultOf(location: string, bytes: Uint8Array): string {
  try {
    const { blocks, setAside } = extractPage({
      origin: { kind: 'path', location, sha256: '' },
      bytes,
    });
    return `${blocks.length} blocks, ${setAside.length} set aside`;
  } catch (error) {
    if (isRefusal(error)) return `refused: ${error.failure.code}`;
    throw error;
  }
}

/** Any other failure is of the machine or of our making. */
function isRefusal(error: unknown): error is DuizhaoError {
  return error instanceof DuizhaoError && error.failure.code === 'extract.page-too-large';
}
