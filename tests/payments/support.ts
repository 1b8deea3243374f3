import Stripe from 'stripe';
import { createStripeDouble, type DoubleOptions, type StripeDouble } from '@/lib/payments/demo/create-stripe-double';
import { serveDouble } from '@/lib/payments/demo/serve-double';
import { openCheckout } from '@/lib/payments/open-checkout';
import { setStripeConnection } from '@/lib/payments/stripe-client';

export const SECRET_KEY = 'sk_test_double0for0tests';
export const WEBHOOK_SECRET = 'whsec_double0for0tests';
export const PUBLIC_URL = 'http://localhost:8080';

export type RunningDouble = {
  double: StripeDouble;
  /** The SDK, pointed at the double. */
  stripe: Stripe;
  baseUrl: string;
  /** Every delivery that reached the store, as sent. */
  received: { body: string; signature: string; event: Stripe.Event }[];
  stop(): Promise<void>;
};

/** A double on a loopback port, with the shop's own client pointed at it. Events go to `receive`, only on `settle()`. */
export async function runDouble(
  options: Partial<DoubleOptions> & { receive?: (request: Request) => Promise<Response> } = {},
): Promise<RunningDouble> {
  const received: RunningDouble['received'] = [];
  const { receive, ...rest } = options;
  const double = await createStripeDouble({
    secretKey: SECRET_KEY,
    publicUrl: PUBLIC_URL,
    deliverAutomatically: false,
    webhook: {
      url: `${PUBLIC_URL}/api/stripe/webhook`,
      secret: WEBHOOK_SECRET,
      send: async (request) => {
        const body = await request.clone().text();
        received.push({ body, signature: request.headers.get('stripe-signature') ?? '', event: JSON.parse(body) });
        return receive ? receive(request) : new Response('{}');
      },
    },
    ...rest,
  });
  const server = await serveDouble((request) => double.handle(request));
  const endpoint = { protocol: 'http', host: server.host, port: server.port } as const;
  setStripeConnection({ secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, endpoint });
  return {
    double,
    stripe: new Stripe(SECRET_KEY, { ...endpoint, telemetry: false, maxNetworkRetries: 0 }),
    baseUrl: `http://${server.host}:${server.port}`,
    received,
    async stop() {
      await double.stop();
      await server.stop();
    },
  };
}

/** Opens a session as the shop does: two units of 49.00 and one of 10.00 unless told otherwise. */
export async function aSession(facts: Partial<Parameters<typeof openCheckout>[0]> = {}) {
  const opened = await openCheckout({
    checkoutId: crypto.randomUUID(),
    email: 'buyer@example.test',
    currency: 'usd',
    items: [
      { title: 'Acme Backup', planName: 'Standard', unitAmount: 4900, quantity: 2 },
      { title: 'Acme CLI', planName: 'Solo', unitAmount: 1000, quantity: 1 },
    ],
    successUrl: `${PUBLIC_URL}/checkout/thanks?token=t`,
    cancelUrl: `${PUBLIC_URL}/cart`,
    ...facts,
  });
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}

/** The types of what was delivered, in order. */
export function typesOf(received: RunningDouble['received']): string[] {
  return received.map(({ event }) => event.type);
}

/** The value, or a test failure that says what was missing. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Expected a value');
  return value;
}
