import { db, inTransaction } from '../db/client';
import { Prisma } from '../db/generated/client';
import { enqueueMails } from '../jobs/enqueue-mail';

const DAY_MS = 86_400_000;
const BATCH = 500;

/**
 * Three mails an end: up to 30 days ahead, up to 7 days ahead, and one day after. `until` and `from` are days between now and
 * the end. A store that was switched off, or whose demo clock was moved, still sends the one that fits the day it wakes
 * on, and none twice.
 */
const OCCASIONS = [
  { name: '30', from: 7, until: 30 },
  { name: '7', from: 0, until: 7 },
  { name: 'after', from: -8, until: -1 },
] as const;

type Occasion = (typeof OCCASIONS)[number];
type Ending = { customerId: string; email: string; endsAt: Date; ids: string[] };

/**
 * Mails customers whose licences end soon or ended yesterday, unless they do not want to hear of it: fixed terms, and
 * subscriptions that were cancelled; never a lifetime, a subscription that renews by itself, or a licence that is closed.
 * Once for each end, however often this runs and in how many processes: a licence that was extended has a new one.
 */
export async function remindOfEnds(at: Date): Promise<number> {
  let made = 0;
  for (const occasion of OCCASIONS) made += await remind(at, occasion);
  return made;
}

async function remind(at: Date, occasion: Occasion): Promise<number> {
  let made = 0;
  for (;;) {
    const endings = await findEndings(at, occasion);
    const mails = endings.map(({ customerId, email: to, endsAt, ids: apiResourceIds }) => ({
      mail: { template: 'licence_ending' as const, to, facts: { apiResourceIds, endsAt: endsAt.toISOString() } },
      dedupeKey: `mail|licence_ending|${customerId}|${endsAt.getTime()}|${occasion.name}`,
    }));
    const isNew = await inTransaction((tx) => enqueueMails(tx, mails));
    made += isNew;
    if (endings.length < BATCH || isNew === 0) return made;
  }
}

/** Those of whom nobody has been told, the next ones first. Found by the index of ends. */
async function findEndings(at: Date, { name, from, until }: Occasion): Promise<Ending[]> {
  const [first, last] = [daysFrom(at, from), daysFrom(at, until)];
  return db().$queryRaw<Ending[]>`
    SELECT r.customer_id AS "customerId", c.email, r.expires_at AS "endsAt", array_agg(r.id ORDER BY r.number) AS ids
    FROM api_resource r
    JOIN customer c ON c.id = r.customer_id AND c.disabled_at IS NULL
    JOIN plan p ON p.id = r.plan_id
    WHERE r.expires_at > ${first} AND r.expires_at <= ${last}
      AND r.revoked_at IS NULL AND r.suspended_at IS NULL AND (r.grace_until IS NULL OR r.grace_until <= ${at})
      AND NOT EXISTS (SELECT 1 FROM subscription_item i JOIN subscription s ON s.id = i.subscription_id
        WHERE (i.order_item_id = r.order_item_id OR i.id = r.subscription_item_id)
          AND s.cancel_at IS NULL AND s.ended_at IS NULL AND s.status <> 'cancelled')
      AND ${isWorthTelling(name)}
      AND NOT EXISTS (SELECT 1 FROM mail_choice m
        WHERE m.customer_id = r.customer_id AND m.topic = 'licence_ending' AND NOT m.is_wanted)
      AND NOT EXISTS (SELECT 1 FROM outbox_entry o WHERE o.dedupe_key =
        'mail|licence_ending|' || r.customer_id || '|' || (extract(epoch FROM r.expires_at) * 1000)::bigint || '|' || ${name})
    GROUP BY r.customer_id, c.email, r.expires_at ORDER BY r.expires_at, r.customer_id LIMIT ${BATCH}`;
}

// Whoever bought less than 30 days before the end, or pays by the month, knows it from the mail of that payment.
function isWorthTelling(name: Occasion['name']): Prisma.Sql {
  if (name !== '30') return Prisma.sql`r.created_at < r.expires_at - interval '7 days'`;
  return Prisma.sql`r.created_at < r.expires_at - interval '30 days' AND p.billing_interval IS DISTINCT FROM 'month'`;
}

function daysFrom(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
