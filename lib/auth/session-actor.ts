import type { SignedInCustomer } from '../customers/session';
import { requestFacts } from './request-facts';

type SessionActor = { kind: SignedInCustomer['role']; id: string; via: string; address: string; agent: string };

/** A signed-in person as the audit names them: by this session, from where and with which browser this request came. */
export async function sessionActor({
  id,
  role,
  sessionId,
}: Pick<SignedInCustomer, 'id' | 'role' | 'sessionId'>): Promise<SessionActor> {
  const { address, userAgent } = await requestFacts();
  return { kind: role, id, via: `session:${sessionId}`, address, agent: userAgent };
}
