import { z } from 'zod';
import type { CustomerFilter } from '../../../../../customers/customer-filter';
import { type ListedCustomer, listCustomers } from '../../../../../customers/list-customers';
import { type CustomerFacts, readCustomer } from '../../../../../customers/read-customer';
import { operation } from '../../operation';
import {
  answerPage,
  given,
  isoOf,
  isYes,
  keysetWish,
  listOf,
  maybeTold,
  notFound,
  numberPath,
  pageFields,
  searched,
  told,
  yesOrNo,
} from '../shop-fields';

const role = z.enum(['customer', 'admin']);

/** What narrows the customers, in a list and in an export. */
export const customerQuery = {
  q: searched
    .optional()
    .describe('A customer number, the beginning of an e-mail address, or words of a name or company.'),
  role: role.optional(),
  is_disabled: yesOrNo.optional().describe('No: those that are open.'),
  is_deleted: yesOrNo.optional(),
  lacks_factor: yesOrNo.optional().describe('Admins without a second factor.'),
};
export type CustomerQuery = z.output<z.ZodObject<typeof customerQuery>>;

const common = {
  id: z.uuid(),
  number: z.int(),
  email: z.string(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  role,
  disabled_at: maybeTold,
  deleted_at: maybeTold.describe(
    'When the customer deleted the account: its number, orders and payments are left of it.',
  ),
  created_at: told,
};

/** A customer as an admin's key reads it. */
export const customer = z.object({
  ...common,
  vat_id: z.string().nullable(),
  is_email_verified: z.boolean(),
  has_password: z.boolean(),
  factors: z.object({ authenticators: z.int(), passkeys: z.int(), recovery_codes: z.int() }),
  sessions: z.int(),
  last_seen_at: maybeTold,
});

export const listCustomersOperation = operation({
  id: 'customers.list',
  area: 'customers',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/customers',
  summary: 'List the customers and admins of the store, the newest first.',
  refusals: [],
  querySchema: z.object({ ...customerQuery, ...pageFields }),
  answerSchema: listOf(z.object({ ...common, has_second_factor: z.boolean(), orders: z.int(), licences: z.int() })),
  handle: async ({ query }) => {
    return answerPage(await listCustomers(customerFilter(query), keysetWish(query)), query, presentListed);
  },
});

export const readCustomerOperation = operation({
  id: 'customers.read',
  area: 'customers',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/customers/{number}',
  summary: 'Read a customer. Orders, licences and activations are lists with the filter “customer”.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: customer,
  handle: async ({ path, at }) => {
    const found = await readCustomer(path.number, at);
    return found ? { ok: true, body: presentCustomer(found) } : notFound;
  },
});

/** The filter of a query. */
export function customerFilter(query: CustomerQuery): CustomerFilter {
  return given({
    text: query.q,
    role: query.role,
    isDisabled: isYes(query.is_disabled),
    isDeleted: isYes(query.is_deleted),
    lacksFactor: isYes(query.lacks_factor),
  });
}

function presentListed(row: ListedCustomer) {
  return {
    id: row.id,
    number: row.number,
    email: row.email,
    name: row.name,
    company: row.company,
    role: row.role,
    disabled_at: isoOf(row.disabledAt),
    deleted_at: isoOf(row.deletedAt),
    created_at: isoOf(row.createdAt),
    has_second_factor: row.hasFactor,
    orders: row.orders,
    licences: row.licences,
  };
}

/** A customer as `customer` says. */
export function presentCustomer(row: CustomerFacts): z.input<typeof customer> {
  return {
    id: row.id,
    number: row.number,
    email: row.email,
    name: row.name,
    company: row.company,
    role: row.role,
    disabled_at: isoOf(row.disabledAt),
    deleted_at: isoOf(row.deletedAt),
    created_at: isoOf(row.createdAt),
    vat_id: row.vatId,
    is_email_verified: row.isEmailVerified,
    has_password: row.hasPassword,
    factors: {
      authenticators: row.factors.totp,
      passkeys: row.factors.passkey,
      recovery_codes: row.factors.recoveryCodes,
    },
    sessions: row.sessions,
    last_seen_at: isoOf(row.lastSeenAt),
  };
}
