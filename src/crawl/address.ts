import { BlockList, isIP } from 'node:net';
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { DuizhaoError, systemCode } from '../kit/index.js';

/** One answer of name resolution. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Turns a host name into addresses; handed in by tests, the system's otherwise. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** Ranges that are not the public internet: IANA special-purpose registries (RFC 6890). */
const SPECIAL: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const blocked = new BlockList();
for (const [net, bits, family] of SPECIAL) blocked.addSubnet(net, bits, family);

/** IPv6 ranges that carry an IPv4 address, and where in the 16-bit groups it stands. */
const CARRIERS: readonly (readonly [string, number, number])[] = [
  ['::ffff:0:0', 96, 6],
  ['64:ff9b::', 96, 6],
  ['2002::', 16, 1],
];

/** Whether an IP address is private, loopback, link-local, cloud metadata or otherwise not public. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return blocked.check(address, 'ipv4');
  if (family !== 6) return true;
  const inner = carriedIpv4(address);
  if (inner !== undefined) return blocked.check(inner, 'ipv4');
  return blocked.check(address, 'ipv6');
}

function carriedIpv4(address: string): string | undefined {
  for (const [net, bits, at] of CARRIERS) {
    const range = new BlockList();
    range.addSubnet(net, bits, 'ipv6');
    if (!range.check(address, 'ipv6')) continue;
    const groups = ipv6Groups(address);
    const high = groups[at] ?? 0;
    const low = groups[at + 1] ?? 0;
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return undefined;
}

/** The eight 16-bit groups of a valid IPv6 address, as the URL parser writes it. */
function ipv6Groups(address: string): number[] {
  const [bare = ''] = address.split('%');
  const written = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const [left = '', right] = written.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...(right === undefined ? [] : zeros), ...tail].map((group) =>
    Number.parseInt(group, 16),
  );
}

/** Asks the system's resolver; `localhost` and its subdomains are loopback (RFC 6761). */
export const resolveBySystem: Resolve = async (host) => {
  if (host === 'localhost' || host.endsWith('.localhost')) {
    return [{ address: '127.0.0.1', family: 4 }];
  }
  return systemLookup(host, { all: true });
};

/**
 * Addresses of a host that may be spoken to.
 *
 * @throws DuizhaoError `crawl.private-address` when any address is not public: a name that
 *   answers with both kinds is an attack or a mistake, and neither is worth a request
 * @throws DuizhaoError `crawl.no-such-host`
 */
export async function publicAddresses(
  host: string,
  resolve: Resolve,
  allowPrivate: boolean,
): Promise<readonly Address[]> {
  const literal = host.startsWith('[') ? host.slice(1, -1) : host;
  const family = isIP(literal);
  const found = family === 0 ? await resolved(host, resolve) : [{ address: literal, family }];
  const refused = allowPrivate ? undefined : found.find((a) => isPrivateAddress(a.address));
  if (refused === undefined) return found;
  throw new DuizhaoError({
    code: 'crawl.private-address',
    exit: 'badInput',
    message: `"${host}" is at ${refused.address}, which is not a public address`,
    hint: 'for a server of your own on this machine or network, add --allow-private',
  });
}

async function resolved(host: string, resolve: Resolve): Promise<readonly Address[]> {
  try {
    const found = await resolve(host);
    if (found.length > 0) return found;
  } catch (error) {
    if (error instanceof DuizhaoError || systemCode(error) === undefined) throw error;
  }
  throw new DuizhaoError({
    code: 'crawl.no-such-host',
    exit: 'unreachable',
    message: `no address for the host "${host}"`,
    hint: 'check the spelling and the network',
  });
}

/**
 * A `lookup` for sockets that checks every address at the moment of connecting.
 *
 * Checking here and not before leaves no gap in which a name could change its answer.
 */
export function guardedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    publicAddresses(host, resolve, allowPrivate).then(
      (found) => {
        const [first] = found;
        if (options.all === true) callback(null, [...found]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };
}
