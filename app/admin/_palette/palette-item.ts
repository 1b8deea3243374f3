/** The groups of results, in the order they are shown. */
export const GROUPS = [
  'key',
  'recent',
  'pages',
  'orders',
  'customers',
  'licences',
  'hosts',
  'products',
  'calls',
  'settings',
] as const;

export type PaletteGroup = (typeof GROUPS)[number];

/** A place to go to. */
export type PaletteItem = { group: PaletteGroup; href: string; label: string; about: string };

/** Places known to the browser whose label or explanation has every typed word in it; those that begin so come first. */
export function matchPlaces(places: readonly PaletteItem[], typed: string): PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const rank = ({ label }: PaletteItem) => (label.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return places.filter((place) => words.every((word) => isIn(place, word))).toSorted((a, b) => rank(a) - rank(b));
}

/** What is left of earlier results while those for more letters are on their way: nothing that no longer fits. */
export function stillFitting(found: { typed: string; items: PaletteItem[] }, typed: string): PaletteItem[] {
  if (found.typed === typed) return found.items;
  if (found.typed === '' || !typed.startsWith(found.typed)) return [];
  return found.items.filter((item) => item.group !== 'key' && isIn(item, typed.toLowerCase()));
}

/** The items by group, without empty groups. */
export function grouped(items: readonly PaletteItem[]): { value: PaletteGroup; items: PaletteItem[] }[] {
  return GROUPS.map((value) => ({ value, items: items.filter(({ group }) => group === value) })).filter(
    ({ items: own }) => own.length > 0,
  );
}

function isIn({ label, about }: PaletteItem, word: string): boolean {
  return `${label} ${about}`.toLowerCase().includes(word);
}
