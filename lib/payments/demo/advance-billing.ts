import { type Double, seconds } from './double';
import { endSubscription, expireSubscription, lastPeriodEnd } from './end-subscription';
import { finalizeInvoice } from './finalize-invoice';
import { payInvoice } from './pay-invoice';
import { renewSubscription } from './renew-subscription';
import type { WireInvoice, WireSubscription } from './wire';

const DAY = 24 * 3600;
const INCOMPLETE_SECONDS = 23 * 3600;
const TRIAL_NOTICE_SECONDS = 3 * DAY;
const MOST_STEPS = 20_000;

type Due = { at: number; run(): void };

/**
 * Brings every subscription to the store's present time: trials, renewals, tries to collect, ends. A clock that was moved
 * by months is caught up step by step, each thing at the instant at which it was due. True when anything happened.
 */
export function advanceBilling(double: Double): boolean {
  const until = seconds(double);
  try {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const due = nextDue(double);
      if (!due || due.at > until) return steps > 0;
      // What became due while an earlier thing was late happens no earlier than that.
      double.moment = Math.max(due.at, double.moment ?? 0);
      due.run();
    }
    throw new Error('The clock never catches up');
  } finally {
    double.moment = undefined;
  }
}

function nextDue(double: Double): Due | undefined {
  const { subscriptions, invoices } = double.state.facts;
  let first: Due | undefined;
  const consider = (due: Due | undefined): void => {
    if (due && (!first || due.at < first.at)) first = due;
  };
  for (const invoice of Object.values(invoices)) consider(invoiceDue(double, invoice));
  for (const subscription of Object.values(subscriptions)) {
    consider(noticeDue(double, subscription));
    consider(resumeDue(double, subscription));
    consider(periodDue(double, subscription));
  }
  return first;
}

function invoiceDue(double: Double, invoice: WireInvoice): Due | undefined {
  const { automatically_finalizes_at: finalizes, next_payment_attempt: retries } = invoice;
  if (invoice.status === 'draft' && finalizes !== null) {
    return {
      at: finalizes,
      run: () => {
        finalizeInvoice(double, invoice);
        payInvoice(double, invoice, { automatic: true });
      },
    };
  }
  if (invoice.status !== 'open' || retries === null) return undefined;
  return { at: retries, run: () => void payInvoice(double, invoice, { automatic: true }) };
}

function noticeDue(double: Double, subscription: WireSubscription): Due | undefined {
  const { trialNotices } = double.state.facts;
  if (subscription.status !== 'trialing' || subscription.trial_end === null || trialNotices[subscription.id])
    return undefined;
  return {
    at: Math.max(subscription.start_date, subscription.trial_end - TRIAL_NOTICE_SECONDS),
    run: () => {
      trialNotices[subscription.id] = true;
      double.announce('customer.subscription.trial_will_end', subscription);
    },
  };
}

function resumeDue(double: Double, subscription: WireSubscription): Due | undefined {
  const at = subscription.pause_collection?.resumes_at ?? null;
  if (at === null || subscription.ended_at !== null) return undefined;
  return {
    at,
    run: () => {
      subscription.pause_collection = null;
      double.announce('customer.subscription.updated', subscription);
    },
  };
}

function periodDue(double: Double, subscription: WireSubscription): Due | undefined {
  switch (subscription.status) {
    case 'incomplete':
      return {
        at: subscription.start_date + INCOMPLETE_SECONDS,
        run: () => expireSubscription(double, subscription),
      };
    case 'trialing':
    case 'active':
    case 'past_due':
    case 'unpaid':
      return endOrRenewal(double, subscription);
    default:
      return undefined;
  }
}

function endOrRenewal(double: Double, subscription: WireSubscription): Due {
  const renewal = lastPeriodEnd(subscription);
  const end = subscription.cancel_at;
  if (end !== null && end <= renewal) {
    return { at: end, run: () => endSubscription(double, subscription, 'cancellation_requested') };
  }
  return { at: renewal, run: () => renewSubscription(double, subscription) };
}
