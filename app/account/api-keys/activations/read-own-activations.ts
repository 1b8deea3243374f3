import type { SignedInCustomer } from '@/lib/customers/session';
import { listOwnActivations, type OwnActivationList } from '@/lib/licensing/list-own-activations';
import type { ListView } from '../../../admin/_list/list-view';

/** The page of the customer's own activations that the address asks for; nobody else's, whatever it says. */
export function readOwnActivations(
  { number }: Pick<SignedInCustomer, 'number'>,
  { q, after, before }: Pick<ListView, 'q' | 'after' | 'before'>,
): Promise<OwnActivationList> {
  return listOwnActivations({ customerNumber: number, text: q }, { after, before });
}
