'use client';

import { RotateCw, Siren } from 'lucide-react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { Button } from '../../_ui/button';
import { useDesk } from './desk-context';
import type { DeskKey } from './desk-key';

/** Asks for a new value. */
export function RegenerateButton({ of: key }: { of: DeskKey }) {
  const { ask } = useDesk();
  return (
    <Button
      variant="secondary"
      aria-label={fillText(words.regenerateNamed, { name: key.name })}
      onClick={() => ask({ what: 'regenerate', key })}
    >
      <RotateCw aria-hidden="true" className="size-4" strokeWidth={1.75} />
      {words.regenerate}
    </Button>
  );
}

/** Asks before a key is disabled and replaced, because it leaked. */
export function LeakButton({ of: key }: { of: DeskKey }) {
  const { ask } = useDesk();
  return (
    <Button variant="danger" onClick={() => ask({ what: 'leak', key })}>
      <Siren aria-hidden="true" className="size-4" strokeWidth={1.75} />
      {words.leak}
    </Button>
  );
}
