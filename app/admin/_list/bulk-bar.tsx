'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { lists as words } from '../../_texts/en/lists';
import { fillText } from '../../_texts/fill-text';
import { Button } from '../../_ui/button';

type BulkBarProps = {
  /** The rows' `SelectRow`s name it. */
  formId: string;
  action: (form: FormData) => Promise<void>;
  /** The list's present address: the action comes back to it. */
  back: string;
  /** The buttons, as `SubmitButton name="change" value="…"`, and what they need. */
  children: ReactNode;
  /** The table with its boxes. */
  table: ReactNode;
};

/** What can be done with the selected rows. It stands at the foot of the window while there are any. */
export function BulkBar({ formId, action, back, children, table }: BulkBarProps) {
  const { count, selectAll } = useSelection(formId);
  return (
    <div className="flex flex-col gap-2 [&:not(:has(input[name=chosen]:checked))_[data-bulk-bar]]:hidden [&_:is(a,button,input)]:scroll-mb-32">
      <div>
        <Button variant="quiet" size="small" className="-ms-3" onClick={() => selectAll(true)}>
          {words.selectAll}
        </Button>
      </div>
      {table}
      <form
        id={formId}
        action={action}
        data-bulk-bar=""
        aria-label={words.bulk}
        className="no-print sticky bottom-3 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-edge/60 bg-raised px-4 py-3 shadow-float"
      >
        <input type="hidden" name="back" value={back} />
        <p role="status" className="nums font-medium">
          {fillText(words.selected, { count })}
        </p>
        {children}
        <Button variant="quiet" size="small" onClick={() => selectAll(false)}>
          {words.clearSelection}
        </Button>
      </form>
    </div>
  );
}

function useSelection(formId: string) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => setCount(boxesOf(formId).filter((box) => box.checked).length);
    // A reset empties the boxes only after its event.
    const lookLater = () => setTimeout(look);
    document.addEventListener('change', look);
    document.addEventListener('reset', lookLater);
    look();
    return () => {
      document.removeEventListener('change', look);
      document.removeEventListener('reset', lookLater);
    };
  });
  const selectAll = (isOn: boolean) => {
    for (const box of boxesOf(formId)) box.checked = isOn;
    setCount(isOn ? boxesOf(formId).length : 0);
  };
  return { count, selectAll };
}

function boxesOf(formId: string): HTMLInputElement[] {
  const named = [...document.querySelectorAll('input[name=chosen]')];
  return named.filter((box): box is HTMLInputElement => box instanceof HTMLInputElement && box.form?.id === formId);
}
