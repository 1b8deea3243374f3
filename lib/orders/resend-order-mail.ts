import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { type TakeAttemptResult, takeAttempt } from '../customers/attempt-limit';
import { db, inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { enqueueMail } from '../jobs/enqueue-mail';

export type ResendOrderMailResult =
  | { ok: true; to: string }
  | { ok: false; reason: 'order_not_found' | 'not_paid' | 'customer_deleted' }
  | Extract<TakeAttemptResult, { ok: false }>;

const LIMIT = { name: 'order-mail-again', tries: 5, withinMs: 86_400_000 };

/**
 * Sends the order mail with its keys again, to the customer's present address and with the keys that the settings show now:
 * a new mail of its own. Five a day for an order; the same `requestId` is one mail.
 */
export async function resendOrderMail(
  orderNumber: number,
  requestId: string,
  by: { actor: Actor; at?: Date },
): Promise<ResendOrderMailResult> {
  const at = by.at ?? now();
  const order = await db().order.findUnique({
    where: { number: orderNumber },
    select: { id: true, paidAt: true, customer: { select: { email: true, deletedAt: true } } },
  });
  if (!order || !isUuid(requestId)) return { ok: false, reason: 'order_not_found' };
  if (!order.paidAt) return { ok: false, reason: 'not_paid' };
  if (order.customer.deletedAt) return { ok: false, reason: 'customer_deleted' };
  const to = order.customer.email;
  const dedupeKey = `mail|order|${order.id}|again|${requestId}`;
  if (await db().outboxEntry.findUnique({ where: { dedupeKey }, select: { id: true } })) return { ok: true, to };
  const taken = await takeAttempt([{ limit: LIMIT, subject: order.id }], at);
  if (!taken.ok) return taken;
  await inTransaction(async (tx) => {
    const { isNew } = await enqueueMail(tx, { template: 'order', to, facts: { orderId: order.id } }, dedupeKey);
    if (!isNew) return;
    const object = { objectKind: 'order', objectId: order.id };
    await recordAudit(tx, { at, actor: by.actor, action: 'order.resend_mail', ...object, after: { requestId } });
  });
  return { ok: true, to };
}
