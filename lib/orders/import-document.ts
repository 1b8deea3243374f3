import { z } from 'zod';
import { isDays } from '../catalog/licensing-terms';
import { isCurrency } from '../catalog/plan-offer';
import { faultOf } from '../licensing/check-key-list';
import { payableStep } from '../minor-units';

/** What an int4 column holds. */
export const MOST_INTEGER = 2_147_483_647;
// Headroom: a sequence goes on above the highest number, and at the end of int4 there are no more orders.
const MOST_NUMBER = 2_000_000_000;
/** The largest amount the payment page takes: eight digits. */
const MOST_AMOUNT = 99_999_999;
const MOST_QUANTITY = 1_000_000;
const LONGEST_LINE = 200;
// A store of software sold nothing before; what looks older is mostly seconds taken for something else.
const FIRST_DAY = Date.UTC(2000, 0, 1);
const DATE_SAYS =
  'must be a date since 2000 in quotes, like "2027-01-01" or with its time and offset "2027-01-01T12:00:00Z"';

const number = z.number().int().min(1).max(MOST_NUMBER);
const limit = z.number().int().min(1).max(MOST_INTEGER).nullable();
const days = z.number().int().refine(isDays, 'must be 1 to 36500 days; null where there is no end').nullable();
const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: DATE_SAYS })
  .transform((text) => new Date(text))
  .refine((date) => date.getTime() >= FIRST_DAY, DATE_SAYS);
// Neither can be part of a text in PostgreSQL.
const isStorable = (all: string) => !all.includes('\0') && all.isWellFormed();
const text = z.string().refine(isStorable, 'must not hold the character NUL or half a character');
const line = z
  .string()
  .max(LONGEST_LINE)
  .refine((all) => all.isWellFormed() && !/\p{Cc}/u.test(all), 'must be one line without control characters');
// Of any shape: what a customer typed into a program years ago. White space around it is not part of it, because a call's key
// is read without it.
const key = z
  .string()
  .trim()
  .refine((all) => faultOf(all) === undefined, 'must be 1 to 190 characters without control characters');

const plan = z
  .strictObject({
    number,
    name: line.min(1),
    unitAmount: z.number().int().min(0).max(MOST_AMOUNT),
    currency: z.string().refine(isCurrency, 'must be a currency of ISO 4217 in small letters, like "usd"'),
    activationLimit: limit,
    termDays: days,
    /** Days of new versions after purchase; null = as long as the right lives. */
    updateDays: days.default(null),
  })
  .refine(({ unitAmount, currency }) => unitAmount % payableStep(currency) === 0, {
    path: ['unitAmount'],
    error: 'must be an amount that the payment page takes: 1.230, not 1.234',
  });

const release = z.strictObject({
  version: line.min(1),
  channel: z.enum(['stable', 'beta']).default('stable'),
  releasedAt: day,
  upgradeNotice: text.default(''),
  changelogMd: text.default(''),
  requiresVersion: line.min(1).optional(),
  testedVersion: line.min(1).optional(),
  requiresPhp: line.min(1).optional(),
});

const product = z.strictObject({
  number,
  slug: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(LONGEST_LINE),
  title: line.min(1),
  legacyTitle: line.min(1).optional(),
  author: line.optional(),
  pageUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  requiresVersion: line.optional(),
  testedVersion: line.optional(),
  requiresPhp: line.optional(),
  /** False for what has no file by nature; true unless said. */
  deliversFiles: z.boolean().optional(),
  /** Whether a licence whose updates ended keeps what it had; true unless said. */
  keepsReleases: z.boolean().optional(),
  descriptionMd: text.optional(),
  installationMd: text.optional(),
  faqMd: text.optional(),
  screenshotsMd: text.optional(),
  otherNotesMd: text.optional(),
  plans: z.array(plan).min(1),
  releases: z.array(release).default([]),
});

const item = z.strictObject({
  planNumber: number,
  quantity: z.number().int().min(1).max(MOST_QUANTITY).default(1),
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
  name: line.optional(),
  /** Also of a customer without orders: their first purchase here goes on with it. */
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
export type ImportedCustomer = z.infer<typeof customer>;
export type ImportedOrder = z.infer<typeof order>;
