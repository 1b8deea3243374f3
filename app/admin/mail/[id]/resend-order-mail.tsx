'use client';

import { useActionState } from 'react';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { type ResendAnswer, resendThisOrderMail } from './resend-action';

type ResendOrderMailProps = { id: string; requestId: string; label: string; pendingText: string };

/** Sends an order's mail once more; a second press of the same page is the same wish. */
export function ResendOrderMail({ id, requestId, label, pendingText }: ResendOrderMailProps) {
  const [answer, action] = useActionState<ResendAnswer, FormData>(resendThisOrderMail, { tone: 'none', said: '' });
  return (
    <form action={action} className="flex flex-col items-start gap-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="request" value={requestId} />
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
