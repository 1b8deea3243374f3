import { now } from '../clock';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { changedTerms, type TermChange } from './term-change';

/** What a change of terms would do to the licences of a plan. */
export type TermPreview = {
  /** Not revoked. */
  licences: number;
  changing: number;
  limitRaised: number;
  limitLowered: number;
  /** Activations that would no longer be counted, because their licence has fewer places. */
  activationsBeyond: number;
  endsLater: number;
  endsSooner: number;
  /** Of those that end sooner: over at once. */
  endsNow: number;
  /** Of those that end later: expired, and working again. */
  worksAgain: number;
  updatesLonger: number;
  updatesShorter: number;
};

/** Counts what `applyPlanTerms` would do now. Reads only. */
export async function previewPlanTerms(change: TermChange, at: Date = now()): Promise<TermPreview> {
  const { limit, expiry, updates, from } = changedTerms(change);
  const [row] = await db().$queryRaw<TermPreview[]>`
    SELECT count(*)::int AS "licences",
      (count(*) FILTER (WHERE new_limit IS DISTINCT FROM old_limit OR new_end IS DISTINCT FROM old_end
        OR new_updates IS DISTINCT FROM old_updates))::int AS "changing",
      (count(*) FILTER (WHERE ${isMore('old_limit', 'new_limit')}))::int AS "limitRaised",
      (count(*) FILTER (WHERE ${isMore('new_limit', 'old_limit')}))::int AS "limitLowered",
      coalesce(sum(greatest(used - new_limit, 0)) FILTER (WHERE ${isMore('new_limit', 'old_limit')}), 0)::int AS "activationsBeyond",
      (count(*) FILTER (WHERE ${isMore('old_end', 'new_end')}))::int AS "endsLater",
      (count(*) FILTER (WHERE ${isMore('new_end', 'old_end')}))::int AS "endsSooner",
      (count(*) FILTER (WHERE new_end <= ${at} AND (old_end IS NULL OR old_end > ${at})))::int AS "endsNow",
      (count(*) FILTER (WHERE old_end <= ${at} AND (new_end IS NULL OR new_end > ${at})))::int AS "worksAgain",
      (count(*) FILTER (WHERE ${isMore('old_updates', 'new_updates')}))::int AS "updatesLonger",
      (count(*) FILTER (WHERE ${isMore('new_updates', 'old_updates')}))::int AS "updatesShorter"
    FROM (
      SELECT r.activation_count AS used, r.activation_limit AS old_limit, ${limit} AS new_limit,
        r.expires_at AS old_end, ${expiry} AS new_end, r.updates_until AS old_updates, ${updates} AS new_updates
      ${from}
    ) licence`;
  if (!row) throw new Error('A row of counts is always there');
  return row;
}

// The names are written here, never typed by anybody.
function isMore(less: string, more: string): Prisma.Sql {
  return Prisma.raw(`(${less} IS NOT NULL AND (${more} IS NULL OR ${more} > ${less}))`);
}
