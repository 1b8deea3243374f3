import { z } from 'zod';

const number = z.number().int().min(1).max(2_147_483_647);
const limit = z.number().int().min(1).nullable();
const day = z.coerce.date();
const key = z.string().min(1).max(190);

const plan = z.strictObject({
  number,
  name: z.string().min(1),
  unitAmount: z.number().int().min(0),
  currency: z.string().regex(/^[a-z]{3}$/),
  activationLimit: limit,
  termDays: z.number().int().min(1).nullable(),
});

const release = z.strictObject({
  version: z.string().min(1),
  releasedAt: day,
  upgradeNotice: z.string().default(''),
  changelogMd: z.string().default(''),
});

const product = z.strictObject({
  number,
  slug: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  legacyTitle: z.string().min(1).optional(),
  author: z.string().optional(),
  pageUrl: z.url().optional(),
  requiresVersion: z.string().optional(),
  testedVersion: z.string().optional(),
  requiresPhp: z.string().optional(),
  plans: z.array(plan).min(1),
  releases: z.array(release).default([]),
});

const item = z.strictObject({
  planNumber: number,
  quantity: z.number().int().min(1).default(1),
  resourceNumber: number.optional(),
  productOrderApiKey: key.optional(),
  activationLimit: limit.optional(),
  expiresAt: day.nullable().optional(),
});

const order = z.strictObject({ number, placedAt: day, items: z.array(item).min(1) });

const customer = z.strictObject({
  number: number.optional(),
  email: z.email(),
  name: z.string().optional(),
  masterApiKey: key.optional(),
  orders: z.array(order).default([]),
});

/** What `npm run import` reads: the facts of another store, with the numbers and keys that its customers already have. */
export const importDocument = z.strictObject({
  products: z.array(product).default([]),
  customers: z.array(customer).default([]),
});

export type ImportDocument = z.infer<typeof importDocument>;
export type ImportedOrder = z.infer<typeof order>;
