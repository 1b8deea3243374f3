import type { SignedInCustomer } from '../customers/session';
import { requireAdmin } from './require-admin';
import { requireOwnPage } from './require-own-page';
import { sessionActor } from './session-actor';

/** The admin behind a change, and the same person as the audit names them. */
export type AdminChange = {
  admin: SignedInCustomer;
  actor: { kind: 'admin'; id: string; via: string; address: string; agent: string };
};

/** The first line of every admin action: sent by one of our own pages, by a signed-in admin; everybody else ends here. */
export async function requireAdminChange(returnTo = '/admin'): Promise<AdminChange> {
  await requireOwnPage();
  const admin = await requireAdmin(returnTo);
  return { admin, actor: { ...(await sessionActor(admin)), kind: 'admin' } };
}
