/**
 * A field of a form that reached a server action, or the empty string. An action's arguments come from whoever found its
 * address, so what claims to be a form need not be one.
 */
export function formField(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** Every value of a field that may come several times (boxes of a list), at most 500 of them. */
export function formFields(form: unknown, name: string): string[] {
  const values = form instanceof FormData ? form.getAll(name) : [];
  return values.filter((value) => typeof value === 'string').slice(0, 500);
}
