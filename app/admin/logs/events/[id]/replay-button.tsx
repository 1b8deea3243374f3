'use client';

import { useActionState } from 'react';
import { Notice } from '../../../../_ui/notice';
import { SubmitButton } from '../../../../_ui/submit-button';
import { type ReplayAnswer, replayEvent } from './actions';

type ReplayButtonProps = { id: string; label: string; pendingText: string };

/** Plays an event again; what it came to stands above the button. */
export function ReplayButton({ id, label, pendingText }: ReplayButtonProps) {
  const [answer, action] = useActionState<ReplayAnswer, FormData>(replayEvent, { tone: 'none', said: '' });
  return (
    <form action={action} className="flex flex-col items-start gap-3">
      <input type="hidden" name="id" value={id} />
      {answer.tone === 'none' ? null : (
        <Notice tone={answer.tone} isAnswer>
          {answer.said}
        </Notice>
      )}
      <SubmitButton variant="secondary" pendingText={pendingText}>
        {label}
      </SubmitButton>
    </form>
  );
}
