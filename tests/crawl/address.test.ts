import { describe, expect, test } from '@jest/globals';
import { isPrivateAddress, publicAddresses } from '../../src/crawl/address.js';

describe('addresses that are never spoken to', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not an address',
  ])('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each([
    '8.8.8.8',
    '172.32.0.1',
    '223.5.5.5',
    '2400:3200::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

test('a name with one private address among its answers is refused', async () => {
  const resolve = () =>
    Promise.resolve([
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]);
  await expect(publicAddresses('rebind.example', resolve, false)).rejects.toMatchObject({
    failure: { code: 'crawl.private-address' },
  });
  await expect(publicAddresses('rebind.example', resolve, true)).resolves.toHaveLength(2);
});

test.each(['http://2130706433/', 'http://0x7f.1/', 'http://[::ffff:7f00:1]/', 'http://127.1/'])(
  'loopback in disguise: %s',
  async (url) => {
    const { hostname } = new URL(url);
    const resolve = () => Promise.resolve([]);
    await expect(publicAddresses(hostname, resolve, false)).rejects.toMatchObject({
      failure: { code: 'crawl.private-address' },
    });
  },
);

test('a name without addresses is unreachable, not a bug', async () => {
  await expect(
    publicAddresses('none.example', () => Promise.resolve([]), false),
  ).rejects.toMatchObject({
    failure: { code: 'crawl.no-such-host', exit: 'unreachable' },
  });
});
