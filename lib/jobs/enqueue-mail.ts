import { z } from 'zod';
import type { Tx } from '../db/client';
import { isReachable } from './deleted-address';
import { enqueue, enqueueAll } from './enqueue';

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

const proofOccasion = z.enum(['taken_back', 'order_waits']);

/**
 * Why an address is to be confirmed, when it is not a new account. `taken_back`: its account was closed to whoever opened it,
 * because somebody else's order arrived there. `order_waits`: an order that cost nothing waits for the proof.
 */
export type ProofOccasion = z.infer<typeof proofOccasion>;

const factorChange = z.object({
  change: z.enum(['added', 'removed', 'reset', 'codes_made', 'code_used']),
  /** Added, removed: what the person calls the factor. */
  name: z.string().optional(),
  /** Recovery codes that still work. */
  left: z.number().int().optional(),
});

/** What changed about somebody's second factors. */
export type FactorChange = z.infer<typeof factorChange>;

const KEY_EVENTS = [
  'created',
  'regenerated',
  'removed',
  'revoked',
  'disabled',
  'expiring',
  'expired',
  'rotated',
  'rotation_due',
  'quota_80',
  'quota_100',
  'new_network',
  'busy',
  'errors',
  'woken',
  'dead_key_used',
  'leaked',
  'unused_digest',
] as const;

const keyNotice = z.object({
  event: z.enum(KEY_EVENTS),
  /** The key it is about; left out when it is about the account. */
  key: z.object({ sid: z.string(), name: z.string(), hint: z.string() }).optional(),
  /** Where the call or the change came from. */
  address: z.string().optional(),
  /** An admin of the store did it. */
  byAdmin: z.boolean().optional(),
  /** ISO instant: when it ends, ended, turns over, or until when the replaced value works. */
  until: z.iso.datetime().optional(),
  /** How many: calls, errors, days, uses; and out of how many. */
  count: z.number().int().optional(),
  most: z.number().int().optional(),
  /** Leaked: where it was found, and that it was left working (the store only tells). */
  url: z.string().optional(),
  isLeftWorking: z.boolean().optional(),
  /** Digests: the names of the keys. */
  names: z.array(z.string()).optional(),
});

/** What happened to a developer key or to an account's calls. */
export type KeyNotice = z.infer<typeof keyNotice>;

const orderFacts = z.object({ orderId: z.uuid() });

const instant = z.iso.datetime();

/** A page on which a failed renewal can be paid; null: the page of subscriptions in My Account. */
const payPage = z.url({ protocol: /^https?$/ }).nullable();

/** Every mail the store writes, with the facts that wait for it in the outbox: ids and sealed values, never a key or token. */
export const mailJob = z.discriminatedUnion('template', [
  z.object({ template: z.literal('order'), to: address, facts: orderFacts }),
  z.object({ template: z.literal('awaiting_payment'), to: address, facts: orderFacts }),
  z.object({ template: z.literal('payment_failed'), to: address, facts: orderFacts }),
  z.object({ template: z.literal('reset_password'), to: address, facts: linkFacts }),
  z.object({
    template: z.literal('verify_email'),
    to: address,
    facts: linkFacts.extend({ occasion: proofOccasion.optional() }),
  }),
  z.object({ template: z.literal('sign_in'), to: address, facts: linkFacts }),
  z.object({ template: z.literal('change_email'), to: address, facts: linkFacts }),
  z.object({ template: z.literal('email_in_use'), to: address, facts: z.object({ at: instant }) }),
  z.object({
    template: z.literal('email_changed'),
    to: address,
    /** `newAddress` with its mailbox masked: who reads the old mailbox need not be the owner any more. */
    facts: z.object({ at: instant, newAddress: z.string(), address: z.string().optional() }),
  }),
  z.object({
    template: z.literal('account_deleted'),
    to: address,
    facts: z.object({
      at: instant,
      licences: z.number().int(),
      activations: z.number().int(),
      orders: z.number().int(),
      address: z.string().optional(),
    }),
  }),
  z.object({
    template: z.literal('role_changed'),
    to: address,
    /** What the person is from then on. */
    facts: z.object({ at: instant, role: z.enum(['customer', 'admin']), address: z.string().optional() }),
  }),
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
  z.object({
    template: z.literal('access_key_notice'),
    to: address,
    facts: keyNotice.extend({ at: z.iso.datetime() }),
  }),
  z.object({
    template: z.literal('subscription_renewed'),
    to: address,
    /** `subscriptionId` is the row's id, as in all of these; with `apiResourceId` only that licence is named. */
    facts: z.object({ subscriptionId: z.uuid(), apiResourceId: z.uuid().optional(), periodEndsAt: instant }),
  }),
  z.object({
    template: z.literal('renewal_payment_failed'),
    to: address,
    /** `graceUntil` null: the licences have stopped already. `invoiceId` is the payment provider's. */
    facts: z.object({
      subscriptionId: z.uuid(),
      invoiceId: z.string().min(1),
      graceUntil: instant.nullable(),
      payUrl: payPage,
    }),
  }),
  z.object({
    template: z.literal('subscription_cancelled'),
    to: address,
    facts: z.object({ subscriptionId: z.uuid(), endsAt: instant }),
  }),
  z.object({
    template: z.literal('trial_ending'),
    to: address,
    facts: z.object({ subscriptionId: z.uuid(), endsAt: instant }),
  }),
  z.object({
    template: z.literal('licence_renewed'),
    to: address,
    /** A fixed term renewed by hand; `expiresAt` null: it has no end any more. */
    facts: z.object({ apiResourceId: z.uuid(), expiresAt: instant.nullable() }),
  }),
  z.object({
    template: z.literal('licence_ending'),
    to: address,
    /** All of one customer that end at that instant; it lies ahead, or behind for the mail after the end. */
    facts: z.object({ apiResourceIds: z.array(z.uuid()).min(1), endsAt: instant }),
  }),
  z.object({
    template: z.literal('order_refunded'),
    to: address,
    /** `refundId`: the row's id, or the payment provider's. */
    facts: z.object({ orderId: z.uuid(), refundId: z.string().min(1) }),
  }),
  z.object({
    template: z.literal('new_release'),
    to: address,
    facts: z.object({ releaseId: z.uuid(), customerId: z.uuid() }),
  }),
  z.object({
    template: z.literal('device_activated'),
    to: address,
    facts: z.object({ activationId: z.uuid(), customerId: z.uuid() }),
  }),
]);

export type MailJob = z.infer<typeof mailJob>;

/** The outbox kind of all mails. */
export const MAIL_KIND = 'mail';

/**
 * Promises a mail inside the caller's transaction. The same `dedupeKey` never makes a second mail, and an account that was
 * deleted gets none.
 */
export async function enqueueMail(tx: Tx, mail: MailJob, dedupeKey: string): Promise<{ isNew: boolean }> {
  if (!isReachable(mail.to)) return { isNew: false };
  return enqueue(tx, { kind: MAIL_KIND, payload: mailJob.parse(mail), dedupeKey });
}

/** The same for many, in one statement. Returns how many of them are new. */
export async function enqueueMails(tx: Tx, mails: { mail: MailJob; dedupeKey: string }[]): Promise<number> {
  const promises = mails
    .filter(({ mail }) => isReachable(mail.to))
    .map(({ mail, dedupeKey }) => ({ kind: MAIL_KIND, payload: mailJob.parse(mail), dedupeKey }));
  return promises.length === 0 ? 0 : enqueueAll(tx, promises);
}
