import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { decodeBytes } from '../../src/text/index.js';
import type { GoldPage } from './main-text.js';

/** Where the text of a page stands, found by reading its source. */
interface Place {
  /** Elements that hold the text. */
  readonly body: string;
  /** Elements in them that do not belong to it. */
  readonly without?: string;
  /** How lines begin that do not belong to it: notes on source, first title, editor. */
  readonly not?: readonly string[];
}

/**
 * The main text of the pages in `extract-gne`, marked by hand as places in the page.
 *
 * The text is what the author wrote below the title: paragraphs and headings. Notes of the
 * site (first title, source, editor, disclaimer, calls to follow or reply) are not, nor are
 * captions that say so or name the photographer.
 */
const PLACES: Readonly<Record<string, Place>> = {
  '163__1': { body: '#endText', without: '.otitle, .ep-source' },
  '163__2': { body: '#endText', without: '.otitle, .ep-source', not: ['姚明场边'] },
  '163__3': { body: '#endText', without: '.otitle, .ep-source', not: ['图片来源'] },
  cjn__1: { body: '.TRS_Editor', not: ['雨游黄鹤楼', '10月4日，旅游专列', '（资料来源', '【编辑'] },
  cmse__1: { body: '#dochtmlcon #content', not: ['2012年'] },
  guancha__2: { body: '.left-main > .all-txt' },
  gzggw__1: { body: '#zoom' },
  hexun__1: { body: '.art_contextBox > p' },
  huanqiu__1: { body: '.a-con', not: ['执笔', '图片均'] },
  ifeng__1: { body: '.text-3zQ3cZD4', not: ['澎湃新闻记者 ', '小花母亲说，女儿的左眼被塞'] },
  ifeng__2: { body: '.text-3zQ3cZD4' },
  njxfhn__1: {
    body: '.post-body > p',
    without: '[style*="display:none"]',
    not: ['采写：', '作者：', '责任编辑'],
  },
  people__1: { body: '#rwb_zw > p', not: ['点击进入'] },
  shanxi__1: { body: '.detail-article-title h3, .TRS_Editor', not: ['图为'] },
  sina__1: {
    body: '#article',
    without: '.video-2017, .show_author',
    not: ['原标题', '加拿大大叔Gweilo （', 'Gweilo镜头下'],
  },
  sina__2: { body: '#artibody', without: '.article-editor' },
  stcn__1: { body: '#ctrlfscont' },
  thepaper__1: { body: '.news_txt', not: ['（原题为'] },
  thepaper__2: {
    body: '.news_txt',
    not: [
      '本文原标题',
      '1、回复',
      '2、',
      '3、',
      '4、',
      '5、',
      '6、',
      '点击菜单',
      '编辑',
      '看都看完',
    ],
  },
  zsnews__1: { body: 'td[style*="line-height:166%"] > p' },
};

const LINE_END = 'p, div, br, h2, h3, h4, li, blockquote, tr, td';

/** The pages of `extract-gne` with their main text, in order of name. */
export function newsPages(folder: string): readonly GoldPage[] {
  return Object.entries(PLACES).flatMap(([name, place]) => {
    const file = join(folder, `tests__${name}.html`);
    if (!existsSync(file)) return [];
    const bytes = readFileSync(file);
    const html = decodeBytes(bytes, { html: true }).text;
    const text = textAt(html, place);
    if (text === '') throw new Error(`no text at "${place.body}" of ${name}`);
    return [{ name, location: name, bytes, titles: [titleOf(html)], text }];
  });
}

function titleOf(html: string): string {
  return load(html)('h1').first().text().trim();
}

function textAt(html: string, { body, without, not = [] }: Place): string {
  const page = load(html);
  page('script, style, noscript').remove();
  if (without !== undefined) page(body).find(without).addBack(without).remove();
  page(LINE_END).before('\n').after('\n');
  return page(body)
    .toArray()
    .flatMap((element) => page(element).text().split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !not.some((start) => line.startsWith(start)))
    .join('\n');
}
