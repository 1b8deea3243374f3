/** A number that a row may have, with or without the "#" in front that people write. */
export function wholeNumber(text: string): number | undefined {
  const digits = /^#?(\d{1,10})$/.exec(text)?.[1];
  return digits !== undefined && Number(digits) <= 2_147_483_647 ? Number(digits) : undefined;
}

/** The text itself inside a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** A host as the index holds it (migration admin_lists): without scheme, "www.", and what follows a slash at the end. */
export function hostOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\/$/, '');
}
