// Contender (b'): bare node:http that looks a developer key up with one pg named statement per call, on the same database and
// with the same facts: key, value, owner, plan and second factor; revoked, disabled and expired keys refused.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const pepper = Buffer.from(process.env.PEPPER ?? '', 'hex');
const body = JSON.parse(process.env.ANSWERS ?? '{}').whoami;
const STATEMENT = {
  name: 'whoami',
  text: `SELECT k.id, k.sid, k.kind, k.access, k.operations, k.addresses, k.rate_calls, k.monthly_cap, u.id AS customer_id, u.number,
      u.email, u.role, p.monthly_calls, p.calls_per_minute, p.allows_pairs,
      EXISTS (SELECT FROM second_factor f WHERE f.customer_id = u.id AND f.confirmed_at IS NOT NULL) AS has_factor
    FROM access_secret s JOIN access_key k ON k.id = s.access_key_id JOIN customer u ON u.id = k.customer_id
    JOIN access_plan p ON p.id = u.access_plan_id
    WHERE s.digest = $1 AND (s.ends_at IS NULL OR s.ends_at > now()) AND k.state = 'active' AND u.disabled_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > now())`,
};

process.on('disconnect', () => process.exit());
createServer(async (request, response) => {
  const key = request.headers.authorization?.slice('Bearer '.length) ?? '';
  try {
    const { rows } = await pool.query({ ...STATEMENT, values: [createHmac('sha256', pepper).update(key).digest()] });
    if (rows.length === 0) return response.writeHead(401).end();
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  } catch {
    response.writeHead(500).end();
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
