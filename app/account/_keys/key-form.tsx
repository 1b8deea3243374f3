'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { keyDesk } from '../../_texts/en/key-desk';
import { keyForm as words } from '../../_texts/en/key-form';
import { AskDialog } from '../../_ui/ask-dialog';
import { buttonClass } from '../../_ui/button-look';
import { ErrorSummary } from '../../_ui/error-summary';
import { Link } from '../../_ui/link';
import { SubmitButton } from '../../_ui/submit-button';
import type { KeyFormAnswer } from './key-form-answer';
import { KeyFormFields } from './key-form-fields';
import type { KeyFormProps } from './key-form-props';
import { ShowOnce } from './show-once';

/** The form that makes or edits a developer key. A new secret or pair takes its place, this once. */
export function KeyForm(props: KeyFormProps) {
  const { action, sid, cancelHref, proof, provenAt } = props;
  const [answer, send] = useActionState(action, {});
  const [kind, setKind] = useState(props.kind);
  const [dismissed, setDismissed] = useState<KeyFormAnswer>();
  const form = useRef<HTMLFormElement>(null);
  const wantsProof = answer.staleProof === provenAt && dismissed !== answer;
  useSendAfterProof(form, answer, provenAt);
  if (answer.shown) return <ShowOnce shown={answer.shown} />;
  const label = sid === undefined ? words[`submit.${kind}`] : words.save;
  const pending = sid === undefined ? words[`submitting.${kind}`] : words.saving;
  return (
    <>
      <form ref={form} action={send} noValidate className="flex max-w-3xl flex-col gap-8">
        {answer.errors ? <ErrorSummary title={words.errorTitle} errors={answer.errors} /> : null}
        {sid === undefined ? null : <input type="hidden" name="sid" value={sid} />}
        <KeyFormFields {...props} kind={kind} setKind={setKind} answer={answer} />
        <div className="sticky bottom-0 z-10 -mx-4 flex justify-end gap-3 border-line border-t bg-paper px-4 py-4 sm:mx-0 sm:px-0">
          <Link href={cancelHref} className={buttonClass({ variant: 'secondary' })}>
            {words.cancel}
          </Link>
          <SubmitButton pendingText={pending}>{label}</SubmitButton>
        </div>
      </form>
      <AskDialog
        isOpen={wantsProof}
        onClose={() => setDismissed(answer)}
        title={keyDesk.proofTitle}
        text={keyDesk.proofText}
        closeText={keyDesk.cancel}
      >
        {proof}
      </AskDialog>
    </>
  );
}

/** The form waits while the person shows who they are, and is sent again once they have. */
function useSendAfterProof(form: { current: HTMLFormElement | null }, answer: KeyFormAnswer, provenAt: string): void {
  const sentFor = useRef<KeyFormAnswer>(undefined);
  useEffect(() => {
    if (answer.staleProof === undefined || answer.staleProof === provenAt || sentFor.current === answer) return;
    sentFor.current = answer;
    form.current?.requestSubmit();
  }, [form, answer, provenAt]);
}
