// Contender (b): bare node:http with one pg named statement per call, on the same database, pool size and answer size.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const pepper = Buffer.from(process.env.PEPPER ?? '', 'hex');
const answers = JSON.parse(process.env.ANSWERS ?? '{}');

const READ = `SELECT r.number, r.activation_limit, r.activation_count, r.expires_at, pr.title, pl.number AS product_id, a.id AS activation
  FROM license_key k JOIN api_resource r ON r.id = k.api_resource_id JOIN plan pl ON pl.id = r.plan_id AND pl.number = $2
  JOIN product pr ON pr.id = r.product_id
  LEFT JOIN activation a ON a.customer_id = r.customer_id AND a.instance = $3 AND a.product_id = r.product_id
  WHERE k.digest = $1 AND r.revoked_at IS NULL`;
const statements = {
  status: { name: 'status', text: READ },
  update: {
    name: 'update',
    text: `SELECT s.*, x.version, x.upgrade_notice FROM (${READ}) s JOIN plan pl ON pl.number = s.product_id
      CROSS JOIN LATERAL (SELECT version, upgrade_notice FROM release WHERE product_id = pl.product_id ORDER BY released_at DESC LIMIT 1) x`,
  },
  activate: {
    name: 'activate',
    text: `WITH taken AS (
        UPDATE api_resource r SET activation_count = activation_count + 1 FROM license_key k, plan pl
        WHERE k.digest = $1 AND r.id = k.api_resource_id AND pl.id = r.plan_id AND pl.number = $2 AND r.revoked_at IS NULL
          AND (r.activation_limit IS NULL OR r.activation_count < r.activation_limit)
        RETURNING r.id, r.customer_id, r.product_id, r.activation_count, k.id AS key_id)
      INSERT INTO activation (api_resource_id, customer_id, product_id, license_key_id, instance, requested_product, activated_at, last_seen_at)
      SELECT id, customer_id, product_id, key_id, $3, '1', now(), now() FROM taken RETURNING id`,
  },
};

process.on('disconnect', () => process.exit());
createServer(async (request, response) => {
  const sent = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1));
  const verb = sent.get('wc_am_action');
  const digest = createHmac('sha256', pepper).update(sent.get('api_key')).digest();
  try {
    const { rows } = await pool.query({
      ...statements[verb],
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
