'use client';

import { useActionState } from 'react';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { type VerifyAnswer, verifyAudit } from './actions';

/** Goes along the whole chain; what it found stands above the button. */
export function VerifyChain({ label, pendingText }: { label: string; pendingText: string }) {
  const [answer, action] = useActionState<VerifyAnswer, FormData>(verifyAudit, { tone: 'none', said: '' });
  return (
    <form action={action} className="flex shrink-0 flex-col items-start gap-3 sm:max-w-sm sm:items-end">
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
