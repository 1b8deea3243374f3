import { askHot } from './ask-hot';

/** What a developer key is looked up by: the digest of its secret or of a token, and the period its limits are asked for. */
export type AccessLookup = { digest: Buffer; period: string };

/** A developer key with its owner, the owner's plan and what has been spent, all as of one statement. */
export type FoundAccessKey = {
  keyId: string;
  sid: string;
  kind: 'standard' | 'secret' | 'pair';
  isToken: boolean;
  state: 'active' | 'disabled' | 'revoked';
  expiresAt: number | null;
  /** When this one value stops working: the end of its overlap, or of the token. Milliseconds since 1970, as all times here. */
  valueEndsAt: number | null;
  /** The access key id that belongs to the secret of a pair; null for everything else. */
  accessKeyId: string | null;
  /** Null: every operation of the owner. */
  operations: string[] | null;
  addresses: string[];
  headersOnly: boolean;
  rateCalls: number | null;
  rateWindow: 'second' | 'minute' | 'hour' | 'day' | null;
  monthlyCap: number | null;
  customerId: string;
  customerNumber: number;
  email: string;
  role: 'customer' | 'admin';
  isDisabled: boolean;
  hasFactor: boolean;
  allowsPairs: boolean;
  monthlyCalls: number | null;
  callsPerMinute: number;
  quotaSpent: number;
  capSpent: number;
};

const STATEMENT = {
  name: 'read_access_keys',
  // One JSON list a row, as in read-called-resources. A token is looked for among the tokens only when no secret fits: both
  // are unique indexes. Without a plan of their own, owners have the default one.
  text: `
    SELECT json_build_array(c.n - 1, k.id, k.sid, k.kind, f.is_token, k.state,
      extract(epoch FROM k.expires_at) * 1000, extract(epoch FROM f.ends_at) * 1000, f.public_id,
      CASE WHEN k.access = 'restricted' THEN k.operations END, k.addresses, k.headers_only, k.rate_calls, k.rate_window,
      k.monthly_cap, u.id, u.number, u.email, u.role, u.disabled_at IS NOT NULL,
      EXISTS (SELECT FROM second_factor x WHERE x.customer_id = u.id AND x.confirmed_at IS NOT NULL),
      coalesce(p.allows_pairs, true), p.monthly_calls, coalesce(p.calls_per_minute, 300),
      coalesce(q.calls, 0), coalesce(m.calls, 0))
    FROM unnest($1::bytea[], $2::text[]) WITH ORDINALITY AS c(digest, period, n)
    CROSS JOIN LATERAL (
      SELECT s.access_key_id, s.ends_at, s.public_id, false AS is_token FROM access_secret s WHERE s.digest = c.digest
      UNION ALL
      SELECT t.access_key_id, t.expires_at, NULL, true FROM access_token t WHERE t.digest = c.digest
      LIMIT 1
    ) f
    JOIN access_key k ON k.id = f.access_key_id
    JOIN customer u ON u.id = k.customer_id
    LEFT JOIN access_plan p ON p.id = coalesce(u.access_plan_id, (SELECT d.id FROM access_plan d WHERE d.is_default))
    LEFT JOIN access_quota q ON p.monthly_calls IS NOT NULL AND q.customer_id = u.id AND q.period = c.period
    LEFT JOIN access_cap m ON k.monthly_cap IS NOT NULL AND m.access_key_id = k.id AND m.period = c.period`,
};

type Row = [
  call: number,
  keyId: string,
  sid: string,
  kind: FoundAccessKey['kind'],
  isToken: boolean,
  state: FoundAccessKey['state'],
  expiresAt: number | null,
  valueEndsAt: number | null,
  accessKeyId: string | null,
  operations: string[] | null,
  addresses: string[] | null,
  headersOnly: boolean,
  rateCalls: number | null,
  rateWindow: FoundAccessKey['rateWindow'],
  monthlyCap: number | null,
  customerId: string,
  customerNumber: number,
  email: string,
  role: FoundAccessKey['role'],
  isDisabled: boolean,
  hasFactor: boolean,
  allowsPairs: boolean,
  monthlyCalls: number | null,
  callsPerMinute: number,
  quotaSpent: number,
  capSpent: number,
];

/** What each lookup finds, in their order; null for a value that opens nothing. One statement for all of them. */
export async function readAccessKeys(lookups: AccessLookup[]): Promise<(FoundAccessKey | null)[]> {
  const values = [lookups.map((lookup) => lookup.digest), lookups.map((lookup) => lookup.period)];
  const found: (FoundAccessKey | null)[] = lookups.map(() => null);
  for (const row of await askHot<Row>({ ...STATEMENT, values })) found[row[0]] = toFound(row);
  return found;
}

// By index, as in read-called-resources: cheaper than taking such a row apart by name.
function toFound(row: Row): FoundAccessKey {
  return {
    keyId: row[1],
    sid: row[2],
    kind: row[3],
    isToken: row[4],
    state: row[5],
    expiresAt: row[6],
    valueEndsAt: row[7],
    accessKeyId: row[8],
    operations: row[9],
    addresses: row[10] ?? [],
    headersOnly: row[11],
    rateCalls: row[12],
    rateWindow: row[13],
    monthlyCap: row[14],
    customerId: row[15],
    customerNumber: row[16],
    email: row[17],
    role: row[18],
    isDisabled: row[19],
    hasFactor: row[20],
    allowsPairs: row[21],
    monthlyCalls: row[22],
    callsPerMinute: row[23],
    quotaSpent: row[24],
    capSpent: row[25],
  };
}
