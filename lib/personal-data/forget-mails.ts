import type { Tx } from '../db/client';
import { addressSpans, mailsWithin } from './address-spans';

/**
 * Takes every mail to the addresses that this account had out of the outbox, sent or waiting, in the caller's transaction,
 * and what is known of a refused one. One that is being handed to the mail server at this moment still arrives.
 */
export async function forgetMails(tx: Tx, customerId: string): Promise<void> {
  const spans = await addressSpans(tx, customerId);
  const gone = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM outbox_entry o WHERE ${mailsWithin(spans, customerId)} RETURNING o.id`;
  await tx.mailRefusal.deleteMany({ where: { mailId: { in: gone.map(({ id }) => id) } } });
}
