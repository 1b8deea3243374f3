import { z } from 'zod';

// What receivers get. Members are added, never renamed or taken out. Never a key, a password or an address of the admin area.

const instant = z.iso.datetime().nullable();

const customer = z.object({ id: z.uuid(), number: z.int(), email: z.string() });

const order = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.string(),
  currency: z.string(),
  /** Minor units, as are all amounts. */
  total_amount: z.int(),
  refunded_amount: z.int(),
  placed_at: z.iso.datetime(),
  paid_at: instant,
  customer,
});

const licence = z.object({
  id: z.uuid(),
  number: z.int(),
  order_number: z.int().nullable(),
  state: z.enum(['live', 'grace', 'suspended', 'expired', 'revoked']),
  product: z.object({ number: z.int(), title: z.string() }),
  customer,
  activation_limit: z.int().nullable(),
  activations: z.int(),
  expires_at: instant,
  grace_until: instant,
  updates_until: instant,
});

const apiKey = z.object({
  id: z.string(),
  kind: z.enum(['standard', 'secret', 'pair']).nullable(),
  name: z.string().nullable(),
  prefix: z.string().nullable(),
  state: z.enum(['active', 'disabled', 'expired', 'revoked', 'removed']),
  expires_at: instant,
  owner: customer.nullable(),
});

/** `data` of the events about orders, as the order stands when the message is made. */
export const orderData = z.object({ order });
/** `data` of the events about licences, as the licence stands when the message is made. */
export const licenceData = z.object({ licence });
export const activationData = z.object({
  activation: z.object({ id: z.string(), instance: z.string(), label: z.string() }),
  licence,
});
export const limitData = z.object({
  /** As the client named it. */
  product: z.string(),
  instance: z.string(),
  address: z.string(),
  /** The beginning and end of the licence key. */
  key_hint: z.string(),
  customer: customer.nullable(),
  licence: licence.nullable(),
});
export const keyData = z.object({ api_key: apiKey });
export const testData = z.object({ message: z.string() });

export type CustomerData = z.input<typeof customer>;
export type OrderData = z.input<typeof order>;
export type LicenceData = z.input<typeof licence>;
export type KeyData = z.input<typeof apiKey>;
