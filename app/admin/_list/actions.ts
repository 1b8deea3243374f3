'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { findByKey } from '@/lib/licensing/find-by-key';
import { formField } from '../../_shell/form-field';
import { CALLS_PATH, callSearchHref } from '../logs/requests/call-search';
import { foundKeyHref } from './found-key-href';
import { listPath, searchHref } from './search-href';

/**
 * Where a search of a list leads. A key leads to what it opens and is forgotten; every other text becomes part of the
 * list's address. It comes as a POST because nothing but its digest tells a key from other texts, and a key must not
 * reach an address.
 */
export async function findListHref(form: FormData): Promise<string> {
  await requireAdminChange('/admin');
  const [list, typed] = [formField(form, 'list'), formField(form, 'q')];
  const found = await findByKey(typed);
  if (listPath(list) === CALLS_PATH) return callSearchHref(list, typed, found !== undefined);
  return found ? foundKeyHref(list, found) : searchHref(list, typed);
}

/** The same without scripts: the browser is sent there. */
export async function searchList(form: FormData): Promise<void> {
  await requireAdminChange('/admin');
  redirect(await findListHref(form));
}
