'use client';

import { type FormEvent, useId, useState } from 'react';
import type { DescribedOperation } from '@/lib/protocols/v1/manage/handle';
import { reference } from '../../../_texts/en/reference';
import { fillText } from '../../../_texts/fill-text';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { TextArea } from '../../../_ui/text-area';
import { type Answered, sendCall } from './send-call';

type Props = {
  operation: Pick<
    DescribedOperation,
    'method' | 'path' | 'inPath' | 'inQuery' | 'bodyKind' | 'bodyExample' | 'audience' | 'access'
  >;
};

/** A form that makes the call. The key is sent in a header of this one request and kept nowhere. */
export function TryIt({ operation }: Props) {
  const [answer, setAnswer] = useState<Answered | 'waiting' | undefined>();
  const id = useId();
  const { access, audience, inPath, inQuery, bodyKind, bodyExample } = operation;
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setAnswer('waiting');
    setAnswer(await sendCall(operation, new FormData(event.currentTarget)));
  }
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{reference.tryTitle}</h2>
      <p className="max-w-text text-muted">{reference.tryText}</p>
      {access === 'write' ? <Notice tone="warn">{reference.tryWrites}</Notice> : null}
      <noscript>
        <Notice>{reference.tryNoJs}</Notice>
      </noscript>
      <form onSubmit={send} className="flex flex-col gap-4" autoComplete="off">
        {audience === 'public' ? null : (
          <Field
            id={`${id}-key`}
            name="key"
            type="password"
            label={reference.tryKey}
            hint={reference.tryKeyHint}
            autoComplete="off"
            spellCheck={false}
            required
          />
        )}
        {inPath.map(({ name }) => (
          <Field key={name} id={`${id}-path-${name}`} name={`path.${name}`} label={name} required />
        ))}
        {inQuery.map(({ name, limits }) => (
          <Field key={name} id={`${id}-query-${name}`} name={`query.${name}`} label={name} hint={limits || undefined} />
        ))}
        {bodyKind === 'json' || bodyKind === 'form' ? (
          <TextArea id={`${id}-body`} name="body" label={reference.tryBody} rows={8} defaultValue={bodyExample} />
        ) : null}
        {bodyKind === 'file' ? (
          <Field id={`${id}-file`} name="file" type="file" label={reference.tryFile} required />
        ) : null}
        <div>
          <SubmitButton>{reference.trySend}</SubmitButton>
        </div>
      </form>
      <div role="status" className="flex flex-col gap-3">
        {answer === 'waiting' ? <p>{reference.trySending}</p> : null}
        {answer !== undefined && answer !== 'waiting' ? <Answer answer={answer} /> : null}
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: Answered }) {
  if (!answer.ok) return <Notice tone="bad">{reference.tryFailed}</Notice>;
  const { status, milliseconds, headers, body } = answer;
  return (
    <>
      <p className="font-medium">{fillText(reference.tryAnswer, { status, milliseconds })}</p>
      <details>
        <summary className="cursor-pointer text-sm">{reference.tryHeaders}</summary>
        <pre className="mt-2 whitespace-pre-wrap break-words font-mono text-sm">{headers}</pre>
      </details>
      {body === '' ? (
        <p className="text-muted">{reference.tryEmpty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-sunken p-4 font-mono text-sm">
          {body}
        </pre>
      )}
    </>
  );
}
