import { db } from '../db/client';

/** Calls of one key on one day (UTC), by operation and status. The key may be gone since. */
export type UsageDay = {
  day: string;
  sid: string | null;
  name: string | null;
  operation: string;
  status: number;
  calls: number;
};

const DAYS = 400;
const DAY_MS = 86_400_000;
const PAGE = 1_000;

type Row = UsageDay & { accessKeyId: string };

/** Everything that an account's keys were used for within the last 400 days, oldest first, a thousand rows at a time. */
export async function* eachUsageDay(customerId: string, at: Date): AsyncGenerator<UsageDay[]> {
  const from = new Date(at.getTime() - DAYS * DAY_MS).toISOString().slice(0, 10);
  let after: Row | undefined;
  for (;;) {
    const { day, accessKeyId, operation, status } = after ?? {};
    const rows: Row[] = await db().$queryRaw<Row[]>`
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.access_key_id AS "accessKeyId", k.sid, k.name, d.operation, d.status,
        d.calls
      FROM access_day d LEFT JOIN access_key k ON k.id = d.access_key_id
      WHERE d.customer_id = ${customerId}::uuid AND d.day >= ${from}::date
        AND (${day ?? null}::date IS NULL OR (d.day, d.access_key_id, d.operation, d.status)
          > (${day ?? null}::date, ${accessKeyId ?? null}::uuid, ${operation ?? null}::text, ${status ?? null}::int))
      ORDER BY d.day, d.access_key_id, d.operation, d.status LIMIT ${PAGE}`;
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1);
  }
}
