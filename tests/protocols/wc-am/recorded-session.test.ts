import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { importLabStore } from '../../support/lab-store';
import { readLikeClient } from '../../support/wordpress-client';

type Entry =
  | { user_step: string }
  | {
      user_step?: undefined;
      method: string;
      url: string;
      headers_in_order: [string, string][];
      body: string;
      response: { status: number; body: string };
    };

const folder = path.join(import.meta.dirname, 'captures');
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const { seed } = read('wc-am-3.4.2-responses.json');
const { traffic }: { traffic: Entry[] } = read('wc-am-client-2.12.2-session.json');

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
  await importLabStore(seed.keys);
});
afterAll(() => lane.close());

test('the recorded WordPress session, request by request, is accepted by the rules of its client', async () => {
  const seen: string[] = [];
  for (const entry of traffic) {
    if (entry.user_step !== undefined) continue;
    const headers = Object.fromEntries(
      entry.headers_in_order.filter(([name]) => !/^(host|connection|content-length|accept-encoding)$/i.test(name)),
    );
    const response = await lane.door(entry.url, { method: entry.method, headers });
    seen.push(readLikeClient(entry.url, response.status, await response.text()));
  }
  expect(seen).toEqual([
    'activated: 2 out of 3 activations remaining',
    // The first activation of a WordPress site is sent twice; the second is an idempotent success here.
    'activated: 2 out of 3 activations remaining',
    'status: active',
    'update: 1.1.0 offered with a package',
    'details: Lab Demo 1.1.0 with changelog',
    'deactivated: 3 out of 3 activations remaining',
    'status: inactive, 3 purchased, 0 in use, 3 left',
    'status: inactive, 3 purchased, 0 in use, 3 left',
  ]);
});
