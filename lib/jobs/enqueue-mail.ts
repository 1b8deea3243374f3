import { z } from 'zod';
import type { Tx } from '../db/client';
import { enqueue } from './enqueue';

// Judged when the account was made; a second, stricter rule here could lose an order that is already paid.
const address = z.string().includes('@');

const linkFacts = z.object({
  customerId: z.uuid(),
  tokenId: z.uuid(),
  /** The token, sealed by `sealMailToken` (lib/jobs/mail-token.ts). Taken out of the row once the mail has left. */
  sealedToken: z.string().optional(),
  /** ISO instant after which the link no longer works; the mail is not sent any more then. */
  expiresAt: z.iso.datetime(),
});

const factorChange = z.object({
  change: z.enum(['added', 'removed', 'reset', 'codes_made', 'code_used']),
  /** Added, removed: what the person calls the factor. */
  name: z.string().optional(),
  /** Recovery codes that still work. */
  left: z.number().int().optional(),
});

/** What changed about somebody's second factors. */
export type FactorChange = z.infer<typeof factorChange>;

const orderFacts = z.object({ orderId: z.uuid() });

/** Every mail the store writes, with the facts that wait for it in the outbox: ids and sealed values, never a key or token. */
export const mailJob = z.discriminatedUnion('template', [
  z.object({ template: z.literal('order'), to: address, facts: orderFacts }),
  z.object({ template: z.literal('awaiting_payment'), to: address, facts: orderFacts }),
  z.object({ template: z.literal('payment_failed'), to: address, facts: orderFacts }),
  z.object({ template: z.literal('reset_password'), to: address, facts: linkFacts }),
  z.object({ template: z.literal('verify_email'), to: address, facts: linkFacts }),
  z.object({ template: z.literal('sign_in'), to: address, facts: linkFacts }),
  z.object({
    template: z.literal('master_key_replaced'),
    to: address,
    facts: z.object({ at: z.iso.datetime(), endedActivations: z.number().int() }),
  }),
  z.object({
    template: z.literal('password_changed'),
    to: address,
    facts: z.object({ at: z.iso.datetime(), address: z.string().optional() }),
  }),
  z.object({
    template: z.literal('second_factor_changed'),
    to: address,
    facts: factorChange.extend({ at: z.iso.datetime(), address: z.string().optional() }),
  }),
]);

export type MailJob = z.infer<typeof mailJob>;

/** The outbox kind of all mails. */
export const MAIL_KIND = 'mail';

/** Promises a mail inside the caller's transaction. The same `dedupeKey` never makes a second mail. */
export async function enqueueMail(tx: Tx, mail: MailJob, dedupeKey: string): Promise<{ isNew: boolean }> {
  return enqueue(tx, { kind: MAIL_KIND, payload: mailJob.parse(mail), dedupeKey });
}
