import { now } from '../clock';
import type { Tx } from '../db/client';
import { reserveNumber } from './reserve-number';

export type NewPlan = {
  /** Set by an import. The product's own number is allowed when this is its only plan. */
  number?: number;
  name: string;
  /** Minor units of `currency`. */
  unitAmount: number;
  /** ISO 4217, lower case. */
  currency: string;
  activationLimit: number | null;
  termDays: number | null;
  /** Days of new versions after purchase; null or left out = as long as the right lives. */
  updateDays?: number | null;
  billingInterval?: 'month' | 'year' | null;
  /** Days that a first subscription costs nothing. */
  trialDays?: number | null;
  /** True where the value is the product's and follows it. */
  inheritsLimit?: boolean;
  inheritsTerm?: boolean;
  inheritsUpdates?: boolean;
};

export type NewProduct = {
  /** Set by an import; otherwise the next of the sequence. */
  number?: number;
  slug: string;
  title: string;
  tagline?: string;
  descriptionMd?: string;
  installationMd?: string;
  faqMd?: string;
  screenshotsMd?: string;
  otherNotesMd?: string;
  category?: string;
  platform?: string;
  author?: string;
  pageUrl?: string;
  documentationUrl?: string;
  changelogUrl?: string;
  requiresVersion?: string;
  testedVersion?: string;
  requiresPhp?: string;
  legacyTitle?: string;
  /** False for what has no file by nature. */
  deliversFiles?: boolean;
  /** False ends all downloads with the update right. */
  keepsReleases?: boolean;
  /** Null keeps it out of the storefront. */
  publishedAt?: Date | null;
  plans: readonly NewPlan[];
};

export type CreatedProduct = { id: string; number: number; plans: { id: string; number: number }[] };

export type CreateProductResult =
  | { ok: true; product: CreatedProduct }
  | { ok: false; reason: 'slug_taken' | 'legacy_title_taken' | 'number_taken' | 'number_shared' };

/**
 * Makes a product with its plans inside the caller's transaction, published unless told otherwise. Numbers that are
 * given are kept and the sequence moves above them. What later plans begin with is what the first one says. After a refusal roll the transaction back: numbers may be taken.
 */
export async function createProduct(tx: Tx, facts: NewProduct, at: Date = now()): Promise<CreateProductResult> {
  const { number: wanted, plans, publishedAt = at, ...texts } = facts;
  const refusal = await refusalOf(tx, facts);
  if (refusal) return { ok: false, reason: refusal };
  const id = crypto.randomUUID();
  const number = await reserveNumber(tx, id, wanted);
  if (number === undefined) return { ok: false, reason: 'number_taken' };
  await tx.product.create({ data: { id, number, publishedAt, createdAt: at, ...texts, ...defaultsOf(plans[0]) } });
  const made: CreatedProduct['plans'] = [];
  for (const [position, plan] of plans.entries()) {
    const created = await createPlan(tx, { id, number }, { ...plan, position }, at);
    if (!created) return { ok: false, reason: 'number_taken' };
    made.push(created);
  }
  return { ok: true, product: { id, number, plans: made } };
}

function defaultsOf(plan: NewPlan | undefined) {
  if (!plan) return {};
  const { activationLimit, termDays, updateDays = null } = plan;
  return { defaultActivationLimit: activationLimit, defaultTermDays: termDays, defaultUpdateDays: updateDays };
}

async function createPlan(
  tx: Tx,
  product: { id: string; number: number },
  { number: wanted, ...plan }: NewPlan & { position: number },
  at: Date,
): Promise<{ id: string; number: number } | undefined> {
  const number = wanted === product.number ? wanted : await reserveNumber(tx, product.id, wanted);
  if (number === undefined) return undefined;
  return tx.plan.create({
    data: { ...plan, number, productId: product.id, createdAt: at },
    select: { id: true, number: true },
  });
}

type Refusal = Extract<CreateProductResult, { ok: false }>['reason'];

async function refusalOf(tx: Tx, { number, slug, legacyTitle, plans }: NewProduct): Promise<Refusal | undefined> {
  const shared = number !== undefined && plans.some((plan) => plan.number === number);
  if (shared && plans.length > 1) return 'number_shared';
  const titles = legacyTitle === undefined ? [] : [{ legacyTitle }];
  const other = await tx.product.findFirst({ where: { OR: [{ slug }, ...titles] }, select: { slug: true } });
  if (!other) return undefined;
  return other.slug === slug ? 'slug_taken' : 'legacy_title_taken';
}
