import { z } from 'zod';
import { readCustomer } from '../../../../../customers/read-customer';
import { listSubscriptions, readSubscription } from '../../../../../orders/subscriptions/list-subscriptions';
import { operation } from '../../operation';
import { notFound, numberPath, rowNumber } from '../shop-fields';
import { presentSubscription, subscriptionSchema } from './present-subscription';

const facts = { area: 'orders', access: 'read', method: 'GET' } as const;
const listSchema = z.object({ data: z.array(subscriptionSchema) });

export const listOwnSubscriptions = operation({
  ...facts,
  id: 'subscriptions.list',
  audience: 'owner',
  path: '/subscriptions',
  summary: 'List your own subscriptions, those that run first.',
  refusals: [],
  answerSchema: listSchema,
  handle: async ({ caller }) => {
    const own = await listSubscriptions(caller.customerId);
    return { ok: true, body: { data: own.map(presentSubscription) } };
  },
});

export const readOwnSubscription = operation({
  ...facts,
  id: 'subscriptions.read',
  audience: 'owner',
  path: '/subscriptions/{number}',
  summary: 'Read one of your own subscriptions with its invoices.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: subscriptionSchema,
  handle: async ({ caller, path }) => {
    const own = await readSubscription(path, { customerId: caller.customerId });
    return own ? { ok: true, body: presentSubscription(own) } : notFound;
  },
});

export const listSubscriptionsOperation = operation({
  ...facts,
  id: 'subscriptions.admin_list',
  audience: 'admin',
  path: '/admin/subscriptions',
  summary: 'List the subscriptions of a customer, those that run first.',
  refusals: ['not_found'],
  querySchema: z.object({ customer: rowNumber.describe('The customer’s number.') }),
  answerSchema: listSchema,
  handle: async ({ query, at }) => {
    const customer = await readCustomer(query.customer, at);
    if (!customer) return notFound;
    return { ok: true, body: { data: (await listSubscriptions(customer.id)).map(presentSubscription) } };
  },
});

export const readSubscriptionOperation = operation({
  ...facts,
  id: 'subscriptions.admin_read',
  audience: 'admin',
  path: '/admin/subscriptions/{number}',
  summary: 'Read a subscription with its invoices.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: subscriptionSchema,
  handle: async ({ path }) => {
    const found = await readSubscription(path, 'anyone');
    return found ? { ok: true, body: presentSubscription(found) } : notFound;
  },
});
