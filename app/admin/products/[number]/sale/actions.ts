'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { deleteProduct } from '@/lib/catalog/delete-product';
import { setPlanOnSale } from '@/lib/catalog/edit-plan';
import { PRODUCT_STANDINGS } from '@/lib/catalog/product-standing';
import { setProductStanding } from '@/lib/catalog/set-product-standing';
import { formField } from '../../../../_shell/form-field';
import type { ProductNotice } from '../product-notices';

const SAID = { published: 'published', draft: 'unpublished', archived: 'archived' } as const;

/** Publishes a product, takes it out of the storefront, archives it, or makes an archived one a draft again. */
export async function setStanding(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const wanted = formField(form, 'standing');
  const standing = PRODUCT_STANDINGS.find((known) => known === wanted) ?? 'draft';
  const result = await setProductStanding({ productId: formField(form, 'product'), standing, actor });
  if (result.ok) redirect(salePage(form, result.isChanged ? SAID[standing] : 'nothing_changed'));
  if (result.reason === 'product_not_found') redirect('/admin/products');
  redirect(salePage(form, result.reason === 'archived' ? 'is_archived' : result.reason));
}

/** Deletes a product that was never used. */
export async function removeProduct(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await deleteProduct({ productId: formField(form, 'product'), actor });
  if (result.ok) redirect('/admin/products?notice=deleted');
  redirect(result.reason === 'in_use' ? salePage(form, 'in_use') : '/admin/products');
}

/** Archives a plan or puts it on sale again. */
export async function setPlanStanding(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const isOnSale = formField(form, 'onSale') === 'on';
  const which = { productId: formField(form, 'product'), planId: formField(form, 'plan') };
  const result = await setPlanOnSale({ ...which, isOnSale, actor });
  if (!result.ok) redirect(salePage(form, result.reason));
  const said = isOnSale ? 'plan_restored' : 'plan_archived';
  redirect(salePage(form, result.isChanged ? said : 'nothing_changed'));
}

function salePage(form: FormData, notice: ProductNotice): string {
  return `/admin/products/${encodeURIComponent(formField(form, 'number'))}/sale?notice=${notice}`;
}
