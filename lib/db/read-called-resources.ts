import { type CallColumns, columnsOf } from './call-columns';
import { pool } from './client';

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
  text: `
    SELECT c.n::int - 1, k.kind::text, k.replaced_at IS NOT NULL, u.disabled_at IS NOT NULL OR k.disabled_at IS NOT NULL,
      own.revoked_at IS NOT NULL, k.customer_id, m.*
    FROM unnest($1::bytea[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS c(digest, product, title, instance, n)
    JOIN license_key k ON k.digest = c.digest
    JOIN customer u ON u.id = k.customer_id
    LEFT JOIN api_resource own ON own.id = k.api_resource_id
    LEFT JOIN LATERAL (
      SELECT r.id, r.number, pr.title, pl.number, o.number, s.number, r.activation_limit, r.activation_count,
        r.expires_at, r.grace_until, r.suspended_at, r.revoked_at, a.id, a.version
      FROM api_resource r
      JOIN plan pl ON pl.id = r.plan_id
      JOIN product pr ON pr.id = r.product_id
      LEFT JOIN order_item oi ON oi.id = r.order_item_id
      LEFT JOIN "order" o ON o.id = oi.order_id
      LEFT JOIN subscription_item si ON si.id = r.subscription_item_id
      LEFT JOIN subscription s ON s.id = si.subscription_id
      LEFT JOIN activation a ON a.customer_id = r.customer_id AND a.instance = c.instance AND a.product_id = r.product_id
        AND a.api_resource_id = r.id AND NOT a.over_limit
      WHERE r.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR r.id = k.api_resource_id)
        AND (pl.number = c.product OR pr.number = c.product OR pr.legacy_title = c.title)
      ORDER BY r.number
    ) m ON true`,
};

type Row = [
  number,
  CalledResource['keyKind'],
  boolean,
  boolean,
  boolean,
  string,
  string | null,
  number,
  string,
  number,
  number | null,
  number | null,
  number | null,
  number,
  Date | null,
  Date | null,
  Date | null,
  Date | null,
  string | null,
  string | null,
];

/** The facts behind a status answer for many calls, in one read. Calls with an unknown key have no row. */
export async function readCalledResources(calls: CallColumns[]): Promise<CalledResource[]> {
  const { rows } = await pool().query<Row>({ ...STATEMENT, values: columnsOf(calls), rowMode: 'array' });
  return rows.map(toCalledResource);
}

function toCalledResource(row: Row): CalledResource {
  const [call, keyKind, keyDead, accessDisabled, ownResourceRevoked, customerId] = row;
  return { call, keyKind, keyDead, accessDisabled, ownResourceRevoked, customerId, resource: toResource(row) };
}

function toResource(row: Row): MatchedResource | undefined {
  const [
    ,
    ,
    ,
    ,
    ,
    ,
    id,
    number,
    productTitle,
    planNumber,
    orderNumber,
    subscriptionNumber,
    activationLimit,
    activationCount,
  ] = row;
  if (id === null) return undefined;
  const [expiresAt, graceUntil, suspendedAt, revokedAt, activationId, activationVersion] = [
    row[14],
    row[15],
    row[16],
    row[17],
    row[18],
    row[19],
  ];
  return {
    id,
    number,
    productTitle,
    planNumber,
    orderNumber,
    subscriptionNumber,
    activationLimit,
    activationCount,
    expiresAt,
    graceUntil,
    suspendedAt,
    revokedAt,
    activationId,
    activationVersion,
  };
}
