import { afterEach, expect, test, vi } from 'vitest';
import { hotPool, pool } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { clientCore } from '@/lib/licensing/client-core';
import { flushSeenActivations } from '@/lib/licensing/see-activations';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { AT, aCall } from '../support/client-calls';
import { routeDoor } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { everyRow } from '../support/every-row';
import { aResource } from '../support/factories';

useDatabase();
afterEach(() => vi.restoreAllMocks());

test('a herd of statuses changes, locks and writes no row of any table; what was noted is written afterwards', async () => {
  const { key, planNumber } = await aResource();
  await activate([aCall(key, planNumber, 'laptop')], { at: AT, strict: false });
  const status = (instance: string) => {
    const query = new URLSearchParams({
      'wc-api': 'wc-am-api',
      wc_am_action: 'status',
      api_key: key,
      product_id: String(planNumber),
      instance,
      version: '2.0.0',
    });
    return routeDoor(`/?${query}`);
  };
  const before = await everyRow();
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => status(i % 2 ? 'laptop' : `other-${i}`)));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  expect(await everyRow()).toEqual(before);

  expect(await flushCalls()).toBe(100);
  await flushSeenActivations();
  const { rows } = await pool().query(`SELECT version FROM activation WHERE instance = 'laptop'`);
  expect(rows).toEqual([{ version: '2.0.0' }]);
});

test('100 statuses at once are answered from a few statements, and all of them only read', async () => {
  const { key, planNumber } = await aResource();
  const statements = vi.spyOn(hotPool(), 'query');
  const question = { key, product: { number: planNumber }, instance: 'laptop', version: '' };
  await Promise.all(Array.from({ length: 100 }, () => clientCore().checkStatus(question)));
  const texts = statements.mock.calls.map(([statement]) => String(Object(statement).text).trim());
  expect(texts.length).toBeLessThanOrEqual(4);
  expect(texts.filter((text) => !text.startsWith('SELECT') || /FOR UPDATE/.test(text))).toEqual([]);
});

test('a version that was told is kept when the next call of the same moment tells none', async () => {
  const { key, planNumber } = await aResource();
  await activate([aCall(key, planNumber, 'desktop')], { at: AT, strict: false });
  const question = { key, product: { number: planNumber }, instance: 'desktop' };
  await clientCore().checkStatus({ ...question, version: '2.0.0' });
  await clientCore().checkStatus({ ...question, version: '' });
  await flushSeenActivations();
  const { rows } = await pool().query(`SELECT version FROM activation WHERE instance = 'desktop'`);
  expect(rows).toEqual([{ version: '2.0.0' }]);
});
