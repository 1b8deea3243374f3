/** How many files one customer may be sent at once: a herd of sites behind one licence, each with an update to fetch. */
const FOR_ONE = 64;
/** How many this process sends at once. Each holds a file open and a few hundred kilobytes. */
const IN_ALL = 512;

type Places = { inAll: number; byCustomer: Map<string, number> };
// The server bundle and Next load this module twice in one process.
const holder = globalThis as typeof globalThis & { latchkeyDownloadPlaces?: Places };

/**
 * Takes a place for a file that will be streamed, or undefined when too many are under way: readers that take a byte now and
 * then must not use up the process. `giveBack` may be called more than once.
 */
export function takePlace(customerId: string): { giveBack: () => void } | undefined {
  holder.latchkeyDownloadPlaces ??= { inAll: 0, byCustomer: new Map() };
  const places = holder.latchkeyDownloadPlaces;
  const taken = places.byCustomer.get(customerId) ?? 0;
  if (places.inAll >= IN_ALL || taken >= FOR_ONE) return undefined;
  places.inAll++;
  places.byCustomer.set(customerId, taken + 1);
  let isTaken = true;
  const giveBack = () => {
    if (!isTaken) return;
    isTaken = false;
    places.inAll--;
    const left = (places.byCustomer.get(customerId) ?? 1) - 1;
    if (left > 0) places.byCustomer.set(customerId, left);
    else places.byCustomer.delete(customerId);
  };
  return { giveBack };
}
