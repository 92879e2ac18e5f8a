/** A reservation of rights against text and data mining, and who said so. */
export interface TdmReservation {
  readonly reserved: boolean;
  readonly policy?: string;
  readonly saidBy: 'tdmrep.json' | 'header' | 'meta';
}

/** One entry of `/.well-known/tdmrep.json`. */
export interface TdmEntry {
  readonly location: string;
  readonly reserved: boolean;
  readonly policy?: string;
}

/** Reads `/.well-known/tdmrep.json`; anything malformed says nothing. */
export function parseTdmRep(text: string): TdmEntry[] {
  const value = tryJson(text);
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    if (!('location' in entry) || typeof entry.location !== 'string') return [];
    const reserved = 'tdm-reservation' in entry && isReserved(entry['tdm-reservation']);
    const policy = 'tdm-policy' in entry ? entry['tdm-policy'] : undefined;
    return [
      { location: entry.location, reserved, ...(typeof policy === 'string' ? { policy } : {}) },
    ];
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isReserved(value: unknown): boolean {
  return value === 1 || value === '1';
}

/**
 * What a site's tdmrep.json says of one URL: the first entry whose location matches.
 *
 * Source: W3C Community Group report "TDM Reservation Protocol (TDMRep)", §5. Locations are
 * robots-like patterns over the path: `*` is any run of characters, a final `$` is the end.
 */
export function reservationByFile(
  entries: readonly TdmEntry[],
  url: string,
): TdmReservation | undefined {
  const { pathname, search } = new URL(url);
  const found = entries.find(({ location }) => matchesLocation(location, pathname + search));
  return found === undefined ? undefined : withPolicy(found.reserved, found.policy, 'tdmrep.json');
}

function matchesLocation(location: string, path: string): boolean {
  const isAnchored = location.endsWith('$');
  const parts = (isAnchored ? location.slice(0, -1) : location).split('*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return (
    !isAnchored || at === path.length || (parts.length > 1 && path.endsWith(parts.at(-1) ?? ''))
  );
}

/** `tdm-reservation` and `tdm-policy` headers of one answer. */
export function reservationByHeader(
  headers: Readonly<Record<string, string>>,
): TdmReservation | undefined {
  const value = headers['tdm-reservation'];
  return value === undefined
    ? undefined
    : withPolicy(isReserved(value.trim()), headers['tdm-policy'], 'header');
}

/** The same names in `<meta>`. */
export function reservationByMeta(metas: ReadonlyMap<string, string>): TdmReservation | undefined {
  const value = metas.get('tdm-reservation');
  return value === undefined
    ? undefined
    : withPolicy(isReserved(value.trim()), metas.get('tdm-policy'), 'meta');
}

function withPolicy(
  reserved: boolean,
  policy: string | undefined,
  saidBy: TdmReservation['saidBy'],
): TdmReservation {
  return { reserved, saidBy, ...(policy === undefined ? {} : { policy }) };
}
