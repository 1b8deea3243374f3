import { askHot } from './ask-hot';
import { askOfCalls, type CallColumns } from './call-columns';

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
  productNumber: number;
  orderNumber: number | null;
  subscriptionNumber: number | null;
  /** Its subscription is cancelled: nothing more is paid after `expiresAt`. False for what was bought once. */
  isEnding: boolean;
  activationLimit: number | null;
  activationCount: number;
  expiresAt: Date | null;
  graceUntil: Date | null;
  suspendedAt: Date | null;
  revokedAt: Date | null;
  /** The calling instance is active here: on a counted place, or beyond the limit where such ones go on (ADR 0116). */
  activationId: string | null;
  activationVersion: string | null;
  /** When that instance was last noted as seen, in milliseconds since 1970. */
  activationSeenAt: number | null;
};

const statementFor = askOfCalls(
  'read_called_resources',
  // One JSON list a row: the driver spends more on twenty columns than on all the rest of a call.
  // A single-resource key brings its resource also when the product does not match, so that a revoked key is recognised.
  // The installation is looked up by itself (LIMIT) and not by its resource ("IS TRUE"), so that the planner can take no other
  // index than the one by customer, instance and product: a key without a limit has many thousand rows in the others.
  (calls) => `
    SELECT json_build_array(c.n - 1, k.kind, k.replaced_at IS NOT NULL, u.disabled_at IS NOT NULL OR k.disabled_at IS NOT NULL,
      k.api_resource_id IS NOT NULL AND r.revoked_at IS NOT NULL, k.customer_id, r.matches,
      r.id, r.number, r.title, r.plan_number, r.order_number, r.subscription_number, r.activation_limit, r.activation_count,
      r.expires_at, r.grace_until, r.suspended_at, r.revoked_at, a.id, a.version, a.last_seen_at, r.product_number,
      CASE WHEN r.subscription_number IS NOT NULL THEN (
        SELECT s.status = 'cancelled' OR s.cancel_at IS NOT NULL OR s.ended_at IS NOT NULL
        FROM subscription s WHERE s.number = r.subscription_number) END)
    FROM ${calls}
    JOIN license_key k ON k.digest = c.digest
    JOIN customer u ON u.id = k.customer_id
    LEFT JOIN LATERAL (
      SELECT x.*, pr.title, pl.number AS plan_number,
        pr.number AS product_number, c.product IS NULL AND c.title IS NULL
          OR coalesce(pl.number = c.product OR pr.number = c.product OR pr.legacy_title = c.title, false) AS matches
      FROM api_resource x
      JOIN plan pl ON pl.id = x.plan_id
      JOIN product pr ON pr.id = x.product_id
      WHERE x.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR x.id = k.api_resource_id)
    ) r ON r.matches OR k.api_resource_id IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT x.id, x.version, x.last_seen_at FROM activation x
      WHERE x.customer_id = r.customer_id AND x.instance = c.instance AND x.product_id = r.product_id
        AND (x.api_resource_id = r.id) IS TRUE AND (NOT x.over_limit OR NOT stops_over_limit())
      LIMIT 1
    ) a ON true`,
);

type Row = [
  call: number,
  keyKind: CalledResource['keyKind'],
  keyDead: boolean,
  accessDisabled: boolean,
  ownResourceRevoked: boolean,
  customerId: string,
  matches: boolean | null,
  id: string,
  number: number,
  productTitle: string,
  planNumber: number,
  orderNumber: number | null,
  subscriptionNumber: number | null,
  activationLimit: number | null,
  activationCount: number,
  expiresAt: string | null,
  graceUntil: string | null,
  suspendedAt: string | null,
  revokedAt: string | null,
  activationId: string | null,
  activationVersion: string | null,
  activationSeenAt: string | null,
  productNumber: number,
  isEnding: boolean | null,
];

/** The facts behind a status answer for many calls, in one read. Calls with an unknown key have no row. */
export async function readCalledResources(calls: CallColumns[]): Promise<CalledResource[]> {
  return (await askHot<Row>(statementFor(calls))).map(toCalledResource);
}

// By index: taking such a row apart by name, or putting an object together from others, costs V8 more than the query does.
function toCalledResource(row: Row): CalledResource {
  return {
    call: row[0],
    keyKind: row[1],
    keyDead: row[2],
    accessDisabled: row[3],
    ownResourceRevoked: row[4],
    customerId: row[5],
    resource: row[6] === true ? toResource(row) : undefined,
  };
}

function toResource(row: Row): MatchedResource {
  return {
    id: row[7],
    number: row[8],
    productTitle: row[9],
    planNumber: row[10],
    productNumber: row[22],
    orderNumber: row[11],
    subscriptionNumber: row[12],
    isEnding: row[23] === true,
    activationLimit: row[13],
    activationCount: row[14],
    expiresAt: instant(row[15]),
    graceUntil: instant(row[16]),
    suspendedAt: instant(row[17]),
    revokedAt: instant(row[18]),
    activationId: row[19],
    activationVersion: row[20],
    activationSeenAt: row[21] === null ? null : Date.parse(row[21]),
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
