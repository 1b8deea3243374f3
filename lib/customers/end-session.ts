import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { endSessionsOf } from './session';

export type EndSessionResult = { ok: true } | { ok: false; reason: 'session_not_found' };

/** Ends one session of this customer; a stranger's session is "not found". Ending it twice is no fault. */
export async function endSession(which: {
  customerId: string;
  sessionId: string;
  actor: Actor;
  at?: Date;
}): Promise<EndSessionResult> {
  const { customerId, sessionId, actor, at = now() } = which;
  if (!isUuid(sessionId)) return { ok: false, reason: 'session_not_found' };
  return inTransaction(async (tx) => {
    const session = await tx.session.findFirst({ where: { id: sessionId, customerId } });
    if (!session) return { ok: false, reason: 'session_not_found' };
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, customerId, revokedAt: null },
      data: { revokedAt: at },
    });
    if (count > 0) {
      await recordAudit(tx, { actor, action: 'session.end', objectKind: 'session', objectId: sessionId, at });
    }
    return { ok: true };
  });
}

/** Ends all sessions of this customer but the one they are using; answers how many were ended. */
export async function endOtherSessions(which: {
  customerId: string;
  sessionId: string;
  actor: Actor;
  at?: Date;
}): Promise<{ ended: number }> {
  const { customerId, sessionId, actor, at = now() } = which;
  return inTransaction(async (tx) => {
    const ended = await endSessionsOf(tx, { customerId, except: sessionId }, at);
    if (ended > 0) {
      await recordAudit(tx, {
        actor,
        action: 'session.end_others',
        objectKind: 'customer',
        objectId: customerId,
        after: { ended },
        at,
      });
    }
    return { ended };
  });
}
