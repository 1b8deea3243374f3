import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { waitAtMost } from '../wait-at-most';

/** Why an address outside is not fetched or redirected to. */
export type RemoteRefusal = 'address_invalid' | 'not_https' | 'private_address' | 'name_not_found';

export type RefusedAddress = { ok: false; reason: RemoteRefusal; detail: string };

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<string[]>;

/** Where a request goes: the addresses that were checked, and no others. */
export type CheckedTarget = { ok: true; url: URL; addresses: string[] };

/** The system asks its name servers for as long as it likes, and cannot be told to stop. */
const LOOKUP_MS = 5_000;
// Public by its number, but the platform's own machine answers there (Azure's metadata and DNS).
const PLATFORM_ADDRESSES = ['168.63.129.16'];
// All that has been given out of IPv6; what lies outside can only be special.
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

export const resolveByDns: Resolve = async (name) => (await lookup(name, { all: true })).map((each) => each.address);

/** Whether an address belongs to the open Internet: not private, loopback, link-local, shared, mapped or of any special use. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  // A mapped IPv4 address has a range of its own and is refused by it.
  if (address.range() !== 'unicast' || PLATFORM_ADDRESSES.includes(address.toString())) return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}

/** What can be refused without asking for the name: no https address, one with a login, or the number of an inner address. */
export function refusedAddress(text: string): RefusedAddress | undefined {
  if (!URL.canParse(text)) return refused('address_invalid', 'This is not an address.');
  const url = new URL(text);
  if (url.protocol !== 'https:') return refused('not_https', `${url.protocol}// is not fetched, only https://.`);
  if (url.username !== '' || url.password !== '') return refused('address_invalid', 'An address may hold no login.');
  const name = nameOf(url);
  // URL has turned every way of writing an IPv4 address (octal, hexadecimal, one number) into the usual one.
  if (ipaddr.isValid(name) && !isPublicAddress(name)) return refused('private_address', `${name} is not public.`);
  if (/(^|\.)localhost$/i.test(name)) return refused('private_address', `${name} is this machine.`);
  return undefined;
}

/** Checks an address and every number behind its name. One inner number among them refuses the whole. */
export async function checkTarget(text: string, resolve: Resolve): Promise<CheckedTarget | RefusedAddress> {
  const early = refusedAddress(text);
  if (early) return early;
  const url = new URL(text);
  const name = nameOf(url);
  if (ipaddr.isValid(name)) return { ok: true, url, addresses: [name] };
  try {
    const addresses = await waitAtMost(LOOKUP_MS, resolve(name));
    if (!addresses) return refused('name_not_found', `${name}: no name server answered in time.`);
    if (addresses.length === 0) return refused('name_not_found', `${name} has no address.`);
    const inner = addresses.find((address) => !isPublicAddress(address));
    if (inner !== undefined) return refused('private_address', `${name} leads to ${inner}, which is not public.`);
    return { ok: true, url, addresses };
  } catch (error) {
    return refused('name_not_found', `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The host without the brackets of IPv6. */
export function nameOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function refused(reason: RemoteRefusal, detail: string): RefusedAddress {
  return { ok: false, reason, detail };
}
