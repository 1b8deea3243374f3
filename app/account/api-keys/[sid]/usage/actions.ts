'use server';

import { redirect } from 'next/navigation';
import { configureAccess } from '@/lib/access-keys/configure-access';
import { editKey } from '@/lib/access-keys/edit-key';
import { readKey } from '@/lib/access-keys/list-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { now } from '@/lib/clock';
import { formField } from '../../../../_shell/form-field';
import { narrowed } from './narrowed';

/** Leaves a key only the calls that its usage page named. It can only lose some by this, so no fresh proof is asked for. */
export async function restrictToUsed(form: FormData): Promise<void> {
  const { customer, sid, actor } = await whoRestricts(form);
  const key = await readKey({ customerId: customer.id, sid }, now());
  const access = key && narrowed(key.access, wordsOf(form, 'operations'), customer.role);
  const done = access ? await configureAccess({ customerId: customer.id, sid, access, actor }) : { ok: false };
  redirect(noticeHref(sid, done.ok ? 'restricted' : 'not_restricted'));
}

/** Lets a key that may be used from anywhere be used only from the networks that its usage page named. */
export async function restrictToNetworks(form: FormData): Promise<void> {
  const { customer, sid, actor } = await whoRestricts(form);
  const addresses = wordsOf(form, 'networks');
  const key = await readKey({ customerId: customer.id, sid }, now());
  const isNarrower = key?.addresses.length === 0 && addresses.length > 0;
  const done = isNarrower ? await editKey({ customerId: customer.id, sid, addresses, actor }) : { ok: false };
  redirect(noticeHref(sid, done.ok ? 'networks' : 'not_restricted'));
}

async function whoRestricts(form: FormData) {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-keys');
  const actor = await sessionActor(customer);
  return { customer, sid: formField(form, 'sid'), actor };
}

function wordsOf(form: FormData, name: string): string[] {
  return formField(form, name).split(' ').filter(Boolean);
}

function noticeHref(sid: string, notice: string): string {
  return `/account/api-keys/${encodeURIComponent(sid)}/usage?notice=${notice}`;
}
