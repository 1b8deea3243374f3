import type { Actor } from '../audit/record-audit';
import { db } from '../db/client';
import { MAIL_KIND, mailJob } from '../jobs/enqueue-mail';
import { findJob } from '../jobs/find-job';
import { type ResendOrderMailResult, resendOrderMail } from '../orders/resend-order-mail';

export type ResendMailResult = ResendOrderMailResult | { ok: false; reason: 'mail_not_found' | 'not_an_order_mail' };

/** Sends the order mail that this mail was one of once more, as a new mail; see `resendOrderMail`. */
export async function resendOrderMailOf(
  id: string,
  requestId: string,
  by: { actor: Actor; at?: Date },
): Promise<ResendMailResult> {
  const job = await findJob({ id, kind: MAIL_KIND });
  const mail = mailJob.safeParse(job?.payload);
  if (!mail.success) return { ok: false, reason: 'mail_not_found' };
  if (mail.data.template !== 'order') return { ok: false, reason: 'not_an_order_mail' };
  const order = await db().order.findUnique({ where: { id: mail.data.facts.orderId }, select: { number: true } });
  return order ? resendOrderMail(order.number, requestId, by) : { ok: false, reason: 'order_not_found' };
}
