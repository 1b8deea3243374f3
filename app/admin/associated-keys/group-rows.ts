/** Rows next to each other with the same note, as one entry of the list. */
export type RowGroup<Note> = { from: number; to: number; note: Note; hint: string };

/** A list of ten thousand equal notes is one line to read; `atMost` entries are kept and the rest is counted. */
export function groupRows<Note>(
  noted: readonly { line: number; note: Note; hint: string }[],
  atMost = 500,
): { groups: RowGroup<Note>[]; more: number } {
  const groups: RowGroup<Note>[] = [];
  for (const { line, note, hint } of noted) {
    const last = groups.at(-1);
    if (last && last.note === note && last.to === line - 1) last.to = line;
    else groups.push({ from: line, to: line, note, hint });
  }
  return { groups: groups.slice(0, atMost), more: Math.max(0, groups.length - atMost) };
}
