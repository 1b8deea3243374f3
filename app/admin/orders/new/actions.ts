'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { findPlans } from '@/lib/catalog/find-plans';
import { createManualOrder } from '@/lib/orders/create-manual-order';
import { formField } from '../../../_shell/form-field';
import type { NewOrderAnswer } from './new-order-answer';
import { readNewOrder } from './read-new-order';

/** Makes an order that was paid outside the store, or is given away. */
export async function enterOrder(_before: NewOrderAnswer, form: FormData): Promise<NewOrderAnswer> {
  const { actor } = await requireAdminChange('/admin/orders/new');
  const numbers = formField(form, 'offered').split(',').slice(0, 500).map(Number);
  const wish = readNewOrder(form, await findPlans(numbers));
  const result = await createManualOrder(wish, { actor });
  if (!result.ok) return { outcome: result.reason };
  redirect(`/admin/orders/${result.orderNumber}?notice=${result.isNew ? 'order_entered' : 'order_entered_before'}`);
}
