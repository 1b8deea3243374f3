import { now } from '../clock';
import type { Prisma, Tx } from '../db/client';
import { withoutKeys } from '../secrets/without-keys';

/** Who did it. `id` is the row id of a customer or admin; `via` says through what (`session:…`, `key:…`, `job:…`). */
export type Actor = {
  kind: 'customer' | 'admin' | 'client' | 'system';
  id?: string;
  via?: string;
  address?: string;
  /** What their browser or program calls itself, as it came. */
  agent?: string | undefined;
};

export type AuditFact = {
  actor: Actor;
  /** Noun and verb in our words: `activation.delete`, `settings.save`. */
  action: `${string}.${string}`;
  objectKind: string;
  objectId: string;
  /** Never a key, a token or a password: this table is read by people and kept for good. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  at?: Date;
};

/** Writes one audit row inside the caller's transaction, so the change and its record stand or fall together. */
export async function recordAudit(tx: Tx, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({ data: rowOf(fact) });
}

const AT_ONCE = 1_000;

/** The same for many, a thousand a statement. */
export async function recordAudits(tx: Tx, facts: readonly AuditFact[]): Promise<void> {
  for (let from = 0; from < facts.length; from += AT_ONCE) {
    await tx.auditEntry.createMany({ data: facts.slice(from, from + AT_ONCE).map(rowOf) });
  }
}

function rowOf(fact: AuditFact) {
  const { actor } = fact;
  return {
    at: fact.at ?? now(),
    actorKind: actor.kind,
    actorId: actor.id ?? null,
    via: actor.via ?? '',
    address: actor.address ?? '',
    agent: agentText(actor.agent ?? ''),
    action: fact.action,
    objectKind: fact.objectKind,
    objectId: fact.objectId,
    ...(fact.before === undefined ? {} : { before: fact.before }),
    ...(fact.after === undefined ? {} : { after: fact.after }),
  };
}

const LONGEST_AGENT = 200;

// Anybody may write anything there: what no page shows and no column holds is left out, and keys stay whole nowhere.
function agentText(agent: string): string {
  const shown = withoutKeys(agent).replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '');
  return [...shown].slice(0, LONGEST_AGENT).join('');
}
