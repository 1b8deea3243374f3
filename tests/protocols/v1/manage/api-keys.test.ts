import { expect, test } from 'vitest';
import { SAMPLE_KEY } from '@/app/help/sample-key';
import { keysWithin, readDeveloperKey } from '@/lib/secrets/developer-key';
import { useDatabase } from '../../../support/database';
import { aKeyOf, anOwner, auditOf, shown } from '../../../support/developer-keys';
import { manageCall } from '../../../support/manage-calls';

useDatabase();

async function aCallerOf(facts: Parameters<typeof anOwner>[0] = {}, key: Parameters<typeof aKeyOf>[1] = {}) {
  const owner = await anOwner(facts);
  const made = await aKeyOf(owner, { kind: 'secret', ...key });
  if (made.value.kind === 'pair') throw new Error('a single value was asked for');
  const { key: value } = made.value;
  const call = (method: string, path: string, body?: unknown, extra?: Parameters<typeof manageCall>[4]) =>
    manageCall(value, method, path, body, extra);
  return { owner, sid: made.sid, value, call };
}

test('2.03 the sample key of the help pages looks like a key and can never be one', () => {
  expect(SAMPLE_KEY).toMatch(/^lks_[0-9A-Za-z]{49}$/);
  expect(readDeveloperKey(SAMPLE_KEY)).toBeUndefined();
  expect(keysWithin(SAMPLE_KEY)).toEqual([]);
});

test('3.05 whoami says whose key it is, what it may do and how much of it', async () => {
  const access = { mode: 'restricted' as const, operations: ['account.whoami', 'keys.list'] };
  const { owner, sid, call } = await aCallerOf({ hasFactor: true, plan: 'Free' }, { access });
  const answer = await call('GET', '/whoami');
  expect(answer.json).toEqual({
    sid,
    kind: 'secret',
    is_token: false,
    access,
    owner: { number: owner.customer.number, email: owner.customer.email, role: 'customer', has_second_factor: true },
    limits: { key_calls: 60, key_seconds: 60, owner_calls_per_minute: 300, monthly_cap: null, monthly_quota: 10_000 },
  });
});

test('the catalogue lists the operations of administrators to them only', async () => {
  const customer = await aCallerOf();
  const admin = await aCallerOf({ role: 'admin' });
  const audiences = async ({ call }: typeof customer) =>
    new Set((await call('GET', '/operations')).json.data.map((one: { audience: string }) => one.audience));
  expect(await audiences(customer)).not.toContain('admin');
  expect(await audiences(admin)).toContain('admin');
});

test('a key made by a key opens the API, and its value is told once', async () => {
  const { call } = await aCallerOf();
  const made = await call('POST', '/api-keys', { kind: 'secret', name: 'Nightly backup', note: 'cron' });
  expect(made.status).toBe(201);
  expect(made.headers.location).toBe(`/api/v1/api-keys/${made.json.key.sid}`);
  expect(made.headers['cache-control']).toBe('no-store');
  expect(await shown({ kind: 'secret', key: made.json.value.key })).toBe(200);
  const read = await call('GET', `/api-keys/${made.json.key.sid}`);
  expect(read.json).toMatchObject({ name: 'Nightly backup', note: 'cron', kind: 'secret', state: 'active' });
  expect(read.text).not.toContain(made.json.value.key);
});

test('a restricted key makes no key that may do more than itself', async () => {
  const operations = ['keys.create', 'keys.set_access'];
  const { call, sid } = await aCallerOf({}, { access: { mode: 'restricted', operations } });
  const full = await call('POST', '/api-keys', { kind: 'standard', name: 'Everything', access: { mode: 'full' } });
  expect([full.status, full.json.code]).toEqual([403, 'more_than_caller']);
  const wider = await call('PUT', `/api-keys/${sid}/access`, { mode: 'full' });
  expect([wider.status, wider.json.code]).toEqual([403, 'more_than_caller']);
  const access = { mode: 'restricted', operations: ['keys.create'] };
  expect((await call('POST', '/api-keys', { kind: 'standard', name: 'Less', access })).status).toBe(201);
  const same = await call('POST', '/api-keys', { kind: 'standard', name: 'As much' });
  expect(same.json.key.access).toEqual({ mode: 'restricted', operations });
});

test('access names operations that exist', async () => {
  const { call, sid } = await aCallerOf();
  const answer = await call('PUT', `/api-keys/${sid}/access`, { mode: 'restricted', operations: ['keys.nonsense'] });
  expect(answer.status).toBe(400);
  expect(answer.json.errors).toEqual([{ field: 'access.operations.0', problem: 'is no operation of this store' }]);
});

test('a stranger’s key is not there, whatever is done to it', async () => {
  const stranger = await aCallerOf();
  const { call } = await aCallerOf();
  const path = `/api-keys/${stranger.sid}`;
  const answers = await Promise.all([
    call('GET', path),
    call('GET', `${path}/events`),
    call('PATCH', path, { name: 'Mine now' }),
    call('PUT', `${path}/access`, { mode: 'full' }),
    call('POST', `${path}/disable`),
    call('POST', `${path}/revoke`),
    call('POST', `${path}/regenerate`, {}),
    call('POST', `${path}/leaked`),
    call('DELETE', path),
  ]);
  expect(answers.map(({ status, json }) => [status, json.code])).toEqual(answers.map(() => [404, 'not_found']));
  expect((await stranger.call('GET', '/whoami')).status).toBe(200);
});

test('states change by key as they do in the browser, and the audit names the key that did it', async () => {
  const { owner, sid: callerSid, call } = await aCallerOf();
  const { sid, value } = await aKeyOf(owner);
  expect((await call('POST', `/api-keys/${sid}/disable`)).json.state).toBe('disabled');
  expect(await shown(value)).toBe('key_disabled');
  expect((await call('POST', `/api-keys/${sid}/activate`)).json.state).toBe('active');
  const next = await call('POST', `/api-keys/${sid}/regenerate`, { overlap_seconds: 0 });
  expect(next.status).toBe(200);
  expect(await shown(value)).toBe('invalid_key');
  expect((await call('POST', `/api-keys/${sid}/revoke`)).json.key.state).toBe('revoked');
  expect((await call('POST', `/api-keys/${sid}/activate`)).json.code).toBe('key_revoked');
  const via = new Set((await auditOf(sid)).filter(({ via }) => via.startsWith('key:')).map((entry) => entry.via));
  expect([...via]).toEqual([`key:${callerSid}`]);
  const events = await call('GET', `/api-keys/${sid}/events`);
  expect(events.json.data[0]).toMatchObject({ by: 'you', via_sid: callerSid });
});

test('a bulk change tells each outcome', async () => {
  const { owner, call } = await aCallerOf();
  const { sid } = await aKeyOf(owner);
  const answer = await call('POST', '/api-keys/bulk', { change: 'disable', sids: [sid, 'key_unknown'] });
  expect(answer.json.data).toEqual([
    { sid, ok: true, code: null },
    { sid: 'key_unknown', ok: false, code: 'not_found' },
  ]);
});

test('a list is read page by page without repeating or dropping a key', async () => {
  const { owner, call } = await aCallerOf();
  for (let i = 0; i < 4; i++) await aKeyOf(owner, { name: `Key ${i}` });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await call('GET', `/api-keys?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.json.data.map((one: { sid: string }) => one.sid));
    cursor = page.json.next_cursor;
  }
  expect(seen.length).toBe(new Set(seen).size);
  expect(seen.length).toBe(5);
  expect((await call('GET', '/api-keys?cursor=nonsense')).json.errors[0].field).toBe('cursor');
});

test('an administrator’s key sees every key without its value, and ends it', async () => {
  const { owner } = await aCallerOf();
  const { sid, value } = await aKeyOf(owner);
  const admin = await aCallerOf({ role: 'admin' });
  const found = await admin.call('GET', `/admin/api-keys?customer=${owner.customer.number}`);
  expect(found.json.data.map((one: { sid: string }) => one.sid)).toContain(sid);
  expect(found.text).not.toMatch(/lk[sxp]_[0-9A-Za-z]{49}/);
  expect((await admin.call('POST', `/admin/api-keys/${sid}/revoke`)).status).toBe(200);
  expect(await shown(value)).toBe('invalid_key');
  const { call } = await aCallerOf();
  expect((await call('GET', '/admin/api-keys')).json.code).toBe('insufficient_access');
});

test('the policy for keys is replaced as a whole, and holds from the next call', async () => {
  const { call } = await aCallerOf({ role: 'admin' });
  const policy = await call('GET', '/admin/api-key-policy');
  const next = { ...policy.json, allowed_kinds: ['secret'], max_lifetime_days: 100 };
  const saved = await call('PUT', '/admin/api-key-policy', next);
  expect(saved.json).toEqual(next);
  const refused = await call('POST', '/api-keys', { kind: 'standard', name: 'Not allowed any more' });
  expect(refused.json.code).toBe('kind_not_allowed');
  const wrong = await call('PUT', '/admin/api-key-policy', { ...next, billing_zone: 'Middle/Earth' });
  expect(wrong.json.errors[0].field).toBe('billing_zone');
  await call('PUT', '/admin/api-key-policy', policy.json);
});

test('a plan is made, changed and given to an account', async () => {
  const { owner, call } = await aCallerOf({ role: 'admin' });
  const terms = { max_keys: 3, max_pairs: 1, allows_pairs: true, monthly_calls: 5000, calls_per_minute: 100 };
  const made = await call('POST', '/admin/access-plans', { name: 'Partner', ...terms });
  expect(made.status).toBe(201);
  const edited = await call('PATCH', `/admin/access-plans/${made.json.id}`, { monthly_calls: null });
  expect(edited.json).toMatchObject({ ...terms, name: 'Partner', monthly_calls: null });
  const path = `/admin/customers/${owner.customer.number}/access-plan`;
  expect((await call('PUT', path, { plan_id: made.json.id })).status).toBe(204);
  const plans = await call('GET', '/admin/access-plans');
  expect(plans.json.data.find((one: { id: string }) => one.id === made.json.id).customer_count).toBe(1);
});
