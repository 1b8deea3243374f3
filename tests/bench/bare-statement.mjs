// Contender (b): bare node:http with one pg named statement per call, on the same database, pool size and answer size.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const pepper = Buffer.from(process.env.PEPPER ?? '', 'hex');
const answers = JSON.parse(process.env.ANSWERS ?? '{}');

// Each asks and promises what the store does: any key of the customer, plan or parent number, disabled, revoked and expired
// refused; activate also locks before it counts, takes an instance once, and writes the audit row.
const LIVE = `r.revoked_at IS NULL AND r.suspended_at IS NULL AND (r.expires_at IS NULL OR r.expires_at > now() OR r.grace_until > now())`;
const OPENED = `license_key k JOIN customer u ON u.id = k.customer_id AND u.disabled_at IS NULL
  JOIN api_resource r ON r.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR r.id = k.api_resource_id) AND ${LIVE}
  JOIN plan pl ON pl.id = r.plan_id JOIN product pr ON pr.id = r.product_id AND (pl.number = $2 OR pr.number = $2)`;
const HELD = `activation a ON a.customer_id = r.customer_id AND a.instance = $3 AND a.product_id = r.product_id AND a.api_resource_id = r.id`;
const GOOD = `k.digest = $1 AND k.replaced_at IS NULL AND k.disabled_at IS NULL`;
const statements = {
  status: `SELECT r.number, r.order_number, r.activation_limit, r.activation_count, r.expires_at, pr.title, pl.number AS plan, a.id AS activation
    FROM ${OPENED} LEFT JOIN ${HELD} WHERE ${GOOD}`,
  update: `SELECT u.number, r.order_number, pl.number AS plan, pr.title, pr.slug, pr.page_url, coalesce(x.tested_version, pr.tested_version), x.version, x.upgrade_notice
    FROM ${OPENED} JOIN ${HELD} CROSS JOIN LATERAL (SELECT * FROM release WHERE product_id = pr.id AND published_at <= now() AND yanked_at IS NULL
      AND (channel = 'stable' OR r.wants_beta) AND (r.updates_until IS NULL OR (released_at <= r.updates_until AND (pr.keeps_releases OR r.updates_until > now()))) ORDER BY released_at DESC LIMIT 1) x WHERE ${GOOD}`,
  activate: `WITH locked AS MATERIALIZED (SELECT r.*, k.id AS key_id FROM ${OPENED} WHERE ${GOOD} ORDER BY r.id FOR UPDATE OF r),
    taken AS (INSERT INTO activation (api_resource_id, customer_id, product_id, license_key_id, instance, label, version, requested_product, activated_at, last_seen_at)
      SELECT id, customer_id, product_id, key_id, $3, 'site', '1.0.0', $2::int::text, now(), now() FROM locked
      WHERE activation_limit IS NULL OR activation_count < activation_limit ORDER BY number LIMIT 1 ON CONFLICT DO NOTHING RETURNING *),
    raised AS (UPDATE api_resource r SET activation_count = r.activation_count + 1 FROM taken WHERE r.id = taken.api_resource_id),
    audited AS (INSERT INTO audit_entry (at, actor_kind, actor_id, action, object_kind, object_id, after)
      SELECT now(), 'client', customer_id, 'activation.create', 'activation', id::text, jsonb_build_object('instance', instance) FROM taken)
    SELECT (SELECT id FROM taken), sum(activation_limit), sum(activation_count) FROM locked`,
};

process.on('disconnect', () => process.exit());
createServer(async (request, response) => {
  const sent = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1));
  const verb = sent.get('wc_am_action');
  const digest = createHmac('sha256', pepper).update(sent.get('api_key')).digest();
  try {
    const { rows } = await pool.query({
      name: verb,
      text: statements[verb],
      values: [digest, Number(sent.get('product_id')), sent.get('instance')],
    });
    const body = rows.length === 1 ? answers[verb] : '{"success":false}';
    response.writeHead(200, {
      'content-type': 'application/json; charset=UTF-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch {
    response.writeHead(500).end();
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
