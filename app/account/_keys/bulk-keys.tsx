'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { Button } from '../../_ui/button';
import { useDesk } from './desk-context';
import type { DeskKey } from './desk-key';

const BOX = 'input[data-choose-key]';

/** The box that puts a key among those a bulk change is for. */
export function SelectKey({ of: { sid, name } }: { of: DeskKey }) {
  return (
    <input
      type="checkbox"
      data-choose-key={sid}
      aria-label={fillText(words.selectNamed, { name })}
      className="mt-0.5 size-5 shrink-0 cursor-pointer accent-ink"
    />
  );
}

const CHANGES = [
  { what: 'bulk_disable', label: words.bulkDisable },
  { what: 'bulk_revoke', label: words.bulkRevoke },
  { what: 'bulk_remove', label: words.bulkRemove },
] as const;

/** A table of keys, and what can be done with the chosen ones: a bar at the foot of the window while there are any. */
export function BulkKeys({ keys, children }: { keys: DeskKey[]; children: ReactNode }) {
  const { ask } = useDesk();
  const { chosen, selectAll } = useChosen();
  const picked = keys.filter(({ sid }) => chosen.includes(sid));
  return (
    <div className="flex flex-col gap-2 [&_:is(a,button,input)]:scroll-mb-32">
      {keys.length < 2 ? null : (
        <div className="no-print">
          <Button variant="quiet" size="small" className="-ms-3" onClick={() => selectAll(true)}>
            {words.selectAll}
          </Button>
        </div>
      )}
      {children}
      {picked.length === 0 ? null : (
        <section
          aria-label={words.bulk}
          className="no-print sticky bottom-3 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-edge/60 bg-raised px-4 py-3 shadow-float"
        >
          <p role="status" className="nums font-medium">
            {fillText(words.selected, { count: picked.length })}
          </p>
          {CHANGES.map(({ what, label }) => (
            <Button key={what} variant="danger" size="small" onClick={() => ask({ what, keys: picked })}>
              {label}
            </Button>
          ))}
          <Button variant="quiet" size="small" onClick={() => selectAll(false)}>
            {words.clearSelection}
          </Button>
        </section>
      )}
    </div>
  );
}

function useChosen() {
  const [chosen, setChosen] = useState<string[]>([]);
  const look = () =>
    setChosen((before) => {
      const now = boxes().flatMap((box) => (box.checked ? [box.dataset.chooseKey ?? ''] : []));
      return now.join() === before.join() ? before : now;
    });
  // Rows come and go with every answer, and a box that left takes its key with it; so this looks after each rendering.
  useEffect(() => {
    document.addEventListener('change', look);
    look();
    return () => document.removeEventListener('change', look);
  });
  const selectAll = (isOn: boolean) => {
    for (const box of boxes()) box.checked = isOn;
    look();
  };
  return { chosen, selectAll };
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll(BOX)].filter((box) => box instanceof HTMLInputElement);
}
