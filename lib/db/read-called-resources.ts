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
  // A single-resource key brings its resource also when the product does not match, so that a revoked key is recognised.
  text: `
    SELECT c.n::int - 1, k.kind::text, k.replaced_at IS NOT NULL, u.disabled_at IS NOT NULL OR k.disabled_at IS NOT NULL,
      k.customer_id, r.id, r.number, r.matches, r.title, r.plan_number, r.order_number, r.subscription_number,
      r.activation_limit, r.activation_count, r.expires_at, r.grace_until, r.suspended_at, r.revoked_at, a.id, a.version
    FROM unnest($1::bytea[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS c(digest, product, title, instance, n)
    JOIN license_key k ON k.digest = c.digest
    JOIN customer u ON u.id = k.customer_id
    LEFT JOIN LATERAL (
      SELECT x.*, pr.title, pl.number AS plan_number,
        pl.number = c.product OR pr.number = c.product OR pr.legacy_title = c.title AS matches
      FROM api_resource x
      JOIN plan pl ON pl.id = x.plan_id
      JOIN product pr ON pr.id = x.product_id
      WHERE x.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR x.id = k.api_resource_id)
    ) r ON r.matches OR k.api_resource_id IS NOT NULL
    LEFT JOIN activation a ON a.customer_id = r.customer_id AND a.instance = c.instance AND a.product_id = r.product_id
      AND a.api_resource_id = r.id AND NOT a.over_limit`,
};

type Row = [
  call: number,
  keyKind: CalledResource['keyKind'],
  keyDead: boolean,
  accessDisabled: boolean,
  customerId: string,
  id: string | null,
  number: number,
  matches: boolean | null,
  productTitle: string,
  planNumber: number,
  orderNumber: number | null,
  subscriptionNumber: number | null,
  activationLimit: number | null,
  activationCount: number,
  expiresAt: Date | null,
  graceUntil: Date | null,
  suspendedAt: Date | null,
  revokedAt: Date | null,
  activationId: string | null,
  activationVersion: string | null,
];

/** The facts behind a status answer for many calls, in one read. Calls with an unknown key have no row. */
export async function readCalledResources(calls: CallColumns[]): Promise<CalledResource[]> {
  const { rows } = await hotPool().query<Row>({ ...STATEMENT, values: columnsOf(calls), rowMode: 'array' });
  return rows.map(toCalledResource);
}

function toCalledResource(row: Row): CalledResource {
  const [call, keyKind, keyDead, accessDisabled, customerId, id] = row;
  return {
    call,
    keyKind,
    keyDead,
    accessDisabled,
    customerId,
    ownResourceRevoked: keyKind !== 'master' && row[17] !== null,
    resource: id !== null && row[7] === true ? toResource(id, row) : undefined,
  };
}

function toResource(id: string, row: Row): MatchedResource {
  const [, , , , , , number, , productTitle, planNumber, orderNumber, subscriptionNumber, activationLimit] = row;
  const [activationCount, expiresAt, graceUntil, suspendedAt, revokedAt, activationId, activationVersion] = [
    row[13],
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
