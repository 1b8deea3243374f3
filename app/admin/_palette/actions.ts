'use server';

import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { findHits } from './find-hits';
import type { PaletteItem } from './palette-item';

/** What a typed text stands for. It comes as a POST, because it may be a key and a key must not reach an address. */
export async function searchStore(typed: string): Promise<PaletteItem[]> {
  await requireAdminChange('/admin');
  // The argument comes from whoever found the action's address.
  return typeof typed === 'string' ? findHits(typed) : [];
}
