'use client';

import { useActionState } from 'react';
import { admin as words } from '../../../_texts/en/admin';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { type SendAgainAnswer, sendMailAgain } from './actions';

const SAID: Record<Exclude<SendAgainAnswer['outcome'], 'none'>, string> = {
  queued: words.mailQueued,
  mail_not_found: words.mailGone,
  mail_not_failed: words.mailNotFailed,
};

/** The button for a mail that could not be delivered, and what became of the press. */
export function SendAgain({ id, isFailed }: { id: string; isFailed: boolean }) {
  const [answer, action] = useActionState<SendAgainAnswer, FormData>(sendMailAgain, { outcome: 'none' });
  return (
    <>
      {answer.outcome === 'none' ? null : (
        <Notice tone={answer.outcome === 'queued' ? 'good' : 'warn'} isAnswer>
          {SAID[answer.outcome]}
        </Notice>
      )}
      {isFailed ? (
        <form action={action}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="secondary" pendingText={words.mailSendingAgain}>
            {words.mailSendAgain}
          </SubmitButton>
        </form>
      ) : null}
    </>
  );
}
