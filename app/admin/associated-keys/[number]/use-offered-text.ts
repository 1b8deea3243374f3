'use client';

import { type ChangeEvent, type ClipboardEvent, useState } from 'react';
import { stock as words } from '../../../_texts/en/stock';

const LARGEST_BYTES = 1_900_000;
// From here on a browser that pastes line by line would stand still for seconds; setting the whole text does not.
const SLOW_PASTE = 10_000;

/** The list as it stands in the box, however it got there, and what keeps it from being sent. */
export function useOfferedText() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const put = (value: string) => {
    setText(value);
    setProblem(new Blob([value]).size > LARGEST_BYTES ? words.tooLarge : undefined);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (pasted.length < SLOW_PASTE) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    put(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
  };
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    try {
      put(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      setProblem(words.fileUnreadable);
    }
    // The text is in the box now; sent with the form as well, the file would be there twice.
    target.value = '';
  };
  return { text, problem, put, paste, readFile };
}
