import { CRAWL_DEFAULTS } from './defaults.js';
import type { Frontier } from './frontier.js';
import { nearDistance, nearHash } from './near-hash.js';
import { shapeOf } from './paging.js';
import { numberOf, rowOf } from './row.js';

/** Bits in which two pages of a calendar may differ, once their digits are gone. */
const ALIKE_BITS = 6;

/**
 * Recognises URLs that breed: calendars, facets, counters.
 *
 * A page is barren when it leads only to more URLs of its own shape and looks, without its
 * digits, like the one before. A long run of barren pages condemns the shape. Lists are safe,
 * since they lead to articles; articles are safe, since they differ.
 */
export class Traps {
  private readonly refused: Set<string>;

  constructor(private readonly frontier: Frontier) {
    const rows = frontier.sql('select shape from shape where refused = 1').all();
    this.refused = new Set(rows.map((row) => String(rowOf(row)?.['shape'])));
  }

  /** `trap` when the shape of this URL is condemned. */
  refuses(url: string): string | undefined {
    if (this.refused.size === 0) return undefined;
    return this.refused.has(shapeOf(url)) ? 'trap' : undefined;
  }

  /**
   * Takes note of a fetched page.
   *
   * @param text - its visible text
   * @param brought - URLs it added to the queue
   */
  observe(url: string, text: string, brought: readonly string[]): void {
    const shape = shapeOf(url);
    if (!/[0=]/.test(shape.slice(new URL(url).host.length))) return;
    if (brought.length === 0) return;
    const breeds = brought.every((other) => shapeOf(other) === shape);
    const row = rowOf(this.frontier.sql('select * from shape where shape = ?').get(shape));
    if (!breeds && row === undefined) return;
    const hash = (breeds ? nearHash(text.replace(/\d+/g, '')) : undefined) ?? { high: 0, low: 0 };
    const before = { high: numberOf(row, 'high'), low: numberOf(row, 'low') };
    const isBarren = breeds && row !== undefined && nearDistance(hash, before) <= ALIKE_BITS;
    const barren = isBarren ? numberOf(row, 'barren') + 1 : 0;
    const isTrap = barren >= CRAWL_DEFAULTS.maxBarrenRun;
    if (isTrap) this.refused.add(shape);
    this.frontier
      .sql(
        'insert or replace into shape (shape, barren, high, low, refused) values (?, ?, ?, ?, ?)',
      )
      .run(shape, barren, hash.high, hash.low, isTrap ? 1 : 0);
  }
}
