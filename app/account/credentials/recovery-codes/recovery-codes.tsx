'use client';

import { Download } from 'lucide-react';
import { useActionState, useEffect, useState } from 'react';
import { factors } from '../../../_texts/en/factors';
import { Button } from '../../../_ui/button';
import { buttonClass } from '../../../_ui/button-look';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { useCopy } from '../../../_ui/use-copy';
import { makeCodesAction } from './actions';

type RecoveryCodesProps = {
  submitText: string;
  /** The first line of the text file: whose codes they are, and where. */
  fileTitle: string;
};

/** A button, and after its press the codes, until the page is left. */
export function RecoveryCodes({ submitText, fileTitle }: RecoveryCodesProps) {
  const [answer, send] = useActionState(makeCodesAction, {});
  const [isLeft, setIsLeft] = useState(false);
  useEffect(() => {
    const leave = () => setIsLeft(true);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);
  if (answer.codes && !isLeft) {
    return <Codes codes={answer.codes} fileTitle={fileTitle} />;
  }
  return (
    <form action={send} className="flex flex-col gap-5">
      {answer.errors ? <ErrorSummary title={factors['error.title']} errors={answer.errors} /> : null}
      <SubmitButton pendingText={factors.codesMaking} className="self-start">
        {submitText}
      </SubmitButton>
    </form>
  );
}

function Codes({ codes, fileTitle }: { codes: string[]; fileTitle: string }) {
  const [state, copy] = useCopy();
  const file = `${fileTitle}\n\n${codes.join('\n')}\n`;
  const said = state === 'copied' ? factors.codesCopied : state === 'failed' ? factors.codesCopyFailed : '';
  return (
    <div className="flex max-w-text flex-col gap-6">
      <Notice tone="warn" title={factors.codesShownTitle} isAnswer>
        {factors.codesShownText}
      </Notice>
      <ul
        id="recovery-codes"
        className="grid w-fit grid-cols-1 gap-x-10 gap-y-2 rounded-md border border-line bg-raised px-6 py-5 font-mono sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="no-print flex flex-wrap items-center gap-3">
        <a
          className={buttonClass({ variant: 'primary' })}
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        >
          <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {factors.codesDownload}
        </a>
        <Button variant="secondary" onClick={() => copy(file)}>
          {factors.codesCopy}
        </Button>
        <span role="status" className="text-muted">
          {said}
        </span>
      </div>
    </div>
  );
}
