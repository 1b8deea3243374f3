import { db } from '../../db/client';
import { type FindingStep, findingSteps } from './finding-steps';

export const FINDING_STATES = ['open', 'applied', 'dismissed', 'gone'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export type Finding = {
  id: string;
  object: { kind: 'order' | 'subscription'; id: string; number: number };
  customerEmail: string;
  steps: FindingStep[];
  digest: string;
  foundAt: Date;
  seenAt: Date;
  state: FindingState;
  decidedAt: Date | null;
  decidedBy: string | undefined;
  reason: string | null;
};

const MOST = 100;

/** The findings of some states, the newest first; the first hundred of them. */
export async function listFindings(states: readonly FindingState[], most = MOST): Promise<Finding[]> {
  const customer = { select: { email: true } };
  const rows = await db().reconcileFinding.findMany({
    where: { state: { in: [...states] } },
    orderBy: [{ foundAt: 'desc' }, { id: 'asc' }],
    take: most,
    include: { order: { select: { number: true, customer } }, subscription: { select: { number: true, customer } } },
  });
  const people = await db().customer.findMany({
    where: { id: { in: rows.flatMap(({ decidedBy }) => decidedBy ?? []) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return rows.flatMap((row) => {
    const of = row.order ?? row.subscription;
    const id = row.orderId ?? row.subscriptionId;
    if (!of || !id) return [];
    const kind = row.order ? ('order' as const) : ('subscription' as const);
    return [
      {
        id: row.id,
        object: { kind, id, number: of.number },
        customerEmail: of.customer.email,
        steps: findingSteps.parse(row.steps),
        digest: row.digest,
        foundAt: row.foundAt,
        seenAt: row.seenAt,
        state: row.state,
        decidedAt: row.decidedAt,
        decidedBy: row.decidedBy === null ? undefined : emails.get(row.decidedBy),
        reason: row.reason,
      },
    ];
  });
}

export type LastRun = {
  startedAt: Date;
  finishedAt: Date | null;
  looked: number;
  failed: number;
  isAsked: boolean;
};

/** The newest walk, finished or not. */
export async function readLastRun(): Promise<LastRun | undefined> {
  const run = await db().reconcileRun.findFirst({ orderBy: { startedAt: 'desc' } });
  if (!run) return undefined;
  const { startedAt, finishedAt, looked, failed, askedBy } = run;
  return { startedAt, finishedAt, looked, failed, isAsked: askedBy !== null };
}
