'use client';

import { useActionState } from 'react';
import { webhooks as words } from '../../../../../_texts/en/webhooks';
import { LinkButton } from '../../../../../_ui/link-button';
import { SubmitButton } from '../../../../../_ui/submit-button';
import { replaceSecret } from '../../actions';
import type { EndpointAnswer } from '../../endpoint-answer';
import { SecretOnce } from '../../secret-once';

const OVERLAPS = ['0', '1', '24', '168'] as const;
const USUAL = '24';

/** How long the earlier secret may sign, and the button that makes the new one. */
export function RotateForm({ id }: { id: string }) {
  const [answer, action] = useActionState<EndpointAnswer, FormData>(replaceSecret, { outcome: 'none' });
  if (answer.outcome === 'made') return <SecretOnce id={answer.id} secret={answer.secret} />;
  return (
    <form action={action} className="flex max-w-text flex-col gap-6">
      <input type="hidden" name="id" value={id} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">{words.overlap}</legend>
        {OVERLAPS.map((hours) => (
          <label
            key={hours}
            className="flex cursor-pointer items-center gap-3 rounded-md border border-line bg-raised px-4 py-3 has-checked:border-ink"
          >
            <input
              type="radio"
              name="overlap"
              value={hours}
              defaultChecked={hours === USUAL}
              className="size-5 shrink-0 accent-ink"
            />
            {words[`overlap.${hours}`]}
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingText={words.rotating}>{words.rotateAction}</SubmitButton>
        <LinkButton href={`/admin/webhooks/out/${id}`} variant="secondary">
          {words.cancel}
        </LinkButton>
      </div>
    </form>
  );
}
