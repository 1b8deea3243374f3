'use client';

import { useActionState } from 'react';
import { releases as words } from '../../../../../_texts/en/releases';
import { fillText } from '../../../../../_texts/fill-text';
import { Field } from '../../../../../_ui/field';
import { formatSize } from '../../../../../_ui/format-size';
import { Notice } from '../../../../../_ui/notice';
import { SubmitButton } from '../../../../../_ui/submit-button';
import { addRemoteFile } from './add-remote-file';
import type { RemoteAnswer } from './remote-answer';

type RemoteFileFormProps = { releaseId: string; productNumber: number };

/** Names a file that lies elsewhere: test its address, or fetch it once and add it. */
export function RemoteFileForm({ releaseId, productNumber }: RemoteFileFormProps) {
  const [answer, action] = useActionState<RemoteAnswer, FormData>(addRemoteFile, { outcome: 'none' });
  const values = answer.outcome === 'none' ? { address: '', fileName: '', platform: '' } : answer.entered;
  return (
    <form action={action} className="flex max-w-3xl flex-col gap-4 py-3">
      <input type="hidden" name="release" value={releaseId} />
      <input type="hidden" name="number" value={String(productNumber)} />
      <p className="max-w-text text-muted text-sm">{words.remoteText}</p>
      {/* The key starts the fields anew with what was typed. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-4">
        <Field
          id="address"
          type="url"
          label={words.address}
          hint={words.addressHint}
          defaultValue={values.address}
          placeholder="https://"
          required
          autoComplete="off"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            id="fileName"
            label={words.fileName}
            hint={words.fileNameHint}
            defaultValue={values.fileName}
            autoComplete="off"
          />
          <Field
            id="platform"
            label={words.platform}
            hint={words.platformHint}
            defaultValue={values.platform}
            autoComplete="off"
          />
        </div>
      </div>
      <Answer answer={answer} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="add" variant="secondary" pendingText={words.adding}>
          {words.add}
        </SubmitButton>
        <SubmitButton name="step" value="test" variant="quiet" pendingText={words.testing}>
          {words.test}
        </SubmitButton>
      </div>
    </form>
  );
}

function Answer({ answer }: { answer: RemoteAnswer }) {
  switch (answer.outcome) {
    case 'none':
      return null;
    case 'tested':
      return (
        <Notice tone="good" isAnswer>
          <span className="break-all">
            {fillText(words.tested_ok, { size: formatSize(answer.sizeBytes), hash: answer.sha256 })}
          </span>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="bad" title={words.remoteErrorTitle} isAnswer>
          <p>{answer.message}</p>
          {answer.detail === '' ? null : (
            <p className="break-all text-muted text-sm">{fillText(words.detail, { detail: answer.detail })}</p>
          )}
        </Notice>
      );
  }
}
