import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import type { MailTopic } from '../db/generated/client';
import { MAIL_TOPICS } from './mail-topics';
import { readMailChoices } from './read-mail-choices';

/**
 * Keeps which mails a customer wants; what is left out stays. Answers the topics that changed, none of them twice however
 * often the same is said.
 */
export async function setMailChoices(
  wish: { customerId: string; choices: Partial<Record<MailTopic, boolean>>; actor: Actor },
  at: Date = now(),
): Promise<{ changed: MailTopic[] }> {
  const { customerId, choices, actor } = wish;
  return inTransaction(async (tx) => {
    // Of two presses at once the second sees what the first did.
    await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
    const before = await readMailChoices(customerId, tx);
    const changed = MAIL_TOPICS.filter((topic) => choices[topic] !== undefined && choices[topic] !== before[topic]);
    for (const topic of changed) {
      const row = { isWanted: choices[topic] ?? before[topic], changedAt: at };
      await tx.mailChoice.upsert({
        where: { customerId_topic: { customerId, topic } },
        create: { customerId, topic, ...row },
        update: row,
      });
    }
    if (changed.length > 0) {
      const valuesOf = (from: Partial<Record<MailTopic, boolean>>) =>
        Object.fromEntries(changed.map((topic) => [topic, from[topic] ?? null]));
      await recordAudit(tx, {
        actor,
        action: 'customer.choose_mails',
        objectKind: 'customer',
        objectId: customerId,
        before: valuesOf(before),
        after: valuesOf(choices),
        at,
      });
    }
    return { changed };
  });
}
