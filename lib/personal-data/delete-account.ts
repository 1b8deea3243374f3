import { forgetKeysOf } from '../access-keys/forget-keys-of';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { readEmailAddress } from '../customers/email-address';
import { endViewsAt } from '../customers/end-customer-view';
import { endSessionsOf, liveAt } from '../customers/session';
import { inTransaction, type Tx } from '../db/client';
import { openSealedAccess } from '../downloads/dropbox-connection';
import { revokeAccess } from '../dropbox/save-by-url';
import { deletedAddress } from '../jobs/deleted-address';
import { enqueueMail } from '../jobs/enqueue-mail';
import { closeLicences } from '../licensing/close-licences';
import { emptyAccount } from './empty-account';
import { findObstacles } from './find-obstacles';
import { forgetMails } from './forget-mails';
import { lastMailKey, promiseForgetting } from './forget-traces';
import { keepInvoices } from './keep-invoices';
import { lockAccount } from './lock-account';
import { countStopping } from './read-deletion';

export type DeletionWish = {
  /** The browser that asks; one that was signed out meanwhile deletes nothing. */
  customer: { id: string; sessionId: string };
  /** The account's address, typed by its person: this cannot be undone. */
  typedAddress: string;
  /** How many licences the page said would stop. Another number now is shown first. */
  shownLicences: number;
  actor: Actor;
  at?: Date;
};

export type DeleteAccountResult =
  | { ok: true }
  | { ok: false; reason: 'address_differs' | 'licences_changed' | 'not_now' | 'signed_out' };

type Refusal = Extract<DeleteAccountResult, { ok: false }>['reason'];

// Each licence takes a few statements; a thousand of them are no reason to refuse.
const LONGEST_MS = 120_000;

/**
 * Deletes an account for good, in one transaction, for who has just proved again who they are. From COMMIT its licences and
 * keys open nothing, nobody signs in, and nothing of it says whose it was but what an invoice has to. Orders and payments stay, and
 * late news of them still arrives: it opens no licence and mails nobody (ADR 0119). Done again, it finds it done.
 */
export async function deleteAccount(wish: DeletionWish): Promise<DeleteAccountResult> {
  const at = wish.at ?? now();
  const done = await inTransaction((tx) => deleteLocked(tx, wish, at), { longestMs: LONGEST_MS });
  if (!done.ok) return done;
  // Ours is gone already; a Dropbox that cannot be told is no reason to keep the account.
  if (done.dropbox) await revokeAccess(await openSealedAccess(done.dropbox));
  return { ok: true };
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;
type Done = { ok: true; dropbox: Awaited<ReturnType<Tx['dropboxConnection']['findUnique']>> };

async function deleteLocked(tx: Tx, wish: DeletionWish, at: Date): Promise<Done | { ok: false; reason: Refusal }> {
  const { id: customerId } = wish.customer;
  const person = await lockAccount(tx, customerId);
  if (!person || person.deletedAt) return { ok: true, dropbox: null };
  const reason = await refusalOf(tx, person, wish, at);
  if (reason) return { ok: false, reason };
  const dropbox = await tx.dropboxConnection.findUnique({ where: { customerId } });
  await closeAccount(tx, person, { actor: wish.actor, at });
  return { ok: true, dropbox };
}

async function refusalOf(tx: Tx, person: Locked, wish: DeletionWish, at: Date): Promise<Refusal | undefined> {
  const { id: customerId, sessionId } = wish.customer;
  const isSignedIn = await tx.session.count({ where: { id: sessionId, customerId, ...liveAt(at) } });
  if (isSignedIn === 0) return 'signed_out';
  const typed = readEmailAddress(wish.typedAddress);
  if (!typed.ok || typed.address !== person.email) return 'address_differs';
  if ((await findObstacles(tx, customerId, at)).length > 0) return 'not_now';
  const { licences } = await countStopping(tx, customerId);
  return licences === wish.shownLicences ? undefined : 'licences_changed';
}

async function closeAccount(tx: Tx, person: Locked, by: { actor: Actor; at: Date }): Promise<void> {
  const { actor, at } = by;
  const customerId = person.id;
  const { orders } = await countStopping(tx, customerId);
  const stopped = await closeLicences(tx, { customerId, actor, at });
  const { removed, keyIds: accessKeyIds } = await forgetKeysOf(tx, { customerId, actor, at });
  await endViewsAt(tx, { customerId, actor }, at);
  await endSessionsOf(tx, { customerId }, at);
  await emptyAccount(tx, customerId);
  const checkoutIds = await keepInvoices(tx, person);
  await forgetMails(tx, customerId);
  await tx.customer.update({
    where: { id: customerId },
    data: {
      email: deletedAddress(person.number),
      deletedAt: at,
      disabledAt: null,
      ...{ name: null, company: null, vatId: null, invoiceAddress: null, passwordHash: null, emailVerifiedAt: null },
      accessPlanId: null,
    },
  });
  const from = actor.address ? { address: actor.address } : {};
  const facts = { at: at.toISOString(), ...stopped, orders, ...from };
  await enqueueMail(tx, { template: 'account_deleted', to: person.email, facts }, lastMailKey(customerId));
  await promiseForgetting(tx, { customerId, accessKeyIds, checkoutIds }, at);
  const object = { objectKind: 'customer', objectId: customerId };
  const after = { ...stopped, developerKeys: removed, ordersKept: orders };
  await recordAudit(tx, { actor, action: 'customer.delete', ...object, after, at });
}
