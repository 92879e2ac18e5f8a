/**
 * Writes a folder of N bilingual pages made from the sample articles, each different, to see
 * how time and memory grow.
 *
 *     node scripts/make-copies.mjs FOLDER N [SEED]
 *
 * Page k takes its beads from article k modulo their number and a few from others, in a seeded order of
 * drawing; people get other names, and a number that both languages write alike becomes
 * another number, on both sides. Same N and seed, same bytes.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GOLD = fileURLToPath(new URL('../corpus/gold', import.meta.url));
const PAGES_PER_FOLDER = 500;

/** People of the sample site, in the spellings of both languages. */
const PEOPLE = [
  ['沈若川', 'Shen Ruochuan'],
  ['梁佩宜', 'Liang Peiyi'],
  ['贺青岚', 'He Qinglan'],
  ['麦根生', 'Mai Gensheng'],
  ['陶一诺', 'Tao Yinuo'],
  ['符阿娣', 'Fu Adi'],
  ['邓小舟', 'Deng Xiaozhou'],
  ['孟庆章', 'Meng Qingzhang'],
];
const SURNAMES = [
  '周 Zhou',
  '吴 Wu',
  '郑 Zheng',
  '冯 Feng',
  '蒋 Jiang',
  '韩 Han',
  '杨 Yang',
  '何 He',
];
const GIVEN = [
  '明轩 Mingxuan',
  '雨桐 Yutong',
  '志远 Zhiyuan',
  '思齐 Siqi',
  '文博 Wenbo',
  '佳宁 Jianing',
];

/** Seeded numbers in [0, 1): mulberry32. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick(items, random) {
  return items[Math.floor(random() * items.length)];
}

/** Bilingual articles as lists of beads with text. */
function readArticles() {
  return readdirSync(GOLD)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(GOLD, name), 'utf8')))
    .filter((gold) => gold.layout !== 'one-language')
    .map((gold) => ({ title: gold.title, beads: gold.beads.map((bead) => beadText(gold, bead)) }));
}

function beadText({ sentences }, bead) {
  return {
    zh: bead.zh.map((id) => sentences.zh[id - 1]).join(''),
    en: bead.en.map((id) => sentences.en[id - 1]).join(' '),
  };
}

/** One page's beads: most of its own article, a few of others, every number and name redrawn. */
function drawBeads(articles, index, random) {
  const own = articles[index % articles.length].beads.filter(() => random() < 0.8);
  const guests = Array.from({ length: 4 }, () => pick(pick(articles, random).beads, random));
  const names = PEOPLE.map(() => [pick(SURNAMES, random), pick(GIVEN, random)]);
  return [...own, ...guests].map((bead) => redrawNumbers(rename(bead, names), random));
}

function rename({ zh, en }, names) {
  return PEOPLE.reduce(
    (bead, [oldZh, oldEn], at) => {
      const [surname, given] = names[at].map((name) => name.split(' '));
      return {
        zh: bead.zh.replaceAll(oldZh, surname[0] + given[0]),
        en: bead.en.replaceAll(oldEn, `${surname[1]} ${given[1]}`),
      };
    },
    { zh, en },
  );
}

/** Whole numbers of two or three digits that stand in both texts; dates and times are left. */
function redrawNumbers({ zh, en }, random) {
  const written = /(?<![\d.,:])\d{2,3}(?![\d.,:%万亿月日时年])/g;
  let bead = { zh, en };
  for (const number of new Set(zh.match(written))) {
    const alone = new RegExp(`(?<![\\d.,:])${number}(?![\\d.,:])`, 'g');
    if (!alone.test(en)) continue;
    const other = String(
      Math.floor(random() * 9 * 10 ** (number.length - 1)) + 10 ** (number.length - 1),
    );
    bead = { zh: bead.zh.replace(alone, other), en: bead.en.replace(alone, other) };
  }
  return bead;
}

function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Beads in groups of three or fewer; a heading stands alone. */
function grouped(beads) {
  const groups = [];
  let open = false;
  for (const bead of beads) {
    const isHeading = !/[。！？”：.!?]$/.test(bead.zh || bead.en);
    if (open && !isHeading && groups.at(-1).length < 3) groups.at(-1).push(bead);
    else groups.push([bead]);
    open = !isHeading;
  }
  return groups;
}

function pageHtml({ title }, beads, index) {
  const paragraphs = grouped(beads).flatMap((group) => [
    group.map((bead) => bead.zh).join(''),
    group.map((bead) => bead.en).join(' '),
  ]);
  const body = paragraphs
    .filter((text) => text.trim() !== '')
    .map((text) => `<p>　　${escapeHtml(text.trim())}</p>`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escapeHtml(title.zh)}（${index + 1}）</title></head>
<body>
<div class="position">当前位置：<a href="/">首页</a> &gt; 要闻</div>
<h1>${escapeHtml(title.zh)}（${index + 1}）</h1>
<div class="TRS_Editor">
${body.join('\n')}
</div>
<div class="footer">澜公网安备 99010402000128号 备案号：澜ICP备20990016号-2</div>
</body>
</html>
`;
}

const [folder, count = '', seed = '1'] = process.argv.slice(2);
if (folder === undefined || !/^\d+$/.test(count) || !/^\d+$/.test(seed)) {
  console.error('usage: node scripts/make-copies.mjs FOLDER N [SEED]');
  process.exitCode = 64;
} else {
  const articles = readArticles();
  const random = seeded(Number(seed));
  for (let index = 0; index < Number(count); index++) {
    const group = join(folder, String(Math.floor(index / PAGES_PER_FOLDER)).padStart(3, '0'));
    mkdirSync(group, { recursive: true });
    const html = pageHtml(
      articles[index % articles.length],
      drawBeads(articles, index, random),
      index,
    );
    writeFileSync(join(group, `${String(index).padStart(6, '0')}.html`), html);
  }
  console.error(`${count} pages written to ${folder}`);
}
