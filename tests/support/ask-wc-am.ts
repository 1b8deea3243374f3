import { expect } from 'vitest';
import type { Door } from './client-lane';

/** The text that a WC AM client is told; every outcome of that protocol is a 200. */
export async function askWcAm(door: Door, query: string): Promise<string> {
  const response = await door(`/?wc-api=wc-am-api&${query}`);
  expect(response.status).toBe(200);
  return response.text();
}
