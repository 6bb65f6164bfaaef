import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Settings } from '@demarche/base';

const PRIVATE = ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7'];

/** Whether an address that a request came through is one of our proxies; `hop` counts from our own side, 0 first. */
type TrustedProxies = (address: string, hop: number) => boolean;

/**
 * Who may say from where a request comes. A client can write any address into the header, so it is read from our side:
 * `on` believes the one neighbour in front of us where it is on this machine or in a private network; a list believes
 * the proxies it names, however many stand in a row.
 */
export function trustedProxies(setting: Settings['trustProxy']): TrustedProxies {
  if (setting === 'off') return () => false;
  const known = listOf(setting === 'on' ? PRIVATE : setting);
  return (address, hop) => (setting !== 'on' || hop === 0) && holds(known, address);
}

function listOf(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** An IPv4 address may arrive in the dress of an IPv6 one. */
function holds(list: BlockList, given: string): boolean {
  const address = given.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return list.check(address, 'ipv4');
  return isIPv6(address) && list.check(address, 'ipv6');
}
