'use client';

import { createContext, useContext } from 'react';
import type { DeskKey } from './desk-key';
import type { KeyAnswer } from './key-answer';

/** A question that stands in front of the page. */
export type Question =
  | { what: 'disable' | 'activate' | 'revoke' | 'remove' | 'regenerate' | 'access' | 'leak'; key: DeskKey }
  | { what: 'bulk_disable' | 'bulk_revoke' | 'bulk_remove'; keys: DeskKey[] };

export type Act = (
  run: () => Promise<KeyAnswer>,
  /** What to do with the answer besides showing it; answers whether that has dealt with a shown key. */
  onDone?: (answer: KeyAnswer & { ok: true }) => Promise<boolean> | boolean,
) => void;

type Desk = {
  ask: (question: Question) => void;
  /** Runs an action: asks who is there where it must, then shows what became of it. */
  act: Act;
  isBusy: boolean;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that the buttons of a key belong to. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A button of a key stands outside KeyDesk');
  return desk;
}

/** A form of these fields, as the actions take it. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
