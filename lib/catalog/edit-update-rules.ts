import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';

export type UpdateRules = {
  /** A licence whose update right ended keeps what was released while it lasted. */
  keepsReleases: boolean;
  /** False for what has no file by nature: its versions are published without one. */
  deliversFiles: boolean;
  /** Days of new versions after purchase for some of its plans; null = as long as the licence. */
  plans: { planId: string; updateDays: number | null }[];
};

export type EditUpdateRulesResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: 'product_not_found' | 'days_invalid' };

export const MOST_UPDATE_DAYS = 36_500;

/**
 * Sets who gets which versions of a product. The switches hold at once and for every licence; the days of a plan hold for
 * what is bought from now on, because they are frozen with the purchase.
 */
export async function editUpdateRules(wish: {
  productId: string;
  rules: UpdateRules;
  actor: Actor;
  at?: Date;
}): Promise<EditUpdateRulesResult> {
  const { productId, rules, actor, at = now() } = wish;
  if (!isUuid(productId)) return { ok: false, reason: 'product_not_found' };
  if (!rules.plans.every(({ updateDays }) => isDays(updateDays))) return { ok: false, reason: 'days_invalid' };
  const wanted = new Map(rules.plans.map(({ planId, updateDays }) => [planId, updateDays]));
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR NO KEY UPDATE`;
    const before = await tx.product.findUnique({
      where: { id: productId },
      select: {
        keepsReleases: true,
        deliversFiles: true,
        plans: { select: { id: true, number: true, updateDays: true } },
      },
    });
    if (!before) return { ok: false, reason: 'product_not_found' };
    const { keepsReleases, deliversFiles } = rules;
    const plans = before.plans.flatMap((plan) => {
      const updateDays = wanted.get(plan.id);
      return updateDays === undefined || updateDays === plan.updateDays ? [] : [{ ...plan, wanted: updateDays }];
    });
    const isSame = keepsReleases === before.keepsReleases && deliversFiles === before.deliversFiles;
    if (isSame && plans.length === 0) return { ok: true, isChanged: false };
    await tx.product.update({ where: { id: productId }, data: { keepsReleases, deliversFiles } });
    for (const plan of plans) {
      // A value of its own from now on, whatever the product says.
      await tx.plan.update({ where: { id: plan.id }, data: { updateDays: plan.wanted, inheritsUpdates: false } });
    }
    await recordAudit(tx, {
      actor,
      action: 'product.edit_update_rules',
      objectKind: 'product',
      objectId: productId,
      before: {
        keepsReleases: before.keepsReleases,
        deliversFiles: before.deliversFiles,
        updateDays: Object.fromEntries(plans.map((plan) => [plan.number, plan.updateDays])),
      },
      after: {
        keepsReleases,
        deliversFiles,
        updateDays: Object.fromEntries(plans.map((plan) => [plan.number, plan.wanted])),
      },
      at,
    });
    return { ok: true, isChanged: true };
  });
}

function isDays(days: number | null): boolean {
  return days === null || (Number.isInteger(days) && days >= 1 && days <= MOST_UPDATE_DAYS);
}
