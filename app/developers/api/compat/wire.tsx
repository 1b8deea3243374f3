import type { ReactNode } from 'react';

/** A name, an address or a member exactly as it is on the wire. */
export function Wire({ children }: { children: ReactNode }) {
  return <code className="break-all font-mono text-sm">{children}</code>;
}
