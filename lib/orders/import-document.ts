import { z } from 'zod';
import { faultOf } from '../licensing/check-key-list';

const number = z.number().int().min(1).max(2_147_483_647);
const limit = z.number().int().min(1).nullable();
const day = z.coerce.date();
// Of any shape: what a customer typed into a program years ago. White space around it is not part of it, because a call's key
// is read without it.
const key = z
  .string()
  .trim()
  .refine((text) => faultOf(text) === undefined, 'must be 1 to 190 characters without control characters');

const plan = z.strictObject({
  number,
  name: z.string().min(1),
  unitAmount: z.number().int().min(0),
  currency: z.string().regex(/^[a-z]{3}$/),
  activationLimit: limit,
  termDays: z.number().int().min(1).nullable(),
  /** Days of new versions after purchase; null = as long as the right lives. */
  updateDays: z.number().int().min(1).nullable().default(null),
});

const release = z.strictObject({
  version: z.string().min(1),
  channel: z.enum(['stable', 'beta']).default('stable'),
  releasedAt: day,
  upgradeNotice: z.string().default(''),
  changelogMd: z.string().default(''),
  requiresVersion: z.string().min(1).optional(),
  testedVersion: z.string().min(1).optional(),
  requiresPhp: z.string().min(1).optional(),
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
  /** False for what has no file by nature; true unless said. */
  deliversFiles: z.boolean().optional(),
  /** Whether a licence whose updates ended keeps what it had; true unless said. */
  keepsReleases: z.boolean().optional(),
  descriptionMd: z.string().optional(),
  installationMd: z.string().optional(),
  faqMd: z.string().optional(),
  screenshotsMd: z.string().optional(),
  otherNotesMd: z.string().optional(),
  plans: z.array(plan).min(1),
  releases: z.array(release).default([]),
});

const item = z.strictObject({
  planNumber: number,
  quantity: z.number().int().min(1).default(1),
  resourceNumber: number.optional(),
  productOrderApiKey: key.optional(),
  /** Custom keys and keys from before version 2.0 that open this API Resource too. */
  associatedApiKeys: z.array(key).default([]),
  activationLimit: limit.optional(),
  expiresAt: day.nullable().optional(),
  /** Until when new versions are part of the right; null = as long as it lives. */
  updatesUntil: day.nullable().optional(),
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
  /** The table of associated keys by itself, for API Resources that are here already or come with this document. */
  associatedApiKeys: z.array(z.strictObject({ key, resourceNumber: number })).default([]),
});

export type ImportDocument = z.infer<typeof importDocument>;
export type ImportedOrder = z.infer<typeof order>;
