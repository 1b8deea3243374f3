'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/auth/browser-session';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { formatCartLines } from '@/lib/catalog/cart-lines';
import { hasFactor } from '@/lib/customers/second-factor';
import { claimNewAccount } from '@/lib/orders/claim-new-account';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { formField } from '../../_shell/form-field';
import { readCart, saveCart } from '../../cart/cart-cookie';
import { forgetPaying, payingCart } from '../paying-cookie';
import { invoicePath } from './invoice-path';

/** Public: signs the buyer in, once, to the account that this very checkout made; the address's token is the proof. */
export async function openNewAccount(form: FormData): Promise<void> {
  await requireOwnPage();
  const token = formField(form, 'token');
  const page = await pathOf(formField(form, 'page'), token);
  const { address } = await requestFacts();
  const claimed = await claimNewAccount(token, { address });
  // Claimed before: the page asks whoever is not signed in to do so.
  // Neither does a checkout stand in for a second factor that its account has got since.
  if (claimed && !(await hasFactor(claimed.customerId))) await startBrowserSession(claimed);
  redirect(page);
}

async function pathOf(page: string, token: string): Promise<string> {
  if (page === 'api-downloads') return '/account/api-downloads';
  const view = page === 'invoice' ? await readCheckoutByToken(token) : undefined;
  return view?.state === 'ordered' ? invoicePath(view.order.id) : '/account/api-keys';
}

/** Public: empties this browser's cart once its payment is through, unless something else was put into it since. */
export async function emptyPaidCart(token: string): Promise<void> {
  await requireOwnPage();
  const paid = await payingCart(String(token));
  if (paid === undefined) return;
  const view = await readCheckoutByToken(String(token));
  if (view?.state !== 'ordered' && view?.state !== 'awaiting_proof') return;
  if (formatCartLines(await readCart()) === paid) await saveCart([]);
  await forgetPaying();
}
