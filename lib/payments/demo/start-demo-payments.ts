import { createHmac } from 'node:crypto';
import type { StripeConnection } from '../stripe-client';
import { createStripeDouble, type StripeDouble } from './create-stripe-double';
import { serveDouble } from './serve-double';

export type DemoPaymentsOptions = {
  /** Where the play money is remembered, inside the data folder. */
  file: string;
  publicUrl: string;
  /** The store's webhook as this machine reaches it: `http://127.0.0.1:<port>/api/stripe/webhook`. */
  webhookUrl: string;
  /** `derivedKey('demo-payments')`: key and webhook secret follow from it, so they survive a restart. */
  secret: Buffer;
};

export type DemoPayments = {
  /** For `setStripeConnection`. */
  connection: StripeConnection;
  double: StripeDouble;
  /** Answers every request below `/demo-payments/`. */
  handleHostedPage(request: Request): Promise<Response>;
  stop(): Promise<void>;
};

const TICK_MS = 15_000;

/** Starts the payment provider of a demo store: the double's API on a free loopback port, its pages for the store to serve. */
export async function startDemoPayments(options: DemoPaymentsOptions): Promise<DemoPayments> {
  const derive = (purpose: string) => createHmac('sha256', options.secret).update(purpose).digest('hex').slice(0, 48);
  const secretKey = `sk_test_${derive('api key')}`;
  const webhookSecret = `whsec_${derive('webhook secret')}`;
  const double = await createStripeDouble({
    secretKey,
    publicUrl: options.publicUrl,
    webhook: { url: options.webhookUrl, secret: webhookSecret },
    file: options.file,
  });
  const server = await serveDouble((request) => double.handle(request));
  const timer = setInterval(() => void double.tick().catch(() => {}), TICK_MS);
  timer.unref();
  return {
    connection: { secretKey, webhookSecret, endpoint: { protocol: 'http', host: server.host, port: server.port } },
    double,
    handleHostedPage: (request) => double.handle(request),
    async stop() {
      clearInterval(timer);
      await double.stop();
      await server.stop();
    },
  };
}
