'use client';

import { RotateCw, Trash2 } from 'lucide-react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { Button } from '../../_ui/button';
import { renewAction } from './desk-actions';
import { formOf, useDesk } from './desk-context';
import type { DeskKey } from './desk-key';
import { generatePairAction } from './form-actions';

const iconButton =
  'inline-flex size-9 items-center justify-center rounded-sm text-muted transition-colors hover:bg-sunken hover:text-ink';

/** Regenerate and Delete, which is there whatever the state. */
export function PairIcons({ of: key }: { of: DeskKey }) {
  const { ask } = useDesk();
  return (
    <span className="flex items-center">
      <button
        type="button"
        aria-label={words.regeneratePair}
        title={words.regeneratePair}
        onClick={() => ask({ what: 'regenerate', key })}
        className={iconButton}
      >
        <RotateCw aria-hidden="true" className="size-4" strokeWidth={1.75} />
      </button>
      <button
        type="button"
        aria-label={words.delete}
        title={words.delete}
        onClick={() => ask({ what: 'remove', key })}
        className={iconButton}
      >
        <Trash2 aria-hidden="true" className="size-4" strokeWidth={1.75} />
      </button>
    </span>
  );
}

/** Makes the pair and shows it, once. */
export function GeneratePair() {
  const { act, isBusy } = useDesk();
  return (
    <Button aria-disabled={isBusy} onClick={() => act(() => generatePairAction(formOf({})))}>
      {isBusy ? `${words.working}…` : words.generatePair}
    </Button>
  );
}

/** Adds a year, in the last 60 days of the present one. */
export function RenewPair({ sid }: { sid: string }) {
  const { act, isBusy } = useDesk();
  return (
    <Button
      variant="secondary"
      aria-disabled={isBusy}
      className="self-start"
      onClick={() => act(() => renewAction(formOf({ sid })))}
    >
      {isBusy ? `${words.working}…` : words.renew}
    </Button>
  );
}
