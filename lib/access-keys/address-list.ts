import { BlockList, isIP } from 'node:net';
import { plainAddress } from '../settings/plain-address';

/** How many entries the address list of a key may have. */
export const MOST_KEY_ADDRESSES = 50;

/** An address or CIDR block in one form (`192.0.2.7`, `2001:db8::/32`), or undefined when it is none. */
export function plainBlock(text: string): string | undefined {
  const [base = '', bits, more] = text.trim().split('/');
  const address = more === undefined ? plainAddress(base) : undefined;
  if (address === undefined) return undefined;
  if (bits === undefined) return address;
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > widthOf(address)) return undefined;
  return `${address}/${Number(bits)}`;
}

/** Whether an address lies in one of the blocks. What is no address lies in none. */
export function isAddressWithin(address: string, blocks: readonly string[]): boolean {
  const plain = plainAddress(address);
  return plain !== undefined && listOf(blocks).check(plain, familyOf(plain));
}

/** Whether everything in `inner` also lies in `outer`; an empty list is everywhere. */
export function isListWithin(inner: readonly string[], outer: readonly string[]): boolean {
  if (outer.length === 0) return true;
  if (inner.length === 0) return false;
  return inner.every((block) => {
    const { address, bits } = partsOf(block);
    return outer.some((one) => partsOf(one).bits <= bits && listOf([one]).check(address, familyOf(address)));
  });
}

function listOf(blocks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const { address, bits } = partsOf(block);
    list.addSubnet(address, bits, familyOf(address));
  }
  return list;
}

function partsOf(block: string): { address: string; bits: number } {
  const [address = '', bits] = block.split('/');
  return { address, bits: bits === undefined ? widthOf(address) : Number(bits) };
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');
const widthOf = (address: string) => (isIP(address) === 4 ? 32 : 128);
