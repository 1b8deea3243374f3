'use client';

import { useActionState } from 'react';
import type { LegalTexts } from '@/lib/settings/legal-pages';
import { LEGAL_PAGES, type LegalPage } from '@/lib/settings/setting-choices';
import { legal as words } from '../../../_texts/en/legal';
import { fillText } from '../../../_texts/fill-text';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { TextArea } from '../../../_ui/text-area';
import { type LegalAnswer, saveLegal } from './actions';

/** The four pages in one form. A refusal keeps what was typed; a save shows what is in force. */
export function LegalForm({ inForce }: { inForce: LegalTexts }) {
  const [answer, action] = useActionState<LegalAnswer, FormData>(saveLegal, { outcome: 'none' });
  const isRefused = answer.outcome === 'refused';
  const values = isRefused ? answer.entered : inForce;
  const shown = isRefused ? answer.shown : inForce;
  const errors = isRefused ? answer.errors : [];
  return (
    <form action={action} noValidate className="flex flex-col gap-8">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <Notice>
        {words.notAdvice} {words.markdown}
      </Notice>
      {LEGAL_PAGES.map((page) => (
        <input key={page} type="hidden" name={`shown.${page}`} value={shown[page]} />
      ))}
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-10">
        {LEGAL_PAGES.map((page) => (
          <PageText
            key={page}
            page={page}
            value={values[page]}
            isWritten={inForce[page] !== ''}
            error={errors.find(({ fieldId }) => fieldId === page)?.message}
          />
        ))}
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <Saved answer={answer} />
        <SubmitButton pendingText={words.saving} className="self-start">
          {words.save}
        </SubmitButton>
      </div>
    </form>
  );
}

type PageTextProps = { page: LegalPage; value: string; isWritten: boolean; error: string | undefined };

function PageText({ page, value, isWritten, error }: PageTextProps) {
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        id={page}
        label={words[`title.${page}`]}
        hint={words[`hint.${page}`]}
        defaultValue={value}
        error={error}
        rows={10}
        className="max-w-3xl"
      />
      <p className="text-muted text-sm">
        {isWritten ? (
          <a href={`/legal/${page}`} className="link inline-flex min-h-6 items-center">
            {words.look}
            <span className="sr-only">: {words[`title.${page}`]}</span>
          </a>
        ) : (
          words.notWritten
        )}
      </p>
    </div>
  );
}

function Saved({ answer }: { answer: LegalAnswer }) {
  if (answer.outcome !== 'saved') return null;
  const names = answer.changed.map((page) => words[`title.${page}`]).join(', ');
  return (
    <Notice tone="good" isAnswer>
      {names === '' ? words.savedNothing : fillText(words.saved, { names })}
    </Notice>
  );
}
