'use client';

import { useEffect, useState } from 'react';

export type CopyState = 'idle' | 'copied' | 'failed';

const SHOWN_MS = 2_000;

/** Puts a text on the clipboard and says for two seconds how it went. */
export function useCopy(): [CopyState, (value: string | undefined) => Promise<void>] {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (value: string | undefined) => {
    try {
      if (value === undefined) throw new Error('nothing to copy');
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return [state, copy];
}
