/** What an admin sees of a key: its kind's prefix and its last four characters. */
export function KeyHint({ hint }: { hint: string }) {
  const [head = '', tail = ''] = hint.split('…');
  return (
    <span className="whitespace-nowrap font-mono text-sm">
      {head}
      <span aria-hidden="true" className="text-muted tracking-[0.1em]">
        ••••••••
      </span>
      <span className="sr-only">…</span>
      {tail}
    </span>
  );
}
