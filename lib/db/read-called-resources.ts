import { type CallColumns, columnsOf } from './call-columns';
import { hotPool } from './client';

/** One resource that matches a call, with the key's facts; a call whose key is known but opens nothing has one bare row. */
export type CalledResource = {
  /** Index into the calls given. */
  call: number;
  keyKind: 'master' | 'product_order' | 'associated';
  keyDead: boolean;
  accessDisabled: boolean;
  /** A single-resource key whose resource has been revoked, whatever product was asked for. */
  ownResourceRevoked: boolean;
  customerId: string;
  resource: MatchedResource | undefined;
};

export type MatchedResource = {
  id: string;
  number: number;
  productTitle: string;
  planNumber: number;
  orderNumber: number | null;
  subscriptionNumber: number | null;
  activationLimit: number | null;
  activationCount: number;
  expiresAt: Date | null;
  graceUntil: Date | null;
  suspendedAt: Date | null;
  revokedAt: Date | null;
  /** The calling instance holds a counted place here. */
  activationId: string | null;
  activationVersion: string | null;
};

const STATEMENT = {
  name: 'read_called_resources',
  // One JSON value a row: the driver spends more on twenty columns than on all the rest of a call. Times in milliseconds.
  // A single-resource key brings its resource also when the product does not match, so that a revoked key is recognised.
  text: `
    SELECT json_build_object('call', c.n - 1, 'keyKind', k.kind, 'keyDead', k.replaced_at IS NOT NULL,
      'accessDisabled', u.disabled_at IS NOT NULL OR k.disabled_at IS NOT NULL, 'customerId', k.customer_id,
      'ownResourceRevoked', k.api_resource_id IS NOT NULL AND r.revoked_at IS NOT NULL,
      'resource', CASE WHEN r.matches THEN json_build_object('id', r.id, 'number', r.number, 'productTitle', r.title,
        'planNumber', r.plan_number, 'orderNumber', r.order_number, 'subscriptionNumber', r.subscription_number,
        'activationLimit', r.activation_limit, 'activationCount', r.activation_count,
        'expiresAt', extract(epoch FROM r.expires_at) * 1000, 'graceUntil', extract(epoch FROM r.grace_until) * 1000,
        'suspendedAt', extract(epoch FROM r.suspended_at) * 1000, 'revokedAt', extract(epoch FROM r.revoked_at) * 1000,
        'activationId', a.id, 'activationVersion', a.version) END)
    FROM unnest($1::bytea[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS c(digest, product, title, instance, n)
    JOIN license_key k ON k.digest = c.digest
    JOIN customer u ON u.id = k.customer_id
    LEFT JOIN LATERAL (
      SELECT x.*, pr.title, pl.number AS plan_number,
        coalesce(pl.number = c.product OR pr.number = c.product OR pr.legacy_title = c.title, false) AS matches
      FROM api_resource x
      JOIN plan pl ON pl.id = x.plan_id
      JOIN product pr ON pr.id = x.product_id
      WHERE x.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR x.id = k.api_resource_id)
    ) r ON r.matches OR k.api_resource_id IS NOT NULL
    LEFT JOIN activation a ON a.customer_id = r.customer_id AND a.instance = c.instance AND a.product_id = r.product_id
      AND a.api_resource_id = r.id AND NOT a.over_limit`,
};

type Times = 'expiresAt' | 'graceUntil' | 'suspendedAt' | 'revokedAt';
type Sent = Omit<MatchedResource, Times> & Record<Times, number | null>;
type Row = [Omit<CalledResource, 'resource'> & { resource: Sent | null }];

/** The facts behind a status answer for many calls, in one read. Calls with an unknown key have no row. */
export async function readCalledResources(calls: CallColumns[]): Promise<CalledResource[]> {
  const { rows } = await hotPool().query<Row>({ ...STATEMENT, values: columnsOf(calls), rowMode: 'array' });
  return rows.map(([row]) => ({ ...row, resource: row.resource ? withTimes(row.resource) : undefined }));
}

function withTimes(sent: Sent): MatchedResource {
  return {
    ...sent,
    expiresAt: instant(sent.expiresAt),
    graceUntil: instant(sent.graceUntil),
    suspendedAt: instant(sent.suspendedAt),
    revokedAt: instant(sent.revokedAt),
  };
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
