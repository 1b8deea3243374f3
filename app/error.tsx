'use client';

import { SupportLine } from './_shell/support-line';
import { useSupport } from './_shell/support-place';
import { shell } from './_texts/en/shell';
import { Button } from './_ui/button';
import { EmptyState } from './_ui/empty-state';

/** A fault of ours. Nothing of its cause is shown; it is in the log. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const support = useSupport();
  return (
    <EmptyState
      title={shell.errorTitle}
      text={shell.errorText}
      action={
        <div className="flex flex-col items-start gap-4">
          {support ? <SupportLine {...support} /> : null}
          <Button onClick={reset}>{shell.errorAction}</Button>
        </div>
      }
    />
  );
}
