import type { KeysetPage, PageWish } from '../db/keyset-page';
import { readStoreSettings } from '../settings/store-settings';
import type { LicenseKeyKind } from './client-call';
import { type AdminActivation, listActivations } from './list-activations';
import { shownKeyKinds } from './shown-key-kinds';

/** An activation as its owner sees it. */
export type OwnActivation = Omit<AdminActivation, 'customerNumber' | 'customerEmail' | 'keyHint' | 'keyKind'> & {
  /** Of the key it was activated with; absent when the store hides such keys. */
  keyKind?: LicenseKeyKind;
};

export type OwnActivationList = KeysetPage<OwnActivation>;

/**
 * A page of a customer's own activations, the newest first: all of them, those that fit a search, or those of one licence.
 * Without those of a revoked right.
 */
export async function listOwnActivations(
  which: { customerNumber: number; licenceNumber?: number; text?: string },
  wish: PageWish,
): Promise<OwnActivationList> {
  const [page, settings] = await Promise.all([
    listActivations({ ...which, withoutRevoked: true }, wish),
    readStoreSettings(),
  ]);
  const shown = shownKeyKinds(settings);
  const rows = page.rows.map(({ customerNumber, customerEmail, keyHint, keyKind, ...activation }) => ({
    ...activation,
    ...(shown.includes(keyKind) ? { keyKind } : {}),
  }));
  return { ...page, rows };
}
