import { type CallColumns, columnsOf } from './call-columns';
import { hotPool } from './client';

/** What an update check needs of one product, and of the licence behind the call if there is a live one. */
export type OfferedRelease = {
  call: number;
  product: {
    id: string;
    number: number;
    title: string;
    slug: string;
    pageUrl: string;
    testedVersion: string;
    requiresVersion: string;
    requiresPhp: string;
    author: string;
  };
  /** The newest published stable release, or undefined when there is none yet. */
  release: { id: string; version: string; upgradeNotice: string; releasedAt: Date } | undefined;
  /** The live right on which the calling instance holds a place. */
  license: { customerNumber: number; orderNumber: number; planNumber: number; accessDisabled: boolean } | undefined;
};

// Calls with an unknown product have no row. The release is the newest one that the licence may have (updates_until), or,
// without a licence, the newest of all: its version is public.
const STATEMENT = {
  name: 'read_offered_releases',
  text: `
    SELECT json_build_object('call', c.n - 1,
      'product', json_build_object('id', pr.id, 'number', pr.number, 'title', pr.title, 'slug', pr.slug, 'pageUrl', pr.page_url,
        'testedVersion', pr.tested_version, 'requiresVersion', pr.requires_version, 'requiresPhp', pr.requires_php, 'author', pr.author),
      'release', CASE WHEN rel.id IS NOT NULL THEN json_build_object('id', rel.id, 'version', rel.version,
        'upgradeNotice', rel.upgrade_notice, 'releasedAt', extract(epoch FROM rel.released_at) * 1000) END,
      'license', CASE WHEN lic.customer_number IS NOT NULL THEN json_build_object('customerNumber', lic.customer_number,
        'orderNumber', lic.order_number, 'planNumber', lic.plan_number, 'accessDisabled', lic.access_disabled) END)
    FROM unnest($1::bytea[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS c(digest, product, title, instance, n)
    JOIN product pr ON pr.legacy_title = c.title OR pr.id = (SELECT cn.product_id FROM catalog_number cn WHERE cn.number = c.product)
    LEFT JOIN LATERAL (
      SELECT u.number AS customer_number, coalesce(r.order_number, r.subscription_number) AS order_number, pl.number AS plan_number, r.updates_until,
        u.disabled_at IS NOT NULL OR k.disabled_at IS NOT NULL AS access_disabled
      FROM license_key k
      JOIN customer u ON u.id = k.customer_id
      JOIN activation a ON a.customer_id = k.customer_id AND a.instance = c.instance AND a.product_id = pr.id AND NOT a.over_limit
      JOIN api_resource r ON r.id = a.api_resource_id
      JOIN plan pl ON pl.id = r.plan_id
      WHERE k.digest = c.digest AND k.replaced_at IS NULL AND (k.api_resource_id IS NULL OR r.id = k.api_resource_id)
        AND (c.product IS NULL OR pl.number = c.product OR pr.number = c.product)
        AND is_live_resource(r, $5)
      LIMIT 1
    ) lic ON true
    LEFT JOIN LATERAL (
      SELECT x.id, x.version, x.upgrade_notice, x.released_at FROM release x
      WHERE x.product_id = pr.id AND x.published_at <= $5 AND x.yanked_at IS NULL AND x.channel = 'stable'
        AND (lic.updates_until IS NULL OR x.released_at <= lic.updates_until)
      ORDER BY x.released_at DESC, x.created_at DESC LIMIT 1
    ) rel ON true`,
};

type Offer = Pick<OfferedRelease, 'call' | 'product'>;
type Row = [
  Offer & {
    release: (Omit<NonNullable<OfferedRelease['release']>, 'releasedAt'> & { releasedAt: number }) | null;
    license: NonNullable<OfferedRelease['license']> | null;
  },
];

/** The facts behind an update answer for many calls, in one read. */
export async function readOfferedReleases(calls: CallColumns[], at: Date): Promise<OfferedRelease[]> {
  const { rows } = await hotPool().query<Row>({ ...STATEMENT, values: [...columnsOf(calls), at], rowMode: 'array' });
  return rows.map(([{ release, license, ...offer }]) => ({
    ...offer,
    release: release ? { ...release, releasedAt: new Date(release.releasedAt) } : undefined,
    license: license ?? undefined,
  }));
}
