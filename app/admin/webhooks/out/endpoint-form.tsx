'use client';

import { useActionState } from 'react';
import type { ReceiverEntry } from '@/lib/webhooks/check-receiver';
import { webhooks as words } from '../../../_texts/en/webhooks';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { LinkButton } from '../../../_ui/link-button';
import { SubmitButton } from '../../../_ui/submit-button';
import { createEndpoint, saveEndpoint } from './actions';
import type { EndpointAnswer } from './endpoint-answer';
import { type EventChoice, EventChoices } from './event-choices';
import { SecretOnce } from './secret-once';

type EndpointFormProps = {
  /** The endpoint that is edited; a new one without. */
  id?: string;
  inForce: ReceiverEntry;
  choices: EventChoice[];
};

const FIELD_OF_FAULT = {
  address_invalid: 'url',
  not_https: 'url',
  private_address: 'url',
  address_too_long: 'url',
  description_too_long: 'description',
  unknown_type: 'events',
  too_many_endpoints: undefined,
  endpoint_not_found: undefined,
} as const;

/** Where an endpoint is and what it is told of; after a new one was added, its secret stands here instead. */
export function EndpointForm({ id, inForce, choices }: EndpointFormProps) {
  const change = id === undefined ? createEndpoint : saveEndpoint;
  const [answer, action] = useActionState<EndpointAnswer, FormData>(change, { outcome: 'none' });
  if (answer.outcome === 'made') return <SecretOnce id={answer.id} secret={answer.secret} />;
  const values = answer.outcome === 'refused' ? answer.entered : inForce;
  const fieldId = answer.outcome === 'refused' ? FIELD_OF_FAULT[answer.fault] : undefined;
  const message = answer.outcome === 'refused' ? words[`fault.${answer.fault}`] : undefined;
  const errorOf = (field: string) => (field === fieldId ? message : undefined);
  return (
    <form action={action} noValidate className="flex flex-col gap-8">
      <ErrorSummary
        title={words.errorTitle}
        errors={message === undefined ? [] : [{ message, ...(fieldId ? { fieldId } : {}) }]}
      />
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      {/* The key starts the fields anew with what was entered; React would set them back to the first values. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-8">
        <div className="flex max-w-2xl flex-col gap-5">
          <Field
            id="url"
            type="url"
            label={words.url}
            hint={words.urlHint}
            error={errorOf('url')}
            defaultValue={values.url}
            placeholder="https://hooks.example.com/latchkey"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            id="description"
            label={words.description}
            hint={words.descriptionHint}
            error={errorOf('description')}
            defaultValue={values.description}
            maxLength={200}
          />
        </div>
        <EventChoices choices={choices} chosen={values.eventTypes} error={errorOf('events')} />
      </div>
      <div className="flex flex-wrap gap-2 border-line border-t pt-5">
        <SubmitButton pendingText={id === undefined ? words.adding : words.saving}>
          {id === undefined ? words.add : words.save}
        </SubmitButton>
        <LinkButton href={`/admin/webhooks/out${id === undefined ? '' : `/${id}`}`} variant="secondary">
          {words.cancel}
        </LinkButton>
      </div>
    </form>
  );
}
