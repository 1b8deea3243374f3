'use client';

import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { saveNoteAction } from './desk-actions';
import { useDesk } from './desk-context';
import type { DeskKey } from './desk-key';

const LONGEST = 200;

/** The short remark of a key, written in place: Enter or the button saves, Escape leaves it, nothing written clears it. */
export function NoteField({ of: key }: { of: DeskKey }) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const { name, note } = key;
  if (!isOpen) {
    return (
      <button
        ref={opener}
        type="button"
        aria-label={note === null ? fillText(words.addNoteNamed, { name }) : fillText(words.editNoteNamed, { name })}
        onClick={() => setOpen(true)}
        className={
          note === null
            ? 'link self-start text-start font-normal text-sm'
            : 'self-start break-words rounded-sm text-start font-normal text-muted text-sm hover:text-ink hover:underline'
        }
      >
        {note ?? words.addNote}
      </button>
    );
  }
  return <NoteForm of={key} close={() => setOpen(false)} />;
}

function NoteForm({ of: { sid, name, note }, close }: { of: DeskKey; close: () => void }) {
  const { act } = useDesk();
  const send = (form: FormData) =>
    act(
      () => saveNoteAction(form),
      () => {
        close();
        return true;
      },
    );
  return (
    <form
      className="flex items-center gap-1 font-normal"
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && close()}
    >
      <input type="hidden" name="sid" value={sid} />
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened by a press that means to write
        autoFocus
        name="note"
        defaultValue={note ?? ''}
        maxLength={LONGEST}
        aria-label={fillText(words.noteOf, { name })}
        title={words.noteHint}
        autoComplete="off"
        className="min-h-9 w-full min-w-40 rounded-md border border-edge bg-raised px-2 py-1 text-sm"
      />
      <button
        type="submit"
        aria-label={words.saveNote}
        title={words.saveNote}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-sm text-good transition-colors hover:bg-sunken"
      >
        <Check aria-hidden="true" className="size-4" strokeWidth={2} />
      </button>
    </form>
  );
}
