import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { log } from '@/lib/server/log';
import { logPageErrors, type PageLog } from '@/lib/server/log-page-errors';
import { setTestEnv } from '../support/database';

let pages: PageLog;
let errors: MockInstance;
let warnings: MockInstance;

beforeEach(() => {
  setTestEnv({});
  errors = vi.spyOn(log(), 'error').mockImplementation(() => {});
  warnings = vi.spyOn(log(), 'warn').mockImplementation(() => {});
  pages = logPageErrors();
});

afterEach(() => {
  pages.stop();
  vi.restoreAllMocks();
});

test('what Next says of a page that failed is logged with the path, without its query and without the token in it', async () => {
  const error = new Error('connect ECONNREFUSED');
  const request = { method: 'GET', url: '/unsubscribe/Zm9vYmFyLjE2MDAwMDAwMDAuYWJj?token=secret' };
  await pages.during(request, async () => {
    await Promise.resolve();
    console.error(' \u001b[31m⨯\u001b[39m', error);
  });
  expect(errors.mock.calls).toEqual([
    [{ method: 'GET', path: '/unsubscribe/…', err: error, unlogged: 0 }, 'pages.request.failed'],
  ]);
});

test('an error that a route has named is not logged a second time when Next reports it', () => {
  const error = new Error('lost');
  pages.during({ method: 'POST', url: '/api/stripe/webhook' }, () => {
    console.error('stripe_webhook.failed', { eventId: 'evt_1', eventType: 'invoice.paid' }, error);
    console.error('⨯', error);
  });
  const line = { eventId: 'evt_1', eventType: 'invoice.paid', method: 'POST', path: '/api/stripe/webhook', err: error };
  expect(errors.mock.calls).toEqual([[{ ...line, unlogged: 0 }, 'stripe_webhook.failed']]);
});

test('an outage is one line a second, with how many more there were; what differs is not kept back', () => {
  const time = vi.spyOn(performance, 'now').mockReturnValue(10_000);
  for (let i = 0; i < 50; i++) {
    pages.during({ method: 'GET', url: '/products' }, () => console.error('⨯', new Error('no database')));
  }
  console.error('⨯', new Error('another'));
  time.mockReturnValue(11_000);
  pages.during({ method: 'GET', url: '/products' }, () => console.error('⨯', new Error('no database')));
  expect(errors.mock.calls.map(([line, name]) => [name, line.err.message, line.unlogged])).toEqual([
    ['pages.request.failed', 'no database', 0],
    ['pages.failed', 'another', 0],
    ['pages.request.failed', 'no database', 49],
  ]);
});

test('words are kept, and warnings are warnings', () => {
  console.warn('stripe_webhook.refused', { reason: 'signature_invalid' });
  console.error('Stopping the pages: stuck');
  expect(warnings.mock.calls).toEqual([[{ reason: 'signature_invalid', unlogged: 0 }, 'stripe_webhook.refused']]);
  expect(errors.mock.calls).toEqual([[{ said: 'Stopping the pages: stuck', unlogged: 0 }, 'pages.failed']]);
});

test('a warning of Node is a warning, whichever request met it first', () => {
  const said = '(node:7) DeprecationWarning: this will go';
  pages.during({ method: 'GET', url: '/admin' }, () => console.error(said));
  expect(errors).not.toHaveBeenCalled();
  expect(warnings.mock.calls).toEqual([[{ method: 'GET', path: '/admin', said, unlogged: 0 }, 'pages.warning']]);
});
