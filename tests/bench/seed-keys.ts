import { createHmac } from 'node:crypto';
import pg from 'pg';
import { newDeveloperKey, newKeySid } from '@/lib/secrets/developer-key';

const KEYS = 1_000;
/** One machine here plays a thousand callers: every rate stays on and is asked at every call, and is set to this a minute. */
export const RAISED_RATE = 1_000_000;

/** A thousand secret keys of as many owners, on a plan without a quota, with every rate raised by setting. */
export async function seedKeys(databaseUrl: string, pepper: string): Promise<string[]> {
  const keys = Array.from({ length: KEYS }, () => newDeveloperKey('secret'));
  const digests = keys.map((key) => createHmac('sha256', Buffer.from(pepper, 'hex')).update(key).digest());
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(
      `INSERT INTO store_setting (key, value, updated_at)
       VALUES ('keyCallsPerMinute', to_jsonb($1::int), now()), ('addressCallsPerMinute', to_jsonb($1::int), now())`,
      [RAISED_RATE],
    );
    await client.query(
      `WITH p AS (INSERT INTO access_plan (name, calls_per_minute, created_at) VALUES ('Bench', $3, now()) RETURNING id),
        s AS (SELECT digest, sid, n FROM unnest($1::bytea[], $2::text[]) WITH ORDINALITY AS x(digest, sid, n)),
        c AS (INSERT INTO customer (email, access_plan_id, created_at)
              SELECT 'keys-' || n || '@example.test', p.id, now() FROM s, p RETURNING id, email),
        k AS (INSERT INTO access_key (sid, customer_id, kind, name, prefix, created_at, created_by, secret_made_at)
              SELECT s.sid, c.id, 'secret', 'Bench', 'lkx_bench0', now(), 'you', now()
              FROM s JOIN c ON c.email = 'keys-' || s.n || '@example.test' RETURNING id, sid)
       INSERT INTO access_secret (access_key_id, digest, pepper_version, generation, created_at)
         SELECT k.id, s.digest, 1, 1, now() FROM s JOIN k ON k.sid = s.sid`,
      [digests, keys.map(() => newKeySid()), RAISED_RATE],
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
  return keys;
}
