const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 80;

/** Whether a text can be the last part of a product's address. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** A product's address out of its title: "Übung für Ärzte 2" → `ubung-fur-arzte-2`. Empty for a title without letters a–z. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
