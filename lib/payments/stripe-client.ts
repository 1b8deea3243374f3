import Stripe from 'stripe';
import { env } from '../env';
import { guardedHttp } from './guarded-http';

/** Everything that differs between Stripe and demo payments: where, with which key, and how deliveries are signed. */
export type StripeConnection = {
  secretKey: string;
  webhookSecret: string;
  /** Left out: Stripe's own address. */
  endpoint?: { protocol: 'http' | 'https'; host: string; port: number };
};

// The server bundle and Next load this module twice in one process; start-up's choice must reach both. Only plain facts
// are shared: each copy of the SDK has error classes of its own, and `instanceof` must see those of its caller.
const holder = globalThis as typeof globalThis & { latchkeyStripe?: StripeConnection };
let connected: { to: StripeConnection; client: Stripe } | undefined;

/** Points the store at its payment provider; start-up and tests call this, before the first request. */
export function setStripeConnection(connection: StripeConnection): void {
  holder.latchkeyStripe = connection;
}

/** Where payments go now, for another thread of this store. */
export function stripeConnection(): StripeConnection {
  return connection();
}

/** The SDK, ready to use. Throws in a process whose start-up has not said where payments go. */
export function stripe(): Stripe {
  const to = connection();
  if (connected?.to !== to) connected = { to, client: connect(to) };
  return connected.client;
}

/** What signs the deliveries we may believe. */
export function webhookSecret(): string {
  return connection().webhookSecret;
}

/** Whether the key in use moves real money. An event of the other kind is refused. */
export function isLivemode(): boolean {
  return /^(sk|rk)_live_/.test(connection().secretKey);
}

function connection(): StripeConnection {
  if (!holder.latchkeyStripe) {
    const { payments } = env();
    if (payments.mode !== 'stripe') throw new Error('The payment connection has not been set');
    holder.latchkeyStripe = { secretKey: payments.secretKey, webhookSecret: payments.webhookSecret };
  }
  return holder.latchkeyStripe;
}

function connect({ secretKey, endpoint }: StripeConnection): Stripe {
  const address = endpoint ? `${endpoint.protocol}://${endpoint.host}:${endpoint.port}` : 'stripe.com';
  // Time limits and repetitions are those of guarded-http, which counts the failures as well.
  return new Stripe(secretKey, {
    httpClient: guardedHttp(address),
    maxNetworkRetries: 0,
    telemetry: false,
    ...endpoint,
  });
}
