export type ChangeRow = { field: string; before: string | undefined; after: string | undefined };

/**
 * What an entry tells of before and after, field by field, those that differ first. A list or an object inside becomes fields
 * of its own (`plans.0.name`), so that one changed word is not hidden in a long text.
 */
export function changeRows(before: unknown, after: unknown): ChangeRow[] {
  const [was, is] = [flatten(before), flatten(after)];
  const rows = [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field,
    before: was.get(field),
    after: is.get(field),
  }));
  return [...rows.filter(isChanged), ...rows.filter((row) => !isChanged(row))];
}

/** Whether a field is another one afterwards. */
export function isChanged({ before, after }: ChangeRow): boolean {
  return before !== after;
}

function flatten(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map(path === '' ? [] : [[path, '']]);
  if (typeof value !== 'object') return new Map([[path === '' ? 'value' : path, String(value)]]);
  const parts = Object.entries(value);
  if (parts.length === 0) return new Map(path === '' ? [] : [[path, Array.isArray(value) ? '[]' : '{}']]);
  return new Map(parts.flatMap(([name, part]) => [...flatten(part, path === '' ? name : `${path}.${name}`)]));
}
