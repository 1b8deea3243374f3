'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';

const SHOWN_MS = 8_000;

/** What was just done, at the foot of the window for some seconds. The page itself shows it too. */
export function Toast({ text, hide }: { text: string; hide: () => void }) {
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(hide, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, hide]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-lg justify-center"
    >
      {text ? (
        <p className="flex items-start gap-3 rounded-md border border-line bg-raised px-4 py-3 shadow-float">
          <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-good" strokeWidth={1.75} />
          {text}
        </p>
      ) : null}
    </div>
  );
}
