/** What of a key is seen before it is revealed: its prefix and its last four characters; of a short one nothing. */
export function maskedKey(key: string): string {
  const prefix = /^[a-z]{2,5}_/.exec(key)?.[0] ?? '';
  return `${prefix}…${key.length >= 12 ? key.slice(-4) : ''}`;
}
