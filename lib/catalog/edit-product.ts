import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { auditProduct } from './audit-product';
import { fingerprintOf } from './fingerprint';
import { lockProduct } from './lock-product';
import {
  cleanTexts,
  PRODUCT_PARTS,
  type ProductPart,
  type ProductTextName,
  type ProductTextProblem,
  textProblems,
} from './product-text';

export type EditProductResult =
  | { ok: true; isChanged: boolean }
  | {
      ok: false;
      reason:
        | 'product_not_found'
        | 'slug_taken'
        /** Somebody else saved since this form was opened. */
        | 'changed_meanwhile';
    }
  | { ok: false; reason: 'text_refused'; problems: ProductTextProblem[] };

type Texts = Partial<Record<ProductTextName, string>>;

/**
 * Changes one part of what is said about a product; storefront and client software say so from the next read on.
 * `fingerprint` is `productFingerprint` of what the form showed: a save over somebody else's is refused, while another part
 * may have been saved meanwhile. The same texts again change nothing.
 */
export async function editProduct(wish: {
  productId: string;
  part: ProductPart;
  texts: Texts;
  fingerprint: string;
  actor: Actor;
  at?: Date;
}): Promise<EditProductResult> {
  const { productId, part, fingerprint, actor, at = now() } = wish;
  const cleaned = cleanTexts(part, wish.texts);
  const problems = textProblems(cleaned);
  if (problems.length > 0) return { ok: false, reason: 'text_refused', problems };
  const after: Texts = Object.fromEntries(cleaned);
  return inTransaction(async (tx) => {
    const product = await lockProduct(tx, productId);
    if (!product) return { ok: false, reason: 'product_not_found' };
    const before: Texts = Object.fromEntries(cleaned.map(([name]) => [name, product[name]]));
    if (productFingerprint(part, before) === productFingerprint(part, after)) return { ok: true, isChanged: false };
    if (fingerprint !== productFingerprint(part, before)) return { ok: false, reason: 'changed_meanwhile' };
    if (!(await isSlugFree(tx, productId, after.slug))) return { ok: false, reason: 'slug_taken' };
    await tx.product.update({ where: { id: productId }, data: after });
    await auditProduct(tx, {
      actor,
      action: `product.edit_${part}`,
      objectId: productId,
      ...pairOf(before, after),
      at,
    });
    return { ok: true, isChanged: true };
  });
}

/** Stands for what a part of a product says. */
export function productFingerprint(part: ProductPart, texts: Texts): string {
  return fingerprintOf(PRODUCT_PARTS[part].map((name) => texts[name] ?? ''));
}

async function isSlugFree(tx: Tx, productId: string, slug: string | undefined): Promise<boolean> {
  if (slug === undefined) return true;
  return (await tx.product.count({ where: { slug, id: { not: productId } } })) === 0;
}

function pairOf(before: Texts, after: Texts) {
  const filled = (texts: Texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? '']));
  return { before: filled(before), after: filled(after) };
}
