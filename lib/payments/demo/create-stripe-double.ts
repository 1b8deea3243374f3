import type Stripe from 'stripe';
import { now } from '../../clock';
import { advanceBilling } from './advance-billing';
import { type Deliveries, startDeliveries, type WebhookTarget } from './deliver-events';
import { closeDispute, openDispute } from './dispute-charge';
import type { Double, Pace } from './double';
import { seconds } from './double';
import { findSession } from './find';
import { handleApi } from './handle-api';
import { handleHostedPage } from './handle-hosted-page';
import { makeEvent } from './make-event';
import type { ChaosPlan } from './plan-round';
import { failRefund } from './refund-charge';
import { seedPromotions } from './seed-promotions';
import {
  askForAuthentication,
  declineSession,
  expireSession,
  failAuthentication,
  payLater,
  paySession,
  type SettleResult,
  settleLater,
} from './settle-session';
import { openState, type StoredSession } from './state';

export type DoubleOptions = {
  /** The only Bearer key that is accepted. */
  secretKey: string;
  /** The store's own address; the hosted pages live under it. */
  publicUrl: string;
  webhook: WebhookTarget;
  /** Where the double remembers; left out: in this process only. */
  file?: string;
  /** False: events are delivered only by `settle()`. */
  deliverAutomatically?: boolean;
};

export type Outcome =
  | 'pay'
  | 'pay_then_decline'
  | 'pay_then_authenticate'
  | 'decline'
  | 'authenticate'
  | 'refuse'
  | 'later'
  | 'succeed'
  | 'fail'
  | 'expire';

export type StripeDouble = {
  /** `/v1/*` as Stripe's API, `/demo-payments/*` as its hosted pages. */
  handle(request: Request): Promise<Response>;
  /** What a buyer, or their bank, does with a session. */
  act(sessionId: string, outcome: Outcome): Promise<SettleResult>;
  failRefund(refundId: string): Promise<Stripe.Refund>;
  openDispute(chargeId: string): Promise<Stripe.Dispute>;
  closeDispute(disputeId: string, status: 'won' | 'lost'): Promise<Stripe.Dispute>;
  /** Closes sessions whose time has passed, renews, collects and ends subscriptions; the clock may have been moved. */
  tick(): Promise<void>;
  /** Delivers every waiting event now. */
  settle(): Promise<void>;
  setChaos(chaos: ChaosPlan): void;
  /** A slow Stripe: what was asked is done, and answered when this returns. */
  setPace(pace: Pace): void;
  /** Idempotency conflicts since the start: a caller's fault, so tests want none. */
  conflicts(): number;
  stop(): Promise<void>;
};

const acts: Record<Outcome, (double: Double, stored: StoredSession) => SettleResult> = {
  pay: (double, stored) => paySession(double, stored),
  pay_then_decline: (double, stored) => paySession(double, stored, 'declines'),
  pay_then_authenticate: (double, stored) => paySession(double, stored, 'authenticates'),
  decline: declineSession,
  authenticate: askForAuthentication,
  refuse: failAuthentication,
  later: payLater,
  succeed: (double, stored) => settleLater(double, stored, 'succeed'),
  fail: (double, stored) => settleLater(double, stored, 'fail'),
  expire: expireSession,
};

/**
 * A stand-in for Stripe with a memory: the demo store's payment provider, and the network's edge in tests. The store's
 * code cannot tell it from Stripe but by its address and key.
 */
export async function createStripeDouble(options: DoubleOptions): Promise<StripeDouble> {
  const state = await openState(options.file);
  const deliveries: Deliveries = startDeliveries(state, options.webhook, options.deliverAutomatically ?? true);
  const double: Double = {
    state,
    now,
    moment: undefined,
    publicUrl: options.publicUrl,
    secretKey: options.secretKey,
    conflicts: 0,
    inProgress: new Set(),
    pace: async () => {},
    announce(type, object) {
      const event = makeEvent(double, type, object);
      state.facts.events.push(event);
      deliveries.promise(event.id);
    },
  };
  seedPromotions(double);
  const saved = async <T>(change: () => T): Promise<T> => {
    const result = change();
    await state.save();
    return result;
  };
  const tick = (): Promise<void> => catchUp(double);
  return {
    async handle(request) {
      await tick();
      const { pathname } = new URL(request.url);
      return pathname.startsWith('/demo-payments/') ? handleHostedPage(double, request) : handleApi(double, request);
    },
    act: (sessionId, outcome) => saved(() => acts[outcome](double, findSession(double, sessionId))),
    failRefund: (refundId) => saved(() => failRefund(double, refundId)),
    openDispute: (chargeId) => saved(() => openDispute(double, chargeId)),
    closeDispute: (disputeId, status) => saved(() => closeDispute(double, disputeId, status)),
    tick,
    settle: () => deliveries.settle(),
    conflicts: () => double.conflicts,
    setPace(pace) {
      double.pace = pace;
    },
    setChaos: (chaos) => deliveries.setChaos(chaos),
    stop: () => deliveries.stop(),
  };
}

async function catchUp(double: Double): Promise<void> {
  const at = seconds(double);
  const due = Object.values(double.state.facts.sessions).filter(
    ({ session }) => session.status === 'open' && session.expires_at <= at,
  );
  for (const stored of due) expireSession(double, stored);
  const billed = advanceBilling(double);
  if (billed || due.length > 0) await double.state.save();
}
