import type { Tx } from '../../lib/db/client';
import { keyHint } from '../../lib/secrets/key-format';
import type { PlannedCall } from './plan-calls';
import type { PlannedInstallation } from './plan-installations';
import type { Sold } from './seed-sales';
import type { SeededRandom } from './seeded-random';

const DAY_MS = 86_400_000;
const DOWNLOADS = 140;
const BROWSER = 'Mozilla/5.0 (demo data)';

/** The lines of the request log, as calls would have left them. */
export async function seedRequestLog(
  tx: Tx,
  random: SeededRandom,
  { calls, sold }: { calls: PlannedCall[]; sold: (Sold | undefined)[][] },
): Promise<void> {
  const rows = calls.map(({ at, action, outcome, line, instance, version, address }) => {
    const known = line && sold[line.order]?.[line.line];
    return {
      at,
      action,
      outcome,
      keyHint: known ? keyHint(known.key) : outcome === 'missing' ? '' : `lko_…${random.hex(4)}`,
      customerId: known?.customerId,
      apiResourceId: known?.apiResourceId,
      product: String(known?.plan.number ?? 102),
      instance,
      version,
      address,
      durationUs: 300 + random.below(900),
    };
  });
  await tx.$executeRaw`
    INSERT INTO request_log_entry (at, protocol, action, outcome, key_hint, customer_id, api_resource_id, product, instance,
      version, address, user_agent, duration_us)
    SELECT at, 'wc-am', action, outcome, "keyHint", "customerId", "apiResourceId", product, instance, version, address,
      'WordPress/6.8', "durationUs"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS call(at timestamptz, action text, outcome text, "keyHint" text,
      "customerId" uuid, "apiResourceId" uuid, product text, instance text, version text, address text, "durationUs" int)`;
}

/** Downloads of the versions that were out at the time, by link or by an installation's own update. */
export async function seedDownloads(
  tx: Tx,
  random: SeededRandom,
  { installations, sold, at }: { installations: PlannedInstallation[]; sold: (Sold | undefined)[][]; at: Date },
): Promise<void> {
  const artifacts = await tx.artifact.findMany({
    select: { id: true, release: { select: { productId: true, releasedAt: true, channel: true } } },
  });
  const data = Array.from({ length: DOWNLOADS }, () => {
    const one = random.pick(installations);
    const line = sold[one.order]?.[one.line];
    const moment = new Date(Math.max(one.at.getTime(), one.lastSeenAt.getTime() - random.next() * 20 * DAY_MS));
    const choices = artifacts.filter(
      ({ release }) =>
        release.productId === line?.plan.productId && release.releasedAt <= moment && release.channel === 'stable',
    );
    if (!line || choices.length === 0 || moment > at) return undefined;
    const outcome = random.weighed([
      ['served', 93],
      ['link_expired', 7],
    ] as const);
    const way = outcome === 'served' && random.next() < 0.4 ? 'package' : 'link';
    return {
      at: moment,
      lastAt: moment,
      requests: 1 + random.below(3),
      way,
      outcome,
      customerId: line.customerId,
      apiResourceId: line.apiResourceId,
      artifactId: random.pick(choices).id,
      address: one.address,
      userAgent: way === 'link' ? BROWSER : 'WordPress/6.8',
      isPartial: false,
      sameness: new Uint8Array(Buffer.from(random.hex(32), 'hex')),
    };
  });
  await tx.downloadEntry.createMany({ data: data.flatMap((row) => (row ? [row] : [])) });
}
