'use client';

import { type FormEvent, useActionState, useEffect, useState } from 'react';
import { stock as words } from '../../../_texts/en/stock';
import { fillText } from '../../../_texts/fill-text';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { TextArea } from '../../../_ui/text-area';
import { stockKeys } from './actions';
import { CheckResult } from './check-result';
import type { StockAnswer } from './stock-answer';
import { useOfferedText } from './use-offered-text';

/** Paste or file, then the check, then adding what was checked. A chosen file lands in the box, so that both are one list. */
export function StockForm({ productId }: { productId: string }) {
  const [answer, action] = useActionState<StockAnswer, FormData>(stockKeys, { outcome: 'none' });
  const { text, problem, put, paste, readFile } = useOfferedText();
  const [checked, setChecked] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an answer empties the box
  useEffect(() => {
    if (answer.outcome === 'added') put('');
  }, [answer]);
  // Without scripts the box is empty after the check: the same list is then given once more, and the server compares.
  const isPresent = checked === undefined || checked === text;
  const send = (event: FormEvent) => {
    if (problem === undefined) setChecked(text);
    else event.preventDefault();
  };
  return (
    <form action={action} onSubmit={send} className="flex flex-col gap-5">
      <Answer answer={answer} isPresent={isPresent} />
      <input type="hidden" name="product" value={productId} />
      <TextArea
        id="keys"
        label={words.keys}
        hint={words.keysHint}
        error={problem}
        rows={8}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => put(event.target.value)}
        onPaste={paste}
      />
      <KeyFile readFile={readFile} />
      <SubmitButton
        name="step"
        value="check"
        variant={addable(answer, isPresent) ? 'secondary' : 'primary'}
        className="self-start"
        pendingText={words.checking}
      >
        {words.check}
      </SubmitButton>
      <AddStep answer={answer} isPresent={isPresent} />
    </form>
  );
}

function KeyFile({ readFile }: Pick<ReturnType<typeof useOfferedText>, 'readFile'>) {
  return (
    <Field
      id="file"
      type="file"
      accept=".txt,.csv,text/plain,text/csv"
      label={words.file}
      hint={words.fileHint}
      onChange={(event) => void readFile(event)}
    />
  );
}

function addable(answer: StockAnswer, isPresent: boolean) {
  if (answer.outcome !== 'checked' && answer.outcome !== 'not_checked') return undefined;
  return isPresent && answer.report.good > 0 ? answer.report : undefined;
}

/** What the check found, and the button that adds it, until the list is changed. */
function AddStep({ answer, isPresent }: { answer: StockAnswer; isPresent: boolean }) {
  if ((answer.outcome !== 'checked' && answer.outcome !== 'not_checked') || !isPresent) return null;
  const report = addable(answer, isPresent);
  return (
    <section aria-labelledby="check-result" className="flex flex-col gap-4 border-line border-t pt-5">
      <h3 id="check-result" className="text-lg">
        {words.resultTitle}
      </h3>
      <CheckResult report={answer.report} />
      {report ? (
        <>
          <input type="hidden" name="fingerprint" value={report.fingerprint} />
          <SubmitButton name="step" value="add" className="self-start" pendingText={words.adding}>
            {fillText(words.add, { count: report.good })}
          </SubmitButton>
        </>
      ) : null}
    </section>
  );
}

function Answer({ answer, isPresent }: { answer: StockAnswer; isPresent: boolean }) {
  switch (answer.outcome) {
    case 'none':
      return null;
    case 'added':
      return answer.added > 0 ? (
        <Notice tone="good" isAnswer>
          {fillText(words.added, { count: answer.added })}
        </Notice>
      ) : (
        <Notice isAnswer>{words.addedNone}</Notice>
      );
    case 'not_checked':
      return (
        <Notice tone="warn" isAnswer>
          {words['refused.not_checked']}
        </Notice>
      );
    case 'checked':
      return isPresent ? <Notice isAnswer>{checkedText(answer.report)}</Notice> : null;
    case 'file_unreadable':
      return (
        <ErrorSummary title={words['refused.title']} errors={[{ fieldId: 'file', message: words.fileUnreadable }]} />
      );
    default: {
      const message = words[`refused.${answer.outcome}`];
      return <ErrorSummary title={words['refused.title']} errors={[{ fieldId: 'keys', message }]} />;
    }
  }
}

function checkedText({ good }: { good: number }): string {
  return `${fillText(words.good, { count: good })}. ${words.nothingAddedYet}`;
}
