import { createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';

export type BenchKeys = { keys: string[]; productNumbers: number[]; hotKey: string; hotProduct: number };

const CUSTOMERS = 1_000;
const INSTANCE = 'bench-instance';

/** 1,000 customers with two unlimited resources each, one of them activated once, and one customer for the hot key. */
export async function seedBench(databaseUrl: string, pepper: string): Promise<BenchKeys> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const products = await makeProducts(client);
    const keys = Array.from({ length: CUSTOMERS * 2 }, () => randomBytes(20).toString('hex'));
    const hotKey = randomBytes(20).toString('hex');
    await makeCustomers(client, [...keys, hotKey], pepper);
    await widenActivationLimit(client);
    await client.query('VACUUM ANALYZE');
    return { keys, productNumbers: keys.map((_, i) => products[i % 2] ?? 0), hotKey, hotProduct: products[0] ?? 0 };
  } finally {
    await client.end();
  }
}

async function makeProducts(client: pg.Client): Promise<number[]> {
  await client.query(`
    INSERT INTO catalog_number (number, product_id) SELECT 900 + n, ('00000000-0000-4000-8000-00000000000' || n)::uuid FROM generate_series(1, 2) n;
    INSERT INTO product (id, number, slug, title, page_url, tested_version, published_at, created_at)
      SELECT product_id, number, 'bench-' || number, 'Bench ' || number, 'https://store.example.test/bench', '6.8', now(), now() FROM catalog_number WHERE number > 900;
    INSERT INTO plan (product_id, number, name, unit_amount, currency, created_at) SELECT id, number, 'Unlimited', 4900, 'usd', now() FROM product WHERE number > 900;
    INSERT INTO release (product_id, version, upgrade_notice, released_at, published_at, created_at)
      SELECT id, '1.' || n || '.0', 'Better than before.', now() - interval '1 day' * (4 - n), now() - interval '1 day', now() FROM product, generate_series(1, 3) n WHERE number > 900;`);
  return [901, 902];
}

// One machine here plays thousands of installations. The limit stays on and is asked at every call, as in any store; it is
// only set, as an admin would set it, to where one key from one address does not run into it.
async function widenActivationLimit(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO store_setting (key, value, updated_at)
    VALUES ('activationRatePerMinute', '10000', now()), ('activationBurst', '100000', now())`);
}

// Every key is one API Resource of its own order item; two in a row belong to one customer.
async function makeCustomers(client: pg.Client, keys: string[], pepper: string): Promise<void> {
  const digests = keys.map((key) => createHmac('sha256', Buffer.from(pepper, 'hex')).update(key).digest());
  await client.query(
    `WITH k AS (SELECT digest, n - 1 AS i FROM unnest($1::bytea[]) WITH ORDINALITY AS d(digest, n)),
      c AS (INSERT INTO customer (email, created_at) SELECT 'bench-' || g || '@example.test', now() FROM generate_series(0, (SELECT max(i) / 2 FROM k)) g RETURNING id, email),
      o AS (INSERT INTO "order" (customer_id, status, currency, subtotal_amount, total_amount, placed_at, paid_at)
            SELECT id, 'paid', 'usd', 9800, 9800, now(), now() FROM c RETURNING id, customer_id, number),
      x AS (SELECT k.digest, k.i, c.id AS customer_id, o.id AS order_id, o.number AS order_number, gen_random_uuid() AS item_id, gen_random_uuid() AS resource_id, p.id AS plan_id, p.product_id
            FROM k JOIN c ON c.email = 'bench-' || k.i / 2 || '@example.test' JOIN o ON o.customer_id = c.id JOIN plan p ON p.number = 901 + k.i % 2),
      items AS (INSERT INTO order_item (id, order_id, position, product_id, plan_id, product_title, plan_name, quantity, unit_amount, currency, total_amount)
            SELECT item_id, order_id, i % 2, product_id, plan_id, 'Bench', 'Unlimited', 1, 4900, 'usd', 4900 FROM x),
      resources AS (INSERT INTO api_resource (id, customer_id, product_id, plan_id, order_item_id, order_number, activation_count, created_at)
            SELECT resource_id, customer_id, product_id, plan_id, item_id, order_number, 1, now() FROM x),
      keys AS (INSERT INTO license_key (kind, digest, pepper_version, sealed, hint, customer_id, api_resource_id, product_id, created_at)
            SELECT 'product_order', digest, 1, '\\x', '…', customer_id, resource_id, product_id, now() FROM x RETURNING id, api_resource_id)
    INSERT INTO activation (api_resource_id, customer_id, product_id, license_key_id, instance, requested_product, activated_at, last_seen_at)
      SELECT x.resource_id, x.customer_id, x.product_id, keys.id, $2, '901', now(), now() FROM x JOIN keys ON keys.api_resource_id = x.resource_id`,
    [digests, INSTANCE],
  );
}

/** True when every resource's counter equals its rows. */
export async function countersAgree(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query(
    `SELECT count(*)::int AS wrong FROM api_resource r
     WHERE activation_count <> (SELECT count(*) FROM activation a WHERE a.api_resource_id = r.id AND NOT a.over_limit)`,
  );
  await client.end();
  return rows[0].wrong === 0;
}
