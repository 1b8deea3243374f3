import { recordAudit } from '../../audit/record-audit';
import type { Tx } from '../../db/client';
import { unreachable } from '../../errors';
import { changeGrants } from '../../licensing/grants/change-grants';
import type { Grant } from '../../licensing/grants/grant-fact';
import type { SubscriptionStanding } from '../../payments/subscription-standing';
import { followPlans } from './follow-plans';
import { mailCancelled, mailTrialEnding } from './mail-about-subscription';
import { rightsOf, type SubscriptionRow, type Told } from './subscription-row';

/**
 * Brings a subscription to how it stands at Stripe: the answer that was asked for last is believed, however late an older
 * one arrives. Its rights follow in plan and places; their end follows what was paid (follow-invoice).
 */
export async function followStanding(
  tx: Tx,
  { row, standing }: { row: SubscriptionRow; standing: SubscriptionStanding },
  told: Told,
): Promise<'subscription_followed' | 'nothing_to_do'> {
  if (row.readAt && row.readAt > standing.readAt) return 'nothing_to_do';
  const after = columnsOf(standing);
  const change = changeOf(row, after);
  const note = await followPlans(tx, { row, standing }, told);
  await tx.subscription.update({ where: { id: row.id }, data: { ...after, note, readAt: standing.readAt } });
  if (!change) return 'nothing_to_do';
  await recordAudit(tx, {
    ...told,
    action: `subscription.${change.state}`,
    objectKind: 'subscription',
    objectId: row.id,
    before: toldOf(row),
    after: toldOf(after),
  });
  await tellRights(tx, { row, standing, state: change.state }, told);
  await tellCustomer(tx, { row, standing, state: change.state }, told);
  return 'subscription_followed';
}

type Columns = ReturnType<typeof columnsOf>;

export function columnsOf(standing: SubscriptionStanding) {
  const { collectionPausedUntil: paused, items } = standing;
  const ends = items.map(({ periodEndsAt }) => periodEndsAt.getTime());
  return {
    status: statusOf(standing.status),
    stripeCustomerId: standing.stripeCustomerId,
    currency: standing.currency,
    isPaused: paused !== 'not_paused',
    resumesAt: paused instanceof Date ? paused : null,
    trialEndsAt: standing.trialEndsAt,
    renewsAt: ends.length > 0 && standing.status !== 'ended' ? new Date(Math.min(...ends)) : null,
    cancelAt: standing.endsAt,
    endedAt: standing.endedAt,
  };
}

function statusOf(status: SubscriptionStanding['status']) {
  switch (status) {
    case 'trial':
      return 'trialing' as const;
    case 'owing':
    case 'unfinished':
      return 'past_due' as const;
    case 'ended':
      return 'cancelled' as const;
    case 'active':
    case 'paused':
      return status;
    default:
      return unreachable(status);
  }
}

type State = 'change' | 'cancel_planned' | 'cancel_withdrawn' | 'paused' | 'resumed' | 'ended';

/** What is new, the weightiest first. Only what a person would call a change: a new period is told by its invoice. */
function changeOf(row: SubscriptionRow, after: Columns): { state: State } | undefined {
  if (after.status === 'cancelled') return row.status === 'cancelled' ? undefined : { state: 'ended' };
  if (row.cancelAt === null && after.cancelAt !== null) return { state: 'cancel_planned' };
  if (row.cancelAt !== null && after.cancelAt === null) return { state: 'cancel_withdrawn' };
  const [wasPaused, isPaused] = [isPausedNow(row), isPausedNow(after)];
  if (wasPaused !== isPaused) return { state: isPaused ? 'paused' : 'resumed' };
  return row.status === after.status ? undefined : { state: 'change' };
}

function isPausedNow({ isPaused, status }: Pick<Columns, 'isPaused' | 'status'>): boolean {
  return isPaused || status === 'paused';
}

function toldOf({
  status,
  isPaused,
  cancelAt,
  endedAt,
}: Pick<Columns, 'status' | 'isPaused' | 'cancelAt' | 'endedAt'>) {
  return {
    status,
    isPaused,
    cancelAt: cancelAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

type Change = { row: SubscriptionRow; standing: SubscriptionStanding; state: State };

/** Each right has it in its record. With the end nothing is owed any more, so its grace is over. */
async function tellRights(tx: Tx, { row, standing, state }: Change, { at, actor }: Told): Promise<void> {
  if (state === 'change') return;
  const happenedAt = standing.readAt;
  const endsAt = state === 'ended' ? standing.endedAt : standing.endsAt;
  for (const apiResourceId of rightsOf(row)) {
    const facts = (known: readonly Grant[]): Grant[] => [
      {
        cause: `subscription:${standing.subscriptionId}:${happenedAt.toISOString()}`,
        happenedAt,
        fact: { kind: 'subscription', state, endsAt },
      },
      ...(state === 'ended' ? givenUp(known, happenedAt) : []),
    ];
    await changeGrants(tx, { apiResourceId, facts, at, actor });
  }
}

function givenUp(known: readonly Grant[], happenedAt: Date): Grant[] {
  return known.flatMap(({ cause, fact }) =>
    fact.kind === 'payment_failed' ? [{ cause, happenedAt, fact: { kind: 'payment_given_up' as const } }] : [],
  );
}

async function tellCustomer(tx: Tx, { row, standing, state }: Change, { at }: Told): Promise<void> {
  const isPlanned = state === 'cancel_planned' && standing.endsAt;
  // One that was planned has been told already.
  const isSudden = state === 'ended' && row.cancelAt === null;
  if (isPlanned || isSudden) await mailCancelled(tx, row, { endsAt: standing.endsAt, at });
}

const TRIAL_NOTICE_MS = 3 * 86_400_000 + 3_600_000;

/** Three days before a trial ends its customer is told, once. */
export async function warnOfTrialEnd(tx: Tx, row: SubscriptionRow, standing: SubscriptionStanding, at: Date) {
  const { status, trialEndsAt, endsAt } = standing;
  if (status !== 'trial' || !trialEndsAt || endsAt) return;
  if (trialEndsAt.getTime() - at.getTime() <= TRIAL_NOTICE_MS) await mailTrialEnding(tx, row, trialEndsAt);
}
