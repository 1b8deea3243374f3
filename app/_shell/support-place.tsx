'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { SupportLink } from '@/lib/settings/support-address';

const Support = createContext<SupportLink | undefined>(undefined);

/** Tells pages in the browser where help is: the page of a fault has no server that could tell it. */
export function SupportPlace({ value, children }: { value: SupportLink | undefined; children: ReactNode }) {
  return <Support value={value}>{children}</Support>;
}

/** Where buyers get help; undefined where the owner has set nothing. */
export function useSupport(): SupportLink | undefined {
  return useContext(Support);
}
