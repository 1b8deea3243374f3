const GROUP = 4;

/** A key cut for the eye and the ear: its prefix, then groups of four. "lko_abcdefgh" → ["lko_", "abcd", "efgh"]. */
export function keyGroups(key: string): string[] {
  const prefix = /^[a-z]{2,5}_/.exec(key)?.[0] ?? '';
  const groups = key.slice(prefix.length).match(new RegExp(`.{1,${GROUP}}`, 'gsu')) ?? [];
  return prefix ? [prefix, ...groups] : [...groups];
}

/** What may be seen of a hidden key: its prefix and the last four characters of a long one. */
export function maskKey(key: string): string {
  const prefix = /^[a-z]{2,5}_/.exec(key)?.[0] ?? '';
  return `${prefix}…${key.length >= 12 ? key.slice(-GROUP) : ''}`;
}

/** The same for a screen reader, character by character with a pause after each group. */
export function spokenKey(key: string): string {
  return keyGroups(key)
    .map((group) => [...group].join(' '))
    .join(', ');
}
