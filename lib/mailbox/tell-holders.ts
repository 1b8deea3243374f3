import { z } from 'zod';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { enqueueMails } from '../jobs/enqueue-mail';
import type { JobHandler } from '../jobs/job';

const BATCH = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const payload = z.object({ releaseId: z.uuid() });

/** The job handler of news about a version, to be wired in lib/server. */
export function newsHandlers(): Record<string, JobHandler> {
  return { release_news: async (facts) => void (await tellHolders(payload.parse(facts).releaseId)) };
}

/**
 * Promises a mail about a published version to every customer who may download it and wants to hear of it, a batch at a
 * time. Nobody is told of a version that was withdrawn or that a newer one has overtaken, and nobody twice: neither when
 * this is run again, nor when the version is published again. Answers how many mails are new.
 */
export async function tellHolders(releaseId: string, at: Date = now()): Promise<number> {
  const release = await db().release.findUnique({ where: { id: releaseId } });
  if (!release?.publishedAt || release.publishedAt > at || release.yankedAt || release.toldAt) return 0;
  const { productId, channel, releasedAt } = release;
  const newer = await db().release.count({
    where: { productId, channel, publishedAt: { lte: at }, yankedAt: null, releasedAt: { gt: releasedAt } },
  });
  const made = newer > 0 ? 0 : await mailHolders(release, at);
  await db().release.updateMany({ where: { id: releaseId, toldAt: null }, data: { toldAt: at } });
  return made;
}

type NewVersion = { id: string; productId: string; channel: string; releasedAt: Date };
type Holder = { customerId: string; email: string };

async function mailHolders(release: NewVersion, at: Date): Promise<number> {
  let after = NOBODY;
  let made = 0;
  for (;;) {
    const holders = await findHolders(release, at, after);
    const mails = holders.map(({ customerId, email: to }) => ({
      mail: { template: 'new_release' as const, to, facts: { releaseId: release.id, customerId } },
      dedupeKey: `mail|new_release|${release.id}|${customerId}`,
    }));
    made += await inTransaction((tx) => enqueueMails(tx, mails));
    after = holders.at(-1)?.customerId ?? NOBODY;
    if (holders.length < BATCH) return made;
  }
}

// The rule of lib/downloads/entitled-releases.ts for one version and many rights; each mail asks that again when it is sent.
async function findHolders(release: NewVersion, at: Date, after: string): Promise<Holder[]> {
  const { productId, channel, releasedAt } = release;
  return db().$queryRaw<Holder[]>`
    SELECT c.id AS "customerId", c.email FROM customer c
    WHERE c.id > ${after}::uuid AND c.disabled_at IS NULL
      AND EXISTS (SELECT 1 FROM api_resource r JOIN product p ON p.id = r.product_id
        WHERE r.customer_id = c.id AND r.product_id = ${productId}::uuid AND is_live_resource(r, ${at})
          AND (${channel} = 'stable' OR r.wants_beta)
          AND (r.updates_until IS NULL OR (r.updates_until >= ${releasedAt} AND (p.keeps_releases OR r.updates_until > ${at}))))
      AND NOT EXISTS (SELECT 1 FROM mail_choice m
        WHERE m.customer_id = c.id AND m.topic = 'new_release' AND NOT m.is_wanted)
    ORDER BY c.id LIMIT ${BATCH}`;
}
