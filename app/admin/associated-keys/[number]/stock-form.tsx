'use client';

import { useActionState, useEffect, useState } from 'react';
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

const LARGEST_BYTES = 1_900_000;
// From here on a browser that pastes line by line would stand still for seconds; setting the whole text does not.
const SLOW_PASTE = 10_000;

/** Paste or file, then the check, then adding what was checked. A chosen file lands in the box, so that both are one list. */
export function StockForm({ productId }: { productId: string }) {
  const [answer, action] = useActionState<StockAnswer, FormData>(stockKeys, { outcome: 'none' });
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (answer.outcome === 'added') setText('');
  }, [answer]);
  const put = (value: string) => {
    setText(value);
    setProblem(new Blob([value]).size > LARGEST_BYTES ? words.tooLarge : undefined);
  };
  const readFile = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const bytes = await file.arrayBuffer();
      put(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      setProblem(words.fileUnreadable);
    }
    input.value = '';
  };
  // Without scripts the box is empty after the check: the same list is then given once more, and the server compares.
  const isPresent = checked === undefined || checked === text;
  return (
    <form
      action={action}
      onSubmit={(event) => {
        if (problem === undefined) setChecked(text);
        else event.preventDefault();
      }}
      className="flex flex-col gap-5"
    >
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
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (pasted.length < SLOW_PASTE) return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          put(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
        }}
      />
      <Field
        id="file"
        type="file"
        accept=".txt,.csv,text/plain,text/csv"
        label={words.file}
        hint={words.fileHint}
        onChange={(event) => void readFile(event.target)}
      />
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
