import { settings as words } from '../../_texts/en/settings';

/** The very words of a server or vendor, which an admin may look up or pass on. */
export function RawReason({ children }: { children: string }) {
  return (
    <>
      <p className="mt-2 text-muted text-sm">{words.rawReason}</p>
      <code className="block max-h-32 overflow-auto break-words font-mono text-sm">{children}</code>
    </>
  );
}
