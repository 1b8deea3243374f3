/** The text of a file in a form that reached a server action: empty when none was chosen, undefined when it is not UTF-8. */
export async function formFileText(form: unknown, name: string): Promise<string | undefined> {
  const file = form instanceof FormData ? form.get(name) : undefined;
  if (!(file instanceof File)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
