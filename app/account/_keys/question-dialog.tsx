'use client';

import { useState } from 'react';
import { unreachable } from '@/lib/errors';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { AskDialog } from '../../_ui/ask-dialog';
import { SubmitButton } from '../../_ui/submit-button';
import type { AccessChoice } from './access-choice';
import { AccessEditor } from './access-editor';
import { BulkQuestion } from './bulk-question';
import {
  changeStateAction,
  regenerateAction,
  removeAction,
  reportLeakAction,
  revokeAction,
  saveAccessAction,
} from './desk-actions';
import { type Question, useDesk } from './desk-context';
import type { DeskKey } from './desk-key';
import { Problem } from './problem';

type QuestionDialogProps = { question: Question; areas: AccessChoice[]; problem: string; close: () => void };

/** The question that was asked, as a dialog. Nothing changes before its last button is pressed. */
export function QuestionDialog({ question, areas, problem, close }: QuestionDialogProps) {
  const parts = { problem, close };
  switch (question.what) {
    case 'disable':
    case 'activate':
    case 'revoke':
    case 'leak':
      return <PlainQuestion what={question.what} of={question.key} {...parts} />;
    case 'remove':
      return <RemoveQuestion of={question.key} {...parts} />;
    case 'regenerate':
      return <RegenerateQuestion of={question.key} {...parts} />;
    case 'access':
      return <AccessQuestion of={question.key} areas={areas} {...parts} />;
    case 'bulk_disable':
    case 'bulk_revoke':
    case 'bulk_remove':
      return <BulkQuestion what={question.what} keys={question.keys} {...parts} />;
    default:
      return unreachable(question);
  }
}

type PartProps = { of: DeskKey; problem: string; close: () => void };

const PLAIN = {
  disable: { title: words.disableTitle, text: words.disableText, action: words.disable, run: changeStateAction },
  activate: { title: words.activateTitle, text: words.activateText, action: words.activate, run: changeStateAction },
  revoke: { title: words.revokeTitle, text: words.revokeText, action: words.revoke, run: revokeAction },
  leak: { title: words.leakTitle, text: words.leakText, action: words.leakAction, run: reportLeakAction },
} as const;

function PlainQuestion({ what, of: key, problem, close }: PartProps & { what: keyof typeof PLAIN }) {
  const { act, isBusy } = useDesk();
  const { title, text, action, run } = PLAIN[what];
  return (
    <AskDialog
      isOpen
      onClose={close}
      title={fillText(title, { name: key.name })}
      text={fillText(text, { name: key.name })}
      closeText={words.cancel}
      isDangerous={what !== 'activate'}
      onSubmit={(form) => act(() => run(form))}
      action={
        <SubmitButton variant={what === 'activate' ? 'primary' : 'danger'} aria-disabled={isBusy}>
          {isBusy ? `${words.working}…` : action}
        </SubmitButton>
      }
    >
      <input type="hidden" name="sid" value={key.sid} />
      <input type="hidden" name="change" value={what} />
      {what === 'revoke' && key.isDefault ? <p>{words.revokeDefault}</p> : null}
      <Problem text={problem} />
    </AskDialog>
  );
}

function RemoveQuestion({ of: key, problem, close }: PartProps) {
  const { act, isBusy } = useDesk();
  const [wrong, setWrong] = useState('');
  const send = (form: FormData) => {
    const isTyped = !key.isUsedLately || String(form.get('typed')).trim() === key.name;
    setWrong(isTyped ? '' : fillText(words.typedWrong, { name: key.name }));
    if (isTyped) act(() => removeAction(form));
  };
  return (
    <AskDialog
      isOpen
      onClose={close}
      title={fillText(words.removeTitle, { name: key.name })}
      text={key.kind === 'pair' ? words.removePairText : words.removeText}
      closeText={words.cancel}
      isDangerous
      onSubmit={send}
      action={
        <SubmitButton variant="danger" aria-disabled={isBusy}>
          {isBusy ? `${words.working}…` : words.delete}
        </SubmitButton>
      }
    >
      <input type="hidden" name="sid" value={key.sid} />
      {key.isDefault ? <p>{words.removeDefault}</p> : null}
      {key.isUsedLately ? <TypedName name={key.name} wrong={wrong} /> : null}
      <Problem text={problem} />
    </AskDialog>
  );
}

function TypedName({ name, wrong }: { name: string; wrong: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="typed-name">
        {words.usedLately} <strong className="break-words">{name}</strong>
      </label>
      <input
        id="typed-name"
        name="typed"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? 'typed-name-wrong' : undefined}
        className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 py-2"
      />
      <p id="typed-name-wrong" role="status" className="text-bad text-sm empty:hidden">
        {wrong}
      </p>
    </div>
  );
}

const OVERLAPS = ['0', '3600', '86400', '604800'] as const;

function RegenerateQuestion({ of: key, problem, close }: PartProps) {
  const { act, isBusy } = useDesk();
  return (
    <AskDialog
      isOpen
      onClose={close}
      title={fillText(words.regenerateTitle, { name: key.name })}
      text={key.kind === 'pair' ? words.regeneratePairText : words.regenerateText}
      closeText={words.cancel}
      isDangerous
      onSubmit={(form) => act(() => regenerateAction(form))}
      action={<SubmitButton aria-disabled={isBusy}>{isBusy ? `${words.working}…` : words.getNewKey}</SubmitButton>}
    >
      <input type="hidden" name="sid" value={key.sid} />
      <div className="flex flex-col gap-1.5">
        <label htmlFor="overlap" className="font-medium">
          {words.overlap}
        </label>
        <select
          id="overlap"
          name="overlap"
          defaultValue="0"
          aria-describedby="overlap-hint"
          className="min-h-11 rounded-md border border-edge bg-raised px-3 py-2"
        >
          {OVERLAPS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {words[`overlap.${seconds}`]}
            </option>
          ))}
        </select>
        <p id="overlap-hint" className="text-muted text-sm">
          {words.overlapHint}
        </p>
      </div>
      <Problem text={problem} />
    </AskDialog>
  );
}

function AccessQuestion({ of: key, areas, problem, close }: PartProps & { areas: AccessChoice[] }) {
  const { act, isBusy } = useDesk();
  return (
    <AskDialog
      isOpen
      isWide
      onClose={close}
      title={fillText(words.accessTitle, { name: key.name })}
      text={words.accessText}
      closeText={words.cancel}
      onSubmit={(form) => act(() => saveAccessAction(form))}
      action={<SubmitButton aria-disabled={isBusy}>{isBusy ? `${words.working}…` : words.save}</SubmitButton>}
    >
      <input type="hidden" name="sid" value={key.sid} />
      <p>
        <a href="/help/key-access" className="link">
          {words.accessHelp}
        </a>
      </p>
      <AccessEditor areas={areas} access={key.access} />
      <Problem text={problem} />
    </AskDialog>
  );
}
