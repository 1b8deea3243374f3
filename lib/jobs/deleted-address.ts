/** What stands in the place of the address of a deleted account: unique, and nobody can type it as an address of theirs. */
export function deletedAddress(customerNumber: number): string {
  return `deleted-${customerNumber}`;
}

/** Whether mail can go there. What is told of a deleted account, however late, is told to nobody. */
export function isReachable(address: string): boolean {
  return address.includes('@');
}
