import { db, type Tx } from '../db/client';
import type { MailTopic } from '../db/generated/client';
import { TOPIC_DEFAULTS } from './mail-topics';

/** Whether a customer wants mails about each topic: what they chose, otherwise the topic's default. */
export async function readMailChoices(customerId: string, tx: Tx = db()): Promise<Record<MailTopic, boolean>> {
  const rows = await tx.mailChoice.findMany({ where: { customerId } });
  return { ...TOPIC_DEFAULTS, ...Object.fromEntries(rows.map(({ topic, isWanted }) => [topic, isWanted])) };
}
