'use client';

import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { KeyRound } from 'lucide-react';
import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, startTransition, useActionState, useState } from 'react';
import type { FormAnswer } from '../_people/form-answer';
import { factors } from '../_texts/en/factors';
import { Button } from '../_ui/button';
import type { ButtonLook } from '../_ui/button-look';
import { ErrorSummary } from '../_ui/error-summary';

type PasskeyFormProps = {
  /** Whether the browser makes a passkey or uses one. */
  does: 'make' | 'use';
  /** What the browser needs for it, as JSON; undefined when there is nothing to do. */
  readOptions: () => Promise<string | undefined>;
  /** Gets the form with the browser's answer in `response`. */
  action: (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;
  hidden?: Record<string, string>;
  submitText: string;
  pendingText: string;
  variant?: ButtonLook['variant'];
  /** Fields above the button. */
  children?: ReactNode;
};

/** A form whose answer comes from the browser's own passkey window. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { does, readOptions, action, hidden = {}, submitText, pendingText, variant = 'primary', children } = props;
  const [answer, send, isSending] = useActionState(action, {});
  const [problem, setProblem] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const isPending = isAsking || isSending;

  const ask = (form: FormData) => {
    setProblem(undefined);
    setIsAsking(true);
    startTransition(async () => {
      try {
        const options = await readOptions();
        if (options === undefined) throw new Error('There is nothing to ask the browser for');
        form.set('response', JSON.stringify(await askBrowser(does, options)));
        startTransition(() => send(form));
      } catch (error) {
        unstable_rethrow(error);
        setProblem(problemOf(error));
      } finally {
        setIsAsking(false);
      }
    });
  };

  const errors = problem === undefined ? answer.errors : [{ message: problem }];
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) ask(new FormData(event.currentTarget));
      }}
    >
      {errors && !isPending ? <ErrorSummary title={factors['error.title']} errors={errors} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" variant={variant} aria-disabled={isPending || undefined} className="self-start">
        <KeyRound aria-hidden="true" className="size-4" strokeWidth={1.75} />
        {isPending ? pendingText : submitText}
      </Button>
      <noscript className="text-muted">{factors.needsScript}</noscript>
    </form>
  );
}

function askBrowser(does: 'make' | 'use', options: string): Promise<unknown> {
  const optionsJSON = JSON.parse(options);
  return does === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

function problemOf(error: unknown): string {
  if (!window.PublicKeyCredential) return factors['error.passkey_unavailable'];
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return factors['error.passkey_exists'];
  return name === 'NotAllowedError' || name === 'AbortError'
    ? factors['error.passkey_stopped']
    : factors['error.passkey_refused'];
}
