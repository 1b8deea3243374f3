'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState, useTransition } from 'react';
import { lists as words } from '../../_texts/en/lists';
import { Button } from '../../_ui/button';
import { findListHref, searchList } from './actions';
import type { ListNote } from './list-view';

const PAUSE_MS = 250;

type ListSearchProps = {
  /** The list's address with its filters, without the searched text. */
  list: string;
  q: string;
  label: string;
  note?: ListNote;
};

/**
 * The search box of a list: / puts the cursor into it, and it searches while one types. What was typed is posted, never
 * written into the address by the browser: only the server can tell a key from a host name.
 */
export function ListSearch({ list, q, label, note }: ListSearchProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const { text, isSearching, type, submit } = useSearch({ q, note });
  useSlash(box);
  return (
    <form action={searchList} onSubmit={submit} className="flex max-w-2xl gap-2">
      <input type="hidden" name="list" value={list} />
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="relative flex min-w-0 grow">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
          strokeWidth={1.75}
        />
        <input
          ref={box}
          id={id}
          name="q"
          type="search"
          value={text}
          onChange={(event) => type(event.currentTarget)}
          placeholder={label}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-keyshortcuts="/"
          title={words.searchHint}
          className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-raised py-2 ps-9 pe-3 transition-colors hover:border-ink"
        />
      </span>
      <Button type="submit" variant="secondary" className="min-h-11" aria-busy={isSearching}>
        {isSearching ? `${words.searching}…` : words.searchAction}
      </Button>
    </form>
  );
}

function useSearch({ q, note }: { q: string; note: ListNote | undefined }) {
  const router = useRouter();
  const [text, setText] = useState(q);
  const [sent, setSent] = useState(q);
  const [seen, setSeen] = useState({ q, note });
  const [isSearching, startSearch] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed, and not because of what was typed here (a cleared filter, a key that was found).
  if (q !== seen.q || note !== seen.note) {
    setSeen({ q, note });
    if (q !== sent && note !== 'key_unknown') setText(q);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (input: HTMLInputElement) => {
    setText(input.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => input.form?.requestSubmit(), PAUSE_MS);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    clearTimeout(timer.current);
    const form = new FormData(event.currentTarget);
    setSent(text.trim());
    startSearch(async () => {
      const href = await findListHref(form);
      // scroll: false also leaves the cursor in the box; a redirect by the action would take it away.
      startSearch(() => router.replace(href, { scroll: false }));
    });
  };
  return { text, isSearching, type, submit };
}

function useSlash(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [box]);
}
