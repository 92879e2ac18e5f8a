import type { PairRecord } from '../../src/exchange/index.js';
import { seededRng } from '../../src/kit/index.js';

const HAN =
  '发改委今天宣布了新的经济政策市场反应积极专家表示看好未来城市合作交流国际友好代表团访问';
const WORDS =
  'the city commission announced new policy today and market reacted with delegation visit'.split(
    ' ',
  );

/** Pairs with every column, the same for the same count; sentences are made once and reused. */
export function* madeUp(count: number): Iterable<PairRecord> {
  const random = seededRng(7);
  const sentences = Array.from({ length: 2_000 }, () => {
    const length = 15 + Math.floor(random() * 40);
    const zh = Array.from({ length }, () => pick(HAN)).join('');
    const en = Array.from({ length: Math.ceil(length / 1.8) }, () => pick(WORDS)).join(' ');
    return { zh, en };
  });
  for (let index = 0; index < count; index += 1) {
    const document = Math.floor(index / 20);
    const { zh, en } = sentences[index % sentences.length] ?? { zh: '', en: '' };
    yield {
      zh: `${zh}，“${index}”。`,
      en: `${en}, "${index}" & more.`,
      score: (index % 10_000) / 10_000,
      shape: '1-1',
      doc: document.toString(16).padStart(64, '0'),
      position: (index % 20) + 1,
      url_or_path: `https://www.example.org/news/2024/t${document}.html`,
      title_zh: `关于第${document}次会议的通知`,
      title_en: `Notice of Meeting ${document}`,
      date: '2024-03-18',
      site: '示例网',
      state: 'new',
      confidence: 0.98,
      layout: 'interleaved',
      fetched_at: '2024-03-18T02:00:00Z',
      sha256: document.toString(16).padStart(64, 'f'),
      blocks_zh: '1',
      blocks_en: '2',
      id: index.toString(16).padStart(32, '0'),
    };
  }

  function pick(from: string | readonly string[]): string {
    return from[Math.floor(random() * from.length)] ?? '';
  }
}
