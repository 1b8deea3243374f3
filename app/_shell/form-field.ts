/**
 * A field of a form that reached a server action, or the empty string. An action's arguments come from whoever found its
 * address, so what claims to be a form need not be one.
 */
export function formField(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : undefined;
  return typeof value === 'string' ? value : '';
}
