import { askHot } from './ask-hot';
import { askOfCalls, type CallColumns } from './call-columns';

/** What an update check needs of one product, and of the licence behind the call if there is a live one. */
export type OfferedRelease = {
  call: number;
  product: {
    id: string;
    number: number;
    title: string;
    slug: string;
    pageUrl: string;
    /** What the offered release needs: its own values where it has some, otherwise its product's. */
    testedVersion: string;
    requiresVersion: string;
    requiresPhp: string;
    author: string;
  };
  /** The newest release that this caller may be told about, or undefined when there is none. */
  release: { id: string; version: string; upgradeNotice: string; releasedAt: Date; isRemote: boolean } | undefined;
  /** The live right on which the calling instance is active, as in read-called-resources. */
  license:
    | {
        customerNumber: number;
        orderNumber: number;
        planNumber: number;
        accessDisabled: boolean;
        /** The beginning of the lookup digest of the key that was sent, in hex: tells a customer's keys apart, opens nothing. */
        keyMark: string;
        activation: { id: string; version: string; seenAt: number };
      }
    | undefined;
};

// Calls with an unknown product have no row, nor have strangers' calls about a draft, of which nobody has been told yet. The
// release is the newest one that the licence may have, or, without a licence, the newest stable one: its version is public.
// lib/downloads/entitled-releases.ts is the same rule for people; a test holds the two together.
const statementFor = askOfCalls(
  'read_offered_releases',
  (calls) => `
    SELECT json_build_array(c.n - 1, pr.id, pr.number, pr.title, pr.slug, pr.page_url,
      coalesce(rel.tested_version, pr.tested_version), coalesce(rel.requires_version, pr.requires_version),
      coalesce(rel.requires_php, pr.requires_php), pr.author, rel.id, rel.version, rel.upgrade_notice, rel.released_at,
      lic.customer_number, lic.order_number, lic.plan_number, lic.access_disabled,
      lic.activation_id, lic.activation_version, lic.last_seen_at, lic.key_mark,
      CASE WHEN lic.activation_id IS NOT NULL THEN
        (SELECT f.source = 'remote' FROM artifact f WHERE f.release_id = rel.id ORDER BY f.file_name LIMIT 1) END)
    FROM ${calls}
    JOIN product pr ON pr.id = coalesce((SELECT cn.product_id FROM catalog_number cn WHERE cn.number = c.product),
      (SELECT t.id FROM product t WHERE t.legacy_title = c.title))
    LEFT JOIN LATERAL (
      SELECT u.number AS customer_number, coalesce(r.order_number, r.subscription_number) AS order_number, pl.number AS plan_number,
        r.updates_until, r.wants_beta,
        u.disabled_at IS NOT NULL OR k.disabled_at IS NOT NULL AS access_disabled,
        a.id AS activation_id, a.version AS activation_version, a.last_seen_at, encode(substr(k.digest, 1, 3), 'hex') AS key_mark
      FROM license_key k
      JOIN customer u ON u.id = k.customer_id
      JOIN activation a ON a.customer_id = k.customer_id AND a.instance = c.instance AND a.product_id = pr.id
        AND (NOT a.over_limit OR NOT stops_over_limit())
      JOIN api_resource r ON r.id = a.api_resource_id
      JOIN plan pl ON pl.id = r.plan_id
      WHERE k.digest = c.digest AND k.replaced_at IS NULL AND (k.api_resource_id IS NULL OR r.id = k.api_resource_id)
        AND (c.product IS NULL OR pl.number = c.product OR pr.number = c.product)
        AND is_live_resource(r, $5)
      LIMIT 1
    ) lic ON true
    LEFT JOIN LATERAL (
      SELECT x.id, x.version, x.upgrade_notice, x.released_at, x.tested_version, x.requires_version, x.requires_php FROM release x
      WHERE x.product_id = pr.id AND x.published_at <= $5 AND x.yanked_at IS NULL AND (x.channel = 'stable' OR lic.wants_beta)
        AND (lic.updates_until IS NULL OR (x.released_at <= lic.updates_until AND (pr.keeps_releases OR lic.updates_until > $5)))
      ORDER BY x.released_at DESC, x.created_at DESC LIMIT 1
    ) rel ON true
    WHERE pr.published_at <= $5 OR rel.id IS NOT NULL OR lic.activation_id IS NOT NULL`,
);

type Row = [
  call: number,
  productId: string,
  productNumber: number,
  title: string,
  slug: string,
  pageUrl: string,
  testedVersion: string,
  requiresVersion: string,
  requiresPhp: string,
  author: string,
  releaseId: string | null,
  version: string,
  upgradeNotice: string,
  releasedAt: string,
  customerNumber: number | null,
  orderNumber: number,
  planNumber: number,
  accessDisabled: boolean,
  activationId: string,
  activationVersion: string,
  seenAt: string,
  keyMark: string,
  isRemote: boolean | null,
];

/** The facts behind an update answer for many calls, in one read. */
export async function readOfferedReleases(calls: CallColumns[], at: Date): Promise<OfferedRelease[]> {
  const statement = statementFor(calls);
  statement.values.push(at.toISOString());
  return (await askHot<Row>(statement)).map(toOffer);
}

// By index, as in read-called-resources.
function toOffer(row: Row): OfferedRelease {
  return {
    call: row[0],
    product: {
      id: row[1],
      number: row[2],
      title: row[3],
      slug: row[4],
      pageUrl: row[5],
      testedVersion: row[6],
      requiresVersion: row[7],
      requiresPhp: row[8],
      author: row[9],
    },
    release:
      row[10] === null
        ? undefined
        : {
            id: row[10],
            version: row[11],
            upgradeNotice: row[12],
            releasedAt: new Date(row[13]),
            isRemote: row[22] === true,
          },
    license:
      row[14] === null
        ? undefined
        : {
            customerNumber: row[14],
            orderNumber: row[15],
            planNumber: row[16],
            accessDisabled: row[17],
            keyMark: row[21],
            activation: { id: row[18], version: row[19], seenAt: Date.parse(row[20]) },
          },
  };
}
