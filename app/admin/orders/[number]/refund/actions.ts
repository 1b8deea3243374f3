'use server';

import { redirect } from 'next/navigation';
import { type AdminChange, requireAdminChange } from '@/lib/auth/require-admin-change';
import { previewRefund } from '@/lib/orders/preview-refund';
import { readAdminOrder } from '@/lib/orders/read-admin-order';
import { requestRefund } from '@/lib/orders/request-refund';
import { formField } from '../../../../_shell/form-field';
import { readOrderNumber } from '../../order-number';
import { readRefundForm, readWishText, wishText } from './read-refund-form';
import type { RefundAnswer } from './refund-answer';
import { refundItems } from './refund-items';

/** Shows what a refund would stop, or makes the one that was shown. */
export async function refund(_before: RefundAnswer, form: FormData): Promise<RefundAnswer> {
  const { actor } = await requireAdminChange('/admin/orders');
  const orderNumber = readOrderNumber(formField(form, 'number')) ?? 0;
  if (formField(form, 'step') !== 'confirm') return answerPreview(orderNumber, form, actor);
  const [requestId, stamp] = [formField(form, 'request'), formField(form, 'stamp')];
  const wish = readWishText(formField(form, 'wish'));
  const result = await requestRefund(orderNumber, { ...wish, requestId, stamp }, { actor });
  if (!result.ok) return { outcome: 'refused', reason: result.reason, detail: 'detail' in result ? result.detail : '' };
  redirect(`/admin/orders/${orderNumber}?notice=refund_${result.state}`);
}

async function answerPreview(orderNumber: number, form: FormData, actor: AdminChange['actor']): Promise<RefundAnswer> {
  const order = await readAdminOrder(orderNumber);
  if (!order) return { outcome: 'refused', reason: 'order_not_found', detail: '' };
  const wish = readRefundForm(form, refundItems(order), order.currency);
  const result = await previewRefund(orderNumber, wish, { actor });
  if (!result.ok) return { outcome: 'refused', reason: result.reason, detail: '' };
  return { outcome: 'previewed', wish: wishText(wish), requestId: crypto.randomUUID(), preview: result.preview };
}
