import { z } from 'zod';
import type { Caller } from '../../../../../access-keys/caller';
import { type ChangeStandingResult, disableCustomer, enableCustomer } from '../../../../../customers/change-standing';
import { enterCustomer } from '../../../../../customers/enter-customer';
import { mailSignInLink } from '../../../../../customers/mail-sign-in-link';
import { readCustomer } from '../../../../../customers/read-customer';
import { operation } from '../../operation';
import { actorOf, fault, notFound, numberPath, refuse, words } from '../shop-fields';
import { customer, presentCustomer } from './list-customers';

export const createCustomerOperation = operation({
  id: 'customers.create',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers',
  summary: 'Enter a customer. The account has no password until its owner chooses one.',
  description: 'No mail is sent: “mail a sign-in link” does that.',
  refusals: ['conflict'],
  idempotency: 'taken',
  success: 201,
  bodySchema: z.strictObject({
    email: words(254),
    name: words(200).optional(),
    company: words(200).optional(),
    vat_id: words(50).optional(),
  }),
  answerSchema: customer,
  handle: async ({ caller, body, at }) => {
    const { email, name, company, vat_id: vatId } = body;
    const wish = {
      email,
      ...(name ? { name } : {}),
      ...(company ? { company } : {}),
      ...(vatId ? { vatId } : {}),
    };
    const made = await enterCustomer(wish, { actor: actorOf(caller), at });
    if (!made.ok) {
      return made.reason === 'invalid_email' ? fault('email', 'is no e-mail address') : refuse({ reason: 'conflict' });
    }
    const { number } = made.customer;
    const found = await readCustomer(number, at);
    if (!found) return notFound;
    return { ok: true, status: 201, body: presentCustomer(found), location: `/api/v1/admin/customers/${number}` };
  },
});

export const disableCustomerOperation = operation({
  id: 'customers.disable',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers/{number}/disable',
  summary: 'Close an account: signed out everywhere, every key stopped.',
  refusals: ['not_found', 'customer_deleted', 'own_account', 'last_admin'],
  success: 204,
  pathSchema: numberPath,
  handle: ({ caller, path, at }) => changeStanding({ caller, number: path.number, at }, disableCustomer),
});

export const enableCustomerOperation = operation({
  id: 'customers.enable',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers/{number}/enable',
  summary: 'Open a disabled account again.',
  refusals: ['not_found', 'customer_deleted'],
  success: 204,
  pathSchema: numberPath,
  handle: ({ caller, path, at }) => changeStanding({ caller, number: path.number, at }, enableCustomer),
});

export const mailLinkOperation = operation({
  id: 'customers.mail_sign_in_link',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers/{number}/sign-in-link',
  summary: 'Mail a customer a link that signs in once, to their own address and nowhere else.',
  refusals: ['not_found', 'customer_disabled', 'customer_deleted', 'rate_limited'],
  success: 204,
  pathSchema: numberPath,
  handle: async ({ caller, path, at }) => {
    const found = await readCustomer(path.number, at);
    if (!found) return notFound;
    const done = await mailSignInLink({ customerId: found.id, actor: actorOf(caller), at });
    if (done.ok) return { ok: true, status: 204 };
    if (done.reason === 'too_many_attempts') {
      return refuse({ reason: 'rate_limited', retryAfterSeconds: done.retryAfterSeconds });
    }
    return done.reason === 'customer_not_found' ? notFound : refuse({ reason: done.reason });
  },
});

type Which = { caller: Caller; number: number; at: Date };
type Change = (wish: { customerId: string; actor: Caller['actor']; at: Date }) => Promise<ChangeStandingResult>;

async function changeStanding({ caller, number, at }: Which, change: Change) {
  const found = await readCustomer(number, at);
  if (!found) return notFound;
  const done = await change({ customerId: found.id, actor: actorOf(caller), at });
  if (done.ok) return { ok: true as const, status: 204 as const };
  return done.reason === 'customer_not_found' ? notFound : refuse({ reason: done.reason });
}
