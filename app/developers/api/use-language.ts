'use client';

import { useSyncExternalStore } from 'react';

const PLACE = 'sample-language';
const listeners = new Set<() => void>();
let chosen: string | undefined;

/** The language in which the visitor reads samples, on every page and the next time too; only its name is kept. */
export function useLanguage(): [language: string, choose: (language: string) => void] {
  return [useSyncExternalStore(listen, known, onServer), choose];
}

function choose(language: string): void {
  chosen = language;
  try {
    localStorage.setItem(PLACE, language);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function known(): string {
  if (chosen !== undefined) return chosen;
  try {
    return localStorage.getItem(PLACE) ?? '';
  } catch {
    return '';
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function onServer(): string {
  return '';
}
