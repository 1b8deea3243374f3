import { recordSeldom } from '../audit/record-seldom';
import type { SignedInCustomer } from './session';

/** How the admin area was tried, and why its door stayed shut. */
export type RefusedDoor = {
  person: Pick<SignedInCustomer, 'id' | 'role' | 'sessionId'>;
  reason: 'not_an_admin' | 'no_factor';
  /** The path of the page, or the nearest one that an action or a route belongs to. */
  path: string;
  address: string;
  userAgent?: string;
};

/** Records that somebody signed in came to a page, an action or a route of the admin area that is not theirs to open. */
export async function noteRefusedDoor(tried: RefusedDoor): Promise<void> {
  const { person, reason, path, address, userAgent } = tried;
  await recordSeldom(
    {
      actor: { kind: person.role, id: person.id, via: `session:${person.sessionId}`, address, agent: userAgent },
      action: 'admin_area.refuse',
      objectKind: 'admin_area',
      objectId: path,
      after: { reason },
    },
    `admin_area.refuse|${person.id}|${reason}`,
  );
}
