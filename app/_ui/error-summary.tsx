'use client';

import { useEffect, useRef } from 'react';

export type SummaryError = {
  message: string;
  /** The id of the field it is about; none for an error of the whole form. */
  fieldId?: string;
};

type ErrorSummaryProps = { title: string; errors: SummaryError[] };

/** All that is wrong with a form, on top of it, with a link to each field. Takes the focus when it appears. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of errors is a new answer and is announced again
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md border border-bad bg-bad/5 px-4 py-3">
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {errors.map((error) => (
          <li key={error.message}>
            {error.fieldId ? (
              <a href={`#${error.fieldId}`} className="text-bad underline underline-offset-2">
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
