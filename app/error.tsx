'use client';

import { shell } from './_texts/en/shell';
import { Button } from './_ui/button';
import { EmptyState } from './_ui/empty-state';

/** A fault of ours. Nothing of its cause is shown; it is in the log. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <EmptyState
      title={shell.errorTitle}
      text={shell.errorText}
      action={<Button onClick={reset}>{shell.errorAction}</Button>}
    />
  );
}
