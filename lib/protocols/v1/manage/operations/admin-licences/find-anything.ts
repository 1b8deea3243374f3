import { z } from 'zod';
import { findProducts } from '../../../../../catalog/find-products';
import { findCustomers } from '../../../../../customers/find-customers';
import { findByKey } from '../../../../../licensing/find-by-key';
import { findHosts } from '../../../../../licensing/find-hosts';
import { findLicences } from '../../../../../licensing/find-licences';
import { findOrders } from '../../../../../orders/find-orders';
import { operation } from '../../operation';
import { words } from '../shop-fields';

const found = z.object({
  key: z
    .object({
      kind: z.enum(['customer', 'licence', 'stock']),
      customer_number: z.int().nullable(),
      licence_number: z.int().nullable(),
      order_number: z.int().nullable(),
      product_number: z.int().nullable(),
    })
    .nullable()
    .describe('What the text opens, if it is a licence key of this store; a key is looked for nowhere else.'),
  orders: z.array(z.object({ number: z.int(), customer_email: z.string() })),
  customers: z.array(z.object({ number: z.int(), email: z.string(), name: z.string().nullable() })),
  licences: z.array(z.object({ number: z.int(), product: z.string(), customer_email: z.string() })),
  hosts: z.array(z.object({ host: z.string(), activations: z.int() })),
  products: z.array(z.object({ number: z.int(), title: z.string() })),
});

const NOTHING = { orders: [], customers: [], licences: [], hosts: [], products: [] };

/** It takes its text in the body, because it may be a key, and a key must not reach an address. */
export const findOperation = operation({
  id: 'licences.find_anything',
  area: 'licences',
  access: 'read',
  audience: 'admin',
  method: 'POST',
  path: '/admin/find',
  summary: 'Find what a text stands for: a licence key, a number, an address, a host, a title.',
  refusals: [],
  bodySchema: z.strictObject({ text: words(200).min(1) }),
  answerSchema: found,
  handle: async ({ body }) => {
    const text = body.text.trim();
    const key = await findByKey(text);
    if (key) return { ok: true, body: { key: presentKey(key), ...NOTHING } };
    if (text === '' || /^lk[a-z]_/.test(text)) return { ok: true, body: { key: null, ...NOTHING } };
    const [orders, customers, licences, hosts, products] = await Promise.all([
      findOrders(text),
      findCustomers(text),
      findLicences(text),
      findHosts(text),
      findProducts(text),
    ]);
    return {
      ok: true,
      body: {
        key: null,
        orders: orders.map(({ number, customerEmail }) => ({ number, customer_email: customerEmail })),
        customers: customers.map(({ number, email, name }) => ({ number, email, name })),
        licences: licences.map(({ number, productTitle, customerEmail }) => ({
          number,
          product: productTitle,
          customer_email: customerEmail,
        })),
        hosts: hosts.map(({ host, activations }) => ({ host, activations })),
        products: products.map(({ number, title }) => ({ number, title })),
      },
    };
  },
});

function presentKey(key: NonNullable<Awaited<ReturnType<typeof findByKey>>>) {
  return {
    kind: key.kind,
    customer_number: 'customerNumber' in key ? key.customerNumber : null,
    licence_number: 'licenceNumber' in key ? key.licenceNumber : null,
    order_number: ('orderNumber' in key ? key.orderNumber : undefined) ?? null,
    product_number: 'productNumber' in key ? key.productNumber : null,
  };
}
