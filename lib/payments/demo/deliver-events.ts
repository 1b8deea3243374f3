import Stripe from 'stripe';
import { type ChaosPlan, planRound, seededRandom } from './plan-round';
import type { DoubleState, PendingDelivery } from './state';

export type WebhookTarget = {
  /** Where the store listens. */
  url: string;
  secret: string;
  /** Carries a request there; `fetch` unless a test stands in for the network. */
  send?: (request: Request) => Promise<Response>;
};

export type Deliveries = {
  /** An event waits to be delivered. */
  promise(eventId: string): void;
  /** Delivers everything now, round after round without waiting, until the store has acknowledged it all. */
  settle(): Promise<void>;
  /** From now on the network behaves like this. */
  setChaos(chaos: ChaosPlan): void;
  stop(): Promise<void>;
};

const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
const MOST_ROUNDS = 60;

/**
 * Signed deliveries to the store until it answers 2xx, across restarts. `automatic: false` sends only when `settle` is
 * called, which is what tests want.
 */
export function startDeliveries(state: DoubleState, target: WebhookTarget, automatic: boolean): Deliveries {
  let chaos: ChaosPlan = {};
  let random = seededRandom(1);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> | undefined;

  const round = async (due: PendingDelivery[]): Promise<void> => {
    for (const { delivery, fate } of planRound(due, chaos, random)) {
      if (fate === 'hold') continue;
      if (fate === 'send' && (await deliver(state, target, delivery))) remove(state, delivery);
      else postpone(delivery);
    }
    await state.save();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    const { deliveries } = state.facts;
    // The end of a round schedules the next one; a second beside it would send the same events again.
    if (stopped || !automatic || running || deliveries.length === 0) return;
    const wait = Math.max(0, Math.min(...deliveries.map((delivery) => delivery.dueAt)) - Date.now());
    timer = setTimeout(() => {
      running = round(state.facts.deliveries.filter((delivery) => delivery.dueAt <= Date.now()))
        .catch(() => {})
        .finally(() => {
          running = undefined;
          schedule();
        });
    }, wait);
    timer.unref();
  };
  schedule();

  return {
    promise(eventId) {
      state.facts.deliveries.push({ eventId, attempts: 0, dueAt: Date.now() });
      schedule();
    },
    async settle() {
      for (let rounds = 0; state.facts.deliveries.length > 0; rounds++) {
        if (rounds === MOST_ROUNDS) throw new Error(`${state.facts.deliveries.length} events were never acknowledged`);
        await round([...state.facts.deliveries]);
      }
    },
    setChaos(plan) {
      chaos = plan;
      random = seededRandom(plan.seed ?? 1);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function deliver(state: DoubleState, target: WebhookTarget, delivery: PendingDelivery): Promise<boolean> {
  const event = state.facts.events.find(({ id }) => id === delivery.eventId);
  if (!event) return true;
  const payload = JSON.stringify(event);
  const request = new Request(target.url, {
    method: 'POST',
    body: payload,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret: target.secret }),
    },
    signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
  });
  try {
    const response = await (target.send ?? fetch)(request);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function remove(state: DoubleState, delivery: PendingDelivery): void {
  state.facts.deliveries = state.facts.deliveries.filter((other) => other !== delivery);
}

function postpone(delivery: PendingDelivery): void {
  delivery.attempts += 1;
  delivery.dueAt = Date.now() + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** delivery.attempts);
}
