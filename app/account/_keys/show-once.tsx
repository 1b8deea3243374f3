'use client';

import { Download } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { AskDialog } from '../../_ui/ask-dialog';
import { Button } from '../../_ui/button';
import { buttonClass } from '../../_ui/button-look';
import { Notice } from '../../_ui/notice';
import type { ShownKey } from './key-answer';
import { useLeaveGuard } from './use-leave-guard';
import { ValueList } from './value-list';
import { envFile } from './value-parts';

/**
 * A new key, this once: it is part of the answer that made it and of nothing else. The address becomes that of the key, so
 * that loading again shows what is known of it, and never the key.
 */
export function ShowOnce({ shown }: { shown: ShownKey }) {
  const router = useRouter();
  const [isSaved, setSaved] = useState(false);
  const isLeft = useOwnAddress(shown.sid);
  const { leavingTo, stay } = useLeaveGuard(!isSaved && !isLeft);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  const keyPath = `/account/api-keys/${shown.sid}`;
  if (isLeft) return null;
  return (
    <section aria-labelledby="show-once" className="flex max-w-text flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h2 id="show-once" ref={heading} tabIndex={-1} className="text-xl outline-none">
          {shown.value.kind === 'pair' ? words.oncePairTitle : words.onceTitle}
        </h2>
        <p className="break-words text-muted">{shown.name}</p>
      </div>
      <Notice tone="warn" title={words.onceWarning} isAnswer>
        {words.onceWarningText} {words.oncePrivate}
      </Notice>
      {shown.hasSameName ? <Notice>{words.sameName}</Notice> : null}
      <ValueList value={shown.value} />
      <p className="text-muted">{words.onceMailed}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 border-line border-t pt-5">
        <a
          className={buttonClass({ variant: 'secondary' })}
          download="latchkey.env"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(envFile(shown.name, shown.value))}`}
        >
          <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {words.download}
        </a>
        <label htmlFor="key-saved" className="inline-flex min-h-10 items-center gap-2.5 font-medium">
          <input
            id="key-saved"
            type="checkbox"
            checked={isSaved}
            onChange={(event) => setSaved(event.currentTarget.checked)}
            className="size-5 accent-ink"
          />
          {words.saved}
        </label>
        <Button
          disabled={!isSaved}
          aria-describedby={isSaved ? undefined : 'leave-hint'}
          onClick={() => router.push(keyPath)}
          className="ms-auto"
        >
          {words.leave}
        </Button>
        {isSaved ? null : (
          <p id="leave-hint" className="w-full text-end text-muted text-sm">
            {words.leaveHint}
          </p>
        )}
      </div>
      <AskDialog
        isOpen={leavingTo !== undefined}
        onClose={stay}
        title={words.leaveTitle}
        text={words.leaveText}
        closeText={words.stay}
        isDangerous
        action={
          <Button variant="danger" onClick={() => router.push(leavingTo ?? keyPath)}>
            {words.leaveAnyway}
          </Button>
        }
      />
    </section>
  );
}

/** Gives the page the key's own address, and says when the page was left: a browser may bring it back from its memory. */
function useOwnAddress(sid: string): boolean {
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    window.history.replaceState(null, '', `/account/api-keys/${sid}?shown=1`);
    const leave = () => setLeft(true);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [sid]);
  return isLeft;
}
