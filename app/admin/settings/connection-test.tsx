'use client';

import { type ReactNode, useState, useTransition } from 'react';
import type { TryConnectionResult } from '@/lib/customers/try-connection';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { Button } from '../../_ui/button';
import { Notice } from '../../_ui/notice';

type ConnectionTestProps<T> = {
  label: string;
  pendingText: string;
  ask: () => Promise<TryConnectionResult<T>>;
  show: (answer: T) => ReactNode;
};

/** A Test button and, below it, what it found out. A second press while it runs does nothing. */
export function ConnectionTest<T>({ label, pendingText, ask, show }: ConnectionTestProps<T>) {
  const [tried, setTried] = useState<TryConnectionResult<T>>();
  const [isAsking, startAsking] = useTransition();
  const test = () => {
    if (isAsking) return;
    setTried(undefined);
    startAsking(async () => setTried(await ask()));
  };
  return (
    <div className="flex flex-col gap-3">
      <Button variant="secondary" onClick={test} aria-disabled={isAsking || undefined} className="self-start">
        {isAsking ? `${pendingText}…` : label}
      </Button>
      {tried?.ok ? show(tried.answer) : null}
      {tried && !tried.ok ? <TooManyTests seconds={tried.retryAfterSeconds} /> : null}
    </div>
  );
}

/** Why a test was not run. */
export function TooManyTests({ seconds }: { seconds: number }) {
  return (
    <Notice tone="warn" isAnswer>
      {fillText(words.tooManyTests, { minutes: Math.ceil(seconds / 60) })}
    </Notice>
  );
}
