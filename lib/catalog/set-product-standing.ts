import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { auditProduct } from './audit-product';
import { type LockedProduct, lockProduct } from './lock-product';
import { standingOf } from './product-standing';

export type SetProductStandingResult =
  | { ok: true; isChanged: boolean }
  /** no_plan: nothing could be bought. archived: make it a draft first. */
  | { ok: false; reason: 'product_not_found' | 'no_plan' | 'archived' };

const ACTIONS = { published: 'product.publish', draft: 'product.unpublish', archived: 'product.archive' } as const;

/**
 * Puts a product into the storefront, takes it out, or archives it. Out of the storefront nobody can buy it; keys,
 * activations, downloads and the pages of those who have it go on in every standing.
 */
export async function setProductStanding(wish: {
  productId: string;
  standing: keyof typeof ACTIONS;
  actor: Actor;
  at?: Date;
}): Promise<SetProductStandingResult> {
  const { productId, standing, actor, at = now() } = wish;
  return inTransaction(async (tx) => {
    const product = await lockProduct(tx, productId);
    if (!product) return { ok: false, reason: 'product_not_found' };
    const present = standingOf(product);
    if (present === standing) return { ok: true, isChanged: false };
    const reason = standing === 'published' ? publishRefusal(product) : undefined;
    if (reason) return { ok: false, reason };
    const after = {
      publishedAt: standing === 'published' ? at : null,
      archivedAt: standing === 'archived' ? at : null,
    };
    await tx.product.update({ where: { id: productId }, data: after });
    const action = present === 'archived' ? 'product.restore' : ACTIONS[standing];
    await auditProduct(tx, { actor, action, objectId: productId, before: textsOf(product), after: textsOf(after), at });
    return { ok: true, isChanged: true };
  });
}

function publishRefusal(product: LockedProduct): 'archived' | 'no_plan' | undefined {
  if (product.archivedAt !== null) return 'archived';
  return product.plans.every((plan) => plan.archivedAt !== null) ? 'no_plan' : undefined;
}

function textsOf({ publishedAt, archivedAt }: { publishedAt: Date | null; archivedAt: Date | null }) {
  return { publishedAt: publishedAt?.toISOString() ?? null, archivedAt: archivedAt?.toISOString() ?? null };
}
