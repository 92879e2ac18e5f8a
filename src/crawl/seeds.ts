import type { CanonicalUrl } from './canonical.js';
import { explainReason } from './reasons.js';
import { enqueue, type Session } from './session.js';
import type { UrlRecord } from './url-record.js';

/** Reasons against a link that are none against a seed. */
const PATTERNS: ReadonlySet<string> = new Set(['not-included', 'too-deep', 'media-file']);

/** A link that was refused by a pattern is not, once it is named as a seed. */
export function queueSeed(session: Session, canonical: CanonicalUrl): void {
  const { frontier, tally, woken } = session;
  const isNew = enqueue(session, {
    canonical,
    asked: canonical.url,
    kind: 'seed',
    depth: 0,
    via: 0,
  });
  const known = isNew ? undefined : frontier.byKey(canonical.key);
  if (known?.state !== 'refused' || known.kind === 'seed' || !PATTERNS.has(known.reason)) return;
  frontier.settle(known.id, { state: 'queued', reason: '', kind: 'seed', depth: 0, rank: 0 });
  tally.add(known.host, 'queued');
  woken.add(known.host);
}

/**
 * What is wrong when no seed could be had; `undefined` as long as one may still, or was.
 *
 * To be asked only where nothing was fetched at all.
 */
export function faultOfSeeds({
  settings,
  frontier,
}: Session): { readonly what: string; readonly hint: string } | undefined {
  const ends = settings.seeds.map(({ key }) =>
    endOf(frontier.byKey(key), (k) => frontier.byKey(k)),
  );
  const [first] = ends;
  const isLost = ends.every((end) => end?.state === 'failed' || end?.state === 'refused');
  if (first === undefined || !isLost) return undefined;
  const note = first.note === '' ? '' : ` (${first.note})`;
  return {
    what: `nothing to fetch: "${first.url}": ${explainReason(first.reason)}${note}`,
    hint: `the whole story: duizhao crawl --why ${first.url}`,
  };
}

/** Where the redirects of a seed end. */
function endOf(
  start: UrlRecord | undefined,
  byKey: (key: string) => UrlRecord | undefined,
): UrlRecord | undefined {
  let at = start;
  for (let hop = 0; hop < 20 && at?.state === 'redirect'; hop++) at = byKey(at.note);
  return at;
}
