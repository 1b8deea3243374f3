import { db, inTransaction } from '../db/client';
import { enqueueMails } from '../jobs/enqueue-mail';

const DAY_MS = 86_400_000;
/** How far back it is looked for activations nobody was told of: a store that was off for an hour still tells. */
const BACK_MS = DAY_MS;
/** No customer gets more such mails within 24 hours. */
const MOST_A_DAY = 5;
const BATCH = 500;

type NewDevice = { activationId: string; customerId: string; email: string };

/**
 * Mails customers who chose so about each new activation of their keys: once each, at most five a day. It reads what
 * activating left behind, so activating itself knows nothing of it and does no more for it.
 */
export async function tellOfDevices(at: Date): Promise<number> {
  const since = new Date(at.getTime() - BACK_MS);
  const devices = await db().$queryRaw<NewDevice[]>`
    SELECT d.id AS "activationId", m.customer_id AS "customerId", c.email
    FROM mail_choice m
    JOIN customer c ON c.id = m.customer_id AND c.disabled_at IS NULL
    CROSS JOIN LATERAL (
      SELECT a.id, a.activated_at, row_number() OVER (ORDER BY a.activated_at, a.id) AS nth
      FROM activation a
      WHERE a.customer_id = m.customer_id AND a.activated_at > greatest(${since}, m.changed_at) AND a.activated_at <= ${at}
        AND NOT EXISTS (SELECT 1 FROM outbox_entry o WHERE o.dedupe_key = 'mail|device_activated|' || a.id)
    ) d
    WHERE m.topic = 'device_activated' AND m.is_wanted AND d.nth + (
      SELECT count(*) FROM outbox_entry o WHERE o.kind = 'mail' AND o.payload ->> 'to' = c.email
        AND o.payload ->> 'template' = 'device_activated' AND o.created_at > ${since}) <= ${MOST_A_DAY}
    ORDER BY d.activated_at, d.id LIMIT ${BATCH}`;
  const mails = devices.map(({ activationId, customerId, email: to }) => ({
    mail: { template: 'device_activated' as const, to, facts: { activationId, customerId } },
    dedupeKey: `mail|device_activated|${activationId}`,
  }));
  return inTransaction((tx) => enqueueMails(tx, mails));
}
