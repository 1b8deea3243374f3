import pg from 'pg';

export type ListSize = { activations: number; resources: number; customers: number };

/**
 * Fills an empty store for the admin lists by SQL alone: about five activations a licence over eight products of very
 * different size, twelve versions each, three years of purchases of which most of the older ones have ended.
 */
export async function seedLists(databaseUrl: string, size: ListSize): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    // Nothing here contradicts itself, and checking a million references one by one would take most of the time.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SELECT setseed(0.42)`);
    for (const statement of [PRODUCTS, CUSTOMERS, RESOURCES, KEYS]) await client.query(filled(statement, size));
    await client.query(filled(ACTIVATIONS, size));
    await client.query(COUNTS);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

function filled(statement: string, size: ListSize): string {
  return statement
    .replaceAll('{activations}', String(size.activations))
    .replaceAll('{resources}', String(size.resources))
    .replaceAll('{customers}', String(size.customers));
}

const PRODUCTS = `
  INSERT INTO catalog_number (number, product_id)
    SELECT 9000 + n, ('00000000-0000-4000-8000-00000000000' || n)::uuid FROM generate_series(1, 8) n;
  INSERT INTO product (id, number, slug, title, published_at, created_at)
    SELECT product_id, number, 'bench-' || number, 'Bench ' || number, now(), now() FROM catalog_number WHERE number > 9000;
  INSERT INTO plan (id, product_id, number, name, unit_amount, currency, activation_limit, term_days, created_at)
    SELECT ('00000000-0000-4000-9000-00000000000' || number - 9000)::uuid, id, number, 'Standard', 4900, 'usd', 10, 365, now()
    FROM product WHERE number > 9000;`;

const CUSTOMERS = `
  INSERT INTO customer (id, email, created_at)
    SELECT gen_random_uuid(), 'buyer-' || n || '@example.test', now() - interval '3 years' * random()
    FROM generate_series(1, {customers}) n;`;

// Newer purchases have higher numbers; a term of one year, renewed by a third; the first products sell most.
const RESOURCES = `
  CREATE TEMP TABLE buyer AS SELECT row_number() OVER () AS n, id FROM customer WHERE email LIKE 'buyer-%';
  CREATE INDEX ON buyer (n);
  CREATE TEMP TABLE made AS
    SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS order_id, gen_random_uuid() AS item_id,
      1 + floor(8 * power(random(), 2.5))::int AS product, 1 + (n * 7919) % {customers} AS buyer,
      now() - interval '3 years' * (1 - n::float / {resources}) AS at, random() AS luck
    FROM generate_series(1, {resources}) n;
  INSERT INTO "order" (id, number, customer_id, status, currency, subtotal_amount, total_amount, placed_at, paid_at)
    SELECT order_id, 100000 + made.n, buyer.id, 'paid', 'usd', 4900, 4900, at, at FROM made JOIN buyer ON buyer.n = made.buyer;
  INSERT INTO order_item (id, order_id, position, product_id, plan_id, product_title, plan_name, quantity, unit_amount, currency, total_amount)
    SELECT item_id, order_id, 0, ('00000000-0000-4000-8000-00000000000' || product)::uuid,
      ('00000000-0000-4000-9000-00000000000' || product)::uuid, 'Bench', 'Standard', 1, 4900, 'usd', 4900 FROM made;
  INSERT INTO api_resource (id, number, customer_id, product_id, plan_id, order_item_id, order_number, activation_limit,
      activation_count, expires_at, suspended_at, revoked_at, created_at)
    SELECT made.id, made.n, buyer.id, ('00000000-0000-4000-8000-00000000000' || product)::uuid,
      ('00000000-0000-4000-9000-00000000000' || product)::uuid, item_id, 100000 + made.n, 10, 0,
      CASE WHEN luck < 0.1 THEN NULL WHEN luck < 0.4 THEN at + interval '3 years' ELSE at + interval '1 year' END,
      CASE WHEN luck > 0.997 THEN at END, CASE WHEN luck BETWEEN 0.98 AND 0.99 THEN at END, at
    FROM made JOIN buyer ON buyer.n = made.buyer ORDER BY made.n;
  SELECT setval(pg_get_serial_sequence('api_resource', 'number'), {resources});`;

const KEYS = `
  INSERT INTO license_key (id, kind, digest, pepper_version, sealed, hint, customer_id, api_resource_id, created_at)
    SELECT gen_random_uuid(), 'product_order', sha256(number::text::bytea), 1, '\\x', 'lko_…' || lpad(to_hex(number % 65536), 4, '0'),
      customer_id, id, created_at FROM api_resource;`;

// In the order of time, as they would have come. One in five hundred stands beyond a lowered limit.
const ACTIVATIONS = `
  INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
      requested_product, over_limit, activated_at, last_seen_at)
    SELECT gen_random_uuid(), r.id, r.customer_id, r.product_id, k.id, 'instance-' || n,
      CASE WHEN n % 2 = 0 THEN 'https://www.' ELSE '' END || substr(md5(n::text), 1, 6) || '-' || n || '.example.test',
      floor(1 + 3 * power(random(), 2))::int || '.' || floor(4 * random())::int || '.0', '192.0.2.' || n % 250,
      '9001', n % 500 = 0, at.began,
      CASE WHEN random() < 0.7 THEN greatest(at.began, now() - interval '20 days' * power(random(), 2))
        ELSE least(now(), at.began + interval '90 days' * random()) END
    FROM generate_series(1, {activations}) n
    JOIN api_resource r ON r.number = 1 + (n::bigint * {resources} / {activations}) % {resources}
    JOIN license_key k ON k.api_resource_id = r.id
    CROSS JOIN LATERAL (SELECT least(now(), r.created_at + interval '60 days' * random()) AS began WHERE n > 0) at;`;

const COUNTS = `
  UPDATE api_resource r SET activation_count = c.used
    FROM (SELECT api_resource_id, count(*)::int AS used FROM activation WHERE NOT over_limit GROUP BY 1) c
    WHERE c.api_resource_id = r.id;`;
