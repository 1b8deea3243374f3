'use client';

import { useEffect } from 'react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { AskDialog } from '../../_ui/ask-dialog';
import type { ShownKey } from './key-answer';
import { ValueList } from './value-list';

const SHOWN_MS = 60_000;

/** A key that was revealed or has just got a new value: in front of the page, for 60 seconds, and gone when that is left. */
export function ShownKeyDialog({ shown, close }: { shown: ShownKey; close: () => void }) {
  useEffect(() => {
    const timer = setTimeout(close, SHOWN_MS);
    window.addEventListener('pagehide', close);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', close);
    };
  }, [close]);
  return (
    <AskDialog
      isOpen
      onClose={close}
      title={fillText(words.shownTitle, { name: shown.name })}
      text={shown.isNew ? `${words.newKeyText} ${words.shownText}` : words.shownText}
      closeText={words.done}
    >
      <ValueList value={shown.value} />
    </AskDialog>
  );
}
