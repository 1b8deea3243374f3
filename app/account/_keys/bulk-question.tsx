'use client';

import { useState } from 'react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { AskDialog } from '../../_ui/ask-dialog';
import { SubmitButton } from '../../_ui/submit-button';
import { changeChosenAction } from './desk-actions';
import { useDesk } from './desk-context';
import type { DeskKey } from './desk-key';
import { Problem } from './problem';

const BULK = {
  bulk_disable: { change: 'disable', title: words.bulkDisableTitle, action: words.bulkDisableAction },
  bulk_revoke: { change: 'revoke', title: words.bulkRevokeTitle, action: words.bulkRevokeAction },
  bulk_remove: { change: 'remove', title: words.bulkRemoveTitle, action: words.bulkRemoveAction },
} as const;

const NAMED = 5;

type BulkQuestionProps = { what: keyof typeof BULK; keys: DeskKey[]; problem: string; close: () => void };

/** Asks before several keys stop at once, and has the number typed. */
export function BulkQuestion({ what, keys, problem, close }: BulkQuestionProps) {
  const { act, isBusy } = useDesk();
  const [wrong, setWrong] = useState('');
  const { change, title, action } = BULK[what];
  const count = keys.length;
  const word = fillText(action, { count });
  const send = (form: FormData) => {
    const isTyped = String(form.get('typed')).trim().toLowerCase() === word.toLowerCase();
    setWrong(isTyped ? '' : fillText(words.typedWrong, { name: word }));
    if (isTyped) act(() => changeChosenAction(form));
  };
  return (
    <AskDialog
      isOpen
      onClose={close}
      title={fillText(title, { count })}
      text={words.bulkText}
      closeText={words.cancel}
      isDangerous
      onSubmit={send}
      action={
        <SubmitButton variant="danger" aria-disabled={isBusy}>
          {isBusy ? `${words.working}…` : word}
        </SubmitButton>
      }
    >
      <input type="hidden" name="change" value={change} />
      {keys.map(({ sid }) => (
        <input key={sid} type="hidden" name="chosen" value={sid} />
      ))}
      <ul className="flex flex-col gap-1">
        {keys.slice(0, NAMED).map(({ sid, name }) => (
          <li key={sid} className="break-words">
            {name}
          </li>
        ))}
        {count > NAMED ? <li className="text-muted">{fillText(words.bulkMore, { count: count - NAMED })}</li> : null}
      </ul>
      <div className="flex flex-col gap-1.5">
        <label htmlFor="typed-bulk">{fillText(words.bulkType, { word: `“${word}”` })}</label>
        <input
          id="typed-bulk"
          name="typed"
          autoComplete="off"
          aria-invalid={wrong ? true : undefined}
          className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 py-2"
        />
        <p role="status" className="text-bad text-sm empty:hidden">
          {wrong}
        </p>
      </div>
      <Problem text={problem} />
    </AskDialog>
  );
}
