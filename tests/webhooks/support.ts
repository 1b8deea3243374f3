import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Actor } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { addEndpoint } from '@/lib/webhooks/add-endpoint';
import { deliveryHandlers } from '@/lib/webhooks/deliver-message';
import { LANES } from '@/lib/webhooks/delivery-lane';
import { relayMessages } from '@/lib/webhooks/relay-messages';
import { aCustomer } from '../support/factories';

export type Received = { headers: IncomingMessage['headers']; body: string };
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A receiver on this machine: keeps what it gets and answers as told, 204 unless told otherwise. */
export function useReceiver() {
  const received: Received[] = [];
  const state: { answer: Answer } = { answer: (response) => response.writeHead(204).end() };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      state.answer(response, request);
    });
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    received.length = 0;
    state.answer = (response) => response.writeHead(204).end();
  });
  return {
    received,
    url: () => `http://127.0.0.1:${port}/hook`,
    answers: (answer: Answer) => {
      state.answer = answer;
    },
  };
}

/** An admin who manages webhooks. */
export async function anAdmin(): Promise<Actor & { id: string }> {
  const { id } = await aCustomer({ role: 'admin' });
  return { kind: 'admin', id, via: 'test' };
}

/** An endpoint for some types of event (all of them when none is named), and its secret. */
export async function anEndpoint(url: string, eventTypes: string[] = []) {
  const added = await addEndpoint({ url, description: '', eventTypes }, { actor: await anAdmin() });
  if (!added.ok) throw new Error(added.reason);
  return { ...added.endpoint, secret: added.secret };
}

/** What a running store does within a few seconds: relays what happened and sends what is due. */
export async function relayAndSend() {
  const made = await relayAll();
  return { made, ...(await sendDue()) };
}

/**
 * Relays until nothing that is there now is left. Other tests write to the same server, and while they do a single look
 * may have to wait for them.
 */
export async function relayAll(at: Date = now()): Promise<number> {
  const [last] = await db().$queryRaw<{ audit: bigint; calls: bigint }[]>`
    SELECT coalesce((SELECT max(id) FROM audit_entry), 0) AS audit,
      coalesce((SELECT max(id) FROM request_log_entry), 0) AS calls`;
  let made = 0;
  for (;;) {
    made += await relayMessages(at);
    const reached = await db().webhookRelay.findUniqueOrThrow({ where: { id: 1 } });
    if (reached.auditId >= (last?.audit ?? 0n) && reached.callId >= (last?.calls ?? 0n)) return made;
  }
}

/** Sends what is due; by default all that has just been promised. */
export async function sendDue(at: Date = new Date(now().getTime() + 100)) {
  const sums = { done: 0, postponed: 0, dead: 0 };
  for (let lane = 0; lane < LANES; lane++) {
    const { done, postponed, dead } = await runDueJobs(deliveryHandlers(lane), { at, limit: 1_000 });
    sums.done += done;
    sums.postponed += postponed;
    sums.dead += dead;
  }
  return sums;
}

/** Takes every endpoint and message away, so that a test begins with none. */
export async function noWebhooks(): Promise<void> {
  await pool().query('TRUNCATE webhook_endpoint, webhook_message, webhook_delivery, webhook_attempt, outbox_entry');
  delete (globalThis as { latchkeyWebhookWatch?: unknown }).latchkeyWebhookWatch;
}

/** The only delivery there is. */
export async function theDelivery() {
  const deliveries = await db().webhookDelivery.findMany({ include: { tries: { orderBy: { id: 'asc' } } } });
  const [delivery, ...others] = deliveries;
  if (!delivery || others.length > 0) throw new Error(`There are ${deliveries.length} deliveries`);
  return delivery;
}
