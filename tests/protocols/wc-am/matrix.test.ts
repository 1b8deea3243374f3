import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { db } from '@/lib/db/client';
import { type Door, openLane, routeDoor } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import type { Expected } from './matrix-answers';
import { type Action, CELLS, type KeyKind, type State } from './matrix-cells';
import { buyInState, type Purchase, type Shelf, stockShelf } from './matrix-store';

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
let shelf: Shelf;
beforeAll(async () => {
  lane = await openLane();
  shelf = await stockShelf();
});
// A third of the cells send bad keys, more than one address may in a minute.
beforeEach(forgetCallLimits);
afterAll(() => lane.close());

const KINDS: KeyKind[] = ['master', 'product_order', 'associated'];
const cells = CELLS.flatMap(([state, action, expected, why]) =>
  KINDS.map((kind) => ({ kind, state, action, why, expected: expected[kind] })),
);
const sensible = cells.flatMap(({ expected, kind, state, action, why }) =>
  'senseless' in expected
    ? []
    : [[`${kind} key, ${state}: ${action} (${why})`, { expected, kind, state, action }] as const],
);

test('the matrix is complete: every key kind, action and state once', () => {
  const names = cells.map(({ kind, state, action }) => `${kind}|${state}|${action}`);
  expect(new Set(names).size).toBe(3 * 8 * 7);
  expect(names.length).toBe(3 * 8 * 7);
});

describe.each([
  ['the client lane', () => lane.door],
  ["Next's route", () => routeDoor],
] as [string, () => Door][])('through %s', (_name, door) => {
  test.each(sensible)('%s', async (_cell, { kind, state, action, expected }) => {
    const purchase = await buyInState(shelf, kind, state);
    const { response, body } = await call(door(), action, state, purchase);

    expect(response.status).toBe(200);
    expect(body).not.toContain(purchase.key);
    expectAnswer(JSON.parse(body), expected, purchase);
    const where = { apiResourceId: purchase.resourceId };
    expect(await db().activation.count({ where })).toBe(expected.places);
  });
});

async function call(door: Door, action: Action, state: State, purchase: Purchase) {
  const product = state === 'wrong product' ? shelf.other.plan.number : purchase.productNumber;
  const query = new URLSearchParams({
    'wc-api': 'wc-am-api',
    wc_am_action: action,
    api_key: purchase.key,
    product_id: String(product),
    instance: action === 'activate' ? 'tower' : 'laptop',
    object: 'site.example',
    version: '1.0.0',
    plugin_name: 'acme/acme.php',
    slug: 'acme',
  });
  const response = await door(`/?${query}`);
  return { response, body: await response.text() };
}

type Answered = Exclude<Expected, { senseless: string }>;

function expectAnswer(answer: Record<string, unknown>, expected: Answered, purchase: Purchase): void {
  const text = JSON.stringify(answer).replace(/http:\/\/localhost:8080\/\?user_id=[^"]+remote_url=no/, 'LINK');
  expect(JSON.parse(text)).toMatchObject(filledIn(expected.answer, purchase));
  for (const path of expected.without ?? []) expect(answer).not.toHaveProperty(path);
}

/** The expectation with the cell's own numbers; matchers in it stay as they are. */
function filledIn<T>(value: T, purchase: Purchase): T {
  const fill = (text: string) =>
    text
      .replace('{product}', String(purchase.productNumber))
      .replace('{other}', String(shelf.other.plan.number))
      .replace('{order}', String(purchase.orderNumber))
      .replace('{resource}', String(purchase.resourceNumber));
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return fill(part);
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object' || 'asymmetricMatch' in part) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner)]));
  };
  // Only texts change, so the shape is the one given.
  return walk(value) as T;
}
