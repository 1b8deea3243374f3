import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { isMailName, MAIL_CATALOGUE } from '../email/mail-catalogue';
import { describeFailure } from '../jobs/failure';

const BY_STORE = { kind: 'system', via: 'mail' } as const;

/** The mail server of this address refused a mail for good: kept until one goes through. */
export async function noteRefusal(
  mail: { id: string; to: string; template: string },
  detail: string,
  at: Date = now(),
): Promise<void> {
  const reason = describeFailure(detail);
  const row = { mailId: mail.id, template: mail.template, reason, refusedAt: at };
  await inTransaction(async (tx) => {
    const { to: address } = mail;
    await tx.mailRefusal.upsert({ where: { address }, create: { address, ...row }, update: row });
    const { template } = mail;
    await recordAudit(tx, {
      actor: BY_STORE,
      action: 'mail.refuse',
      objectKind: 'mail',
      objectId: mail.id,
      after: { template, reason },
      at,
    });
  });
}

/** A mail to this address went through, so nothing is wrong with it any more. */
export async function forgetRefusal(mail: { id: string; to: string }, at: Date = now()): Promise<void> {
  // Nearly always there is none, and then nothing is written.
  if ((await db().mailRefusal.count({ where: { address: mail.to } })) === 0) return;
  await inTransaction(async (tx) => {
    const { count } = await tx.mailRefusal.deleteMany({ where: { address: mail.to } });
    if (count === 0) return;
    await recordAudit(tx, { actor: BY_STORE, action: 'mail.accept', objectKind: 'mail', objectId: mail.id, at });
  });
}

/** What is known of an address that refuses the store's mails. */
export type RefusingAddress = {
  mailId: string;
  /** What kind of mail it was, for people. */
  title: string;
  reason: string;
  refusedAt: Date;
};

/** The last refusal of an address; undefined when nothing is wrong with it. */
export async function readRefusal(address: string): Promise<RefusingAddress | undefined> {
  const row = await db().mailRefusal.findUnique({ where: { address } });
  if (!row) return undefined;
  const { mailId, template, reason, refusedAt } = row;
  return { mailId, title: isMailName(template) ? MAIL_CATALOGUE[template].title : template, reason, refusedAt };
}
