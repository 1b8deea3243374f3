import { expect, test } from 'vitest';
import { searchHref } from '@/app/admin/_list/search-href';
import { changeRows, isChanged } from '@/app/admin/logs/audit/change-rows';
import { jsonResponse } from '@/app/admin/logs/audit/export/json-response';
import { curlCommand } from '@/app/admin/logs/requests/curl-command';
import {
  checksOf,
  explainReason,
  isCauseKept,
  LOGGED_REASONS,
  reasonOf,
} from '@/app/admin/logs/requests/explain-reason';
import { missingNames } from '@/app/admin/logs/requests/missing-names';
import { whatToMend } from '@/app/admin/logs/requests/verdict-now';
import { weighChecks } from '@/app/admin/logs/requests/weigh-checks';
import { maskPayload } from '@/lib/orders/mask-payload';
import { explainProblems } from '@/lib/protocols/v1/handle';

test('every refusal that the client API documents is explained', () => {
  for (const { reason } of explainProblems()) expect(reasonOf(reason)).toBe(reason);
});

test('what went well needs no explanation, and an unknown word gets none', () => {
  for (const outcome of ['ok', 'ok_again', 'ok_replayed', '', 'constructor']) expect(reasonOf(outcome)).toBeUndefined();
});

test('the checks before the failed one passed then, and those behind it were not made', () => {
  const rows = weighChecks({ action: 'activate' }, true, 'expired', { verdict: 'ok', isSourceTrusted: true });
  expect(rows.map(({ check, saidThen }) => `${check} ${saidThen}`)).toEqual([
    'request passed',
    'source passed',
    'pace passed',
    'key passed',
    'access passed',
    'product passed',
    'suspended passed',
    'expired failed',
    'revoked not_reached',
    'elsewhere not_reached',
    'room not_reached',
    'store not_reached',
  ]);
  expect(rows.filter(({ saysNow }) => saysNow === 'failed')).toEqual([]);
});

test('a key of one licence is asked whether that was closed before it is asked about the product', () => {
  const [own, master] = [checksOf('status', false), checksOf('status', true)];
  expect(own.indexOf('revoked')).toBeLessThan(own.indexOf('product'));
  expect(master.indexOf('product')).toBeLessThan(master.indexOf('revoked'));
});

test('what fails now is told beside what failed then', () => {
  const present = { verdict: 'limit_reached', isSourceTrusted: false } as const;
  const rows = weighChecks({ action: 'activate' }, true, 'expired', present);
  const failedNow = rows.filter(({ saysNow }) => saysNow === 'failed').map(({ check }) => check);
  expect(failedNow).toEqual(['source', 'room']);
  expect(rows.find(({ check }) => check === 'expired')).toMatchObject({ saidThen: 'failed', saysNow: 'passed' });
});

test('every reason whose cause is kept fails exactly one check, whatever the call asked', () => {
  for (const reason of LOGGED_REASONS.filter(isCauseKept)) {
    for (const action of ['', 'activate', 'status', 'product_list']) {
      const rows = weighChecks({ action }, true, reason, { verdict: undefined, isSourceTrusted: true });
      const failed = rows.filter(({ saidThen }) => saidThen === 'failed').map(({ check }) => check);
      expect(failed).toEqual([explainReason(reason).check]);
    }
  }
});

test.each(['unlicensed', 'license_required', 'activation_required'] as const)(
  '%s stands for any cause, so no check of the key is said to have passed or failed then',
  (reason) => {
    const rows = weighChecks({ action: 'update' }, false, reason, { verdict: 'expired', isSourceTrusted: true });
    expect(rows.map(({ check, saidThen, saysNow }) => `${check} ${saidThen} ${saysNow}`)).toEqual([
      'request passed passed',
      'source passed passed',
      'pace passed unknown',
      'key unknown passed',
      'access unknown passed',
      'revoked unknown passed',
      'product unknown passed',
      'suspended unknown passed',
      'expired unknown failed',
      'instance unknown not_reached',
      'store passed unknown',
    ]);
  },
);

test('where the product was not found, nothing is said of the key, which was not looked at', () => {
  const rows = weighChecks({ action: 'update' }, false, 'product_not_found', { verdict: 'ok', isSourceTrusted: true });
  const said = rows.map(({ check, saidThen }) => `${check} ${saidThen}`);
  expect(said.slice(3, 8)).toEqual([
    'key unknown',
    'access unknown',
    'revoked unknown',
    'product failed',
    'suspended not_reached',
  ]);
});

test('a request at fault would be stopped there again, so nothing behind it is foretold', () => {
  const rows = weighChecks({ action: 'activate' }, false, 'missing', { verdict: 'ok', isSourceTrusted: false });
  const [request, ...behind] = rows.map(({ saysNow }) => saysNow);
  expect(request).toBe('failed');
  expect(new Set(behind)).toEqual(new Set(['not_reached']));
});

test('another reason now is claimed only where the log kept the one of then', () => {
  expect(whatToMend('expired', 'revoked')).toEqual({ reason: 'revoked', said: 'nowFails' });
  expect(whatToMend('unlicensed', 'expired')).toEqual({ reason: 'expired', said: 'nowStands' });
  expect(whatToMend('activation_required', 'unlicensed')).toEqual({ reason: 'activation_required' });
  expect(whatToMend('product_not_found', 'wrong_product')).toEqual({ reason: 'product_not_found' });
  expect(whatToMend('missing', 'expired')).toEqual({ reason: 'missing' });
});

const CALL = {
  protocol: 'wc-am',
  action: 'activate',
  outcome: 'expired',
  keyHint: 'lko_…q7Rt',
  product: '12',
  instance: 'laptop',
  version: '1.0',
};

test.each([
  ['the instance', { action: 'activate', instance: '' }, { isCertain: true, names: ['instance'] }],
  [
    'key and product',
    { action: 'status', keyHint: '', product: '' },
    { isCertain: true, names: ['api_key', 'product_id'] },
  ],
  ['the key of a title', { action: 'update', keyHint: '', product: 'Pro' }, { isCertain: true, names: ['api_key'] }],
  ['a title that nobody has', { action: 'activate', product: 'Pro' }, { isCertain: true, names: ['product_id'] }],
  ['what only an update sends', { action: 'update' }, { isCertain: true, names: ['plugin_name'] }],
  ['one of two', { action: 'update', version: '' }, { isCertain: false, names: ['plugin_name', 'version'] }],
])('of a call that lacked %s it is told from what was kept', (_, facts, told) => {
  expect(missingNames({ ...CALL, outcome: 'missing', ...facts })).toEqual(told);
  expect(missingNames({ ...CALL, ...facts })).toBeUndefined();
});

test('of a v1 call that was not understood, the members that the log has nothing of are told', () => {
  const call = { ...CALL, protocol: 'v1', outcome: 'invalid_request' };
  expect(missingNames({ ...call, instance: '' })).toEqual({ isCertain: true, names: ['instance'] });
  expect(missingNames({ ...call, action: 'updates', instance: '' })).toBeUndefined();
  expect(missingNames({ ...call, outcome: 'expired', instance: '' })).toBeUndefined();
});

test('a copied call lacks what the call lacked', () => {
  const without = (facts: Partial<typeof CALL>) => curlCommand({ ...CALL, ...facts }, 'https://store.test') ?? '';
  expect(without({ outcome: 'missing', instance: '' })).toContain('product_id=12');
  expect(without({ outcome: 'missing', instance: '' })).not.toContain('instance=');
  expect(without({ outcome: 'missing', keyHint: '' })).not.toContain('api_key');
  expect(without({ outcome: 'missing', action: 'update' })).not.toContain('plugin_name');
  expect(without({ action: 'update' })).toContain('plugin_name=');
  const v1 = { protocol: 'v1', outcome: 'invalid_request' };
  expect(without({ ...v1, product: '' })).toContain(`-d '{"instance":"laptop","version":"1.0"}'`);
  expect(without({ ...v1, keyHint: '' })).not.toContain('YOUR_KEY');
  expect(without({ ...v1, outcome: 'unsupported_media_type' })).toBe('');
});

test('a copied call has a placeholder where the key was', () => {
  const curl = curlCommand(CALL, 'https://store.test');
  expect(curl).toContain("--data-urlencode 'api_key=YOUR_KEY'");
  expect(curl).toContain("'https://store.test/?wc-api=wc-am-api'");
  const v1 = curlCommand({ ...CALL, protocol: 'v1' }, 'https://store.test');
  expect(v1).toContain("'Authorization: Bearer YOUR_KEY'");
  expect(v1).toContain(`-d '{"product":12,"instance":"laptop","version":"1.0"}'`);
  expect(curlCommand({ ...CALL, action: '' }, 'https://store.test')).toBeUndefined();
});

test('what a client sent stays one word of the copied command', () => {
  const curl = curlCommand({ ...CALL, instance: "x'; rm -rf ~ #\n\u001b[2J`id`" }, 'https://store.test');
  expect(curl).toContain("'instance=x'\\''; rm -rf ~ #[2J`id`'");
  expect(curl).not.toContain('\u001b');
  expect(
    curl
      ?.split('\n')
      .slice(0, -1)
      .every((line) => line.endsWith('\\')),
  ).toBe(true);
});

test('secrets, addresses that open something, card and bank details are masked in a payload', () => {
  const shown = maskPayload({
    id: 'evt_1',
    data: {
      object: {
        client_secret: 'pi_secret_abc',
        hosted_invoice_url: 'https://pay.test/i/abc',
        amount: 4900,
        payment_method_details: {
          card: { brand: 'visa', last4: '4242', fingerprint: 'fp', exp_month: 12 },
          iban: null,
        },
      },
    },
  });
  for (const secret of ['pi_secret_abc', 'pay.test', '4242', '"fp"', '12\n']) expect(shown).not.toContain(secret);
  for (const told of ['evt_1', '4900', 'visa', '"iban": null']) expect(shown).toContain(told);
});

test('before and after are told field by field, what changed first', () => {
  const rows = changeRows(
    { name: 'A', plans: [{ limit: 3 }], note: null },
    { name: 'A', plans: [{ limit: 5 }], on: true },
  );
  expect(rows.filter(isChanged)).toEqual([
    { field: 'plans.0.limit', before: '3', after: '5' },
    { field: 'note', before: '', after: undefined },
    { field: 'on', before: undefined, after: 'true' },
  ]);
  expect(rows.at(-1)).toEqual({ field: 'name', before: 'A', after: 'A' });
  expect(changeRows(null, null)).toEqual([]);
});

test.each([
  [[], []],
  [[[{ a: 1 }]], [{ a: 1 }]],
  [
    [[{ a: 1 }, { a: 2 }], [{ a: 3 }]],
    [{ a: 1 }, { a: 2 }, { a: 3 }],
  ],
])('pages %j make one JSON list', async (pages, list) => {
  async function* each() {
    yield* pages;
  }
  const response = jsonResponse('audit', each());
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.json"');
  expect(JSON.parse(await response.text())).toEqual(list);
});

test('a search of a log stays in that log', () => {
  expect(searchHref('/admin/logs/requests?outcome=refused', 'host.test')).toBe(
    '/admin/logs/requests?outcome=refused&q=host.test',
  );
  expect(searchHref('/admin/logs/../../evil', 'x')).toBe('/admin?q=x');
});
