import { expect, test, vi } from 'vitest';
import { handle } from '@/lib/protocols/wc-am/handle';
import { log } from '@/lib/server/log';
import { logCallErrors } from '@/lib/server/log-call-errors';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { rememberSettings } from '@/lib/settings/settings-memory';
import { setTestEnv } from '../support/database';

const refuse = () => Promise.reject(new Error('Query read timeout'));
const brokenCore = {
  activate: refuse,
  deactivate: refuse,
  checkStatus: refuse,
  lookUpStatus: refuse,
  findUpdate: refuse,
  listProducts: refuse,
};

function failingCall() {
  const query = 'wc-api=wc-am-api&wc_am_action=status&api_key=k&product_id=1&instance=i';
  const exchange = {
    method: 'GET',
    path: '/',
    query,
    contentType: '',
    body: '',
    address: '',
    userAgent: '',
    header: () => '',
  };
  return handle(exchange, brokenCore);
}

test('trouble inside client calls is logged, one line a second, with how many more there were', async () => {
  setTestEnv({});
  const error = vi.spyOn(log(), 'error').mockImplementation(() => {});
  const time = vi.spyOn(performance, 'now').mockReturnValue(10_000);
  rememberSettings(DEFAULT_SETTINGS);
  logCallErrors();
  for (let i = 0; i < 100; i++) expect(await failingCall()).toMatchObject({ status: 503 });
  time.mockReturnValue(11_000);
  await failingCall();
  time.mockRestore();
  expect(error.mock.calls).toEqual([
    [{ err: new Error('Query read timeout'), unlogged: 0 }, 'client_call.failed'],
    [{ err: new Error('Query read timeout'), unlogged: 99 }, 'client_call.failed'],
  ]);
});
