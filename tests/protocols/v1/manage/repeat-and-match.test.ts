import { expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { dropOldAnswers } from '@/lib/idempotency/keep-answer';
import { useDatabase } from '../../../support/database';
import { aKeyOf, anOwner } from '../../../support/developer-keys';
import { manageCall } from '../../../support/manage-calls';

useDatabase();

const WISH = { kind: 'secret', name: 'Made once' };

async function aCaller(facts: Parameters<typeof anOwner>[0] = {}) {
  const owner = await anOwner(facts);
  const { value } = await aKeyOf(owner, { kind: 'secret' });
  if (value.kind === 'pair') throw new Error('a single value was asked for');
  return { owner, key: value.key };
}

function once(key: string, idempotencyKey: string, body: unknown = WISH) {
  return manageCall(key, 'POST', '/api-keys', body, { headers: { 'idempotency-key': idempotencyKey } });
}

test('a create that is sent again is carried out once, and its secret told again', async () => {
  const { owner, key } = await aCaller();
  const first = await once(key, 'retry-1');
  const second = await once(key, '"retry-1"');
  expect(second.text).toBe(first.text);
  expect([second.status, second.headers.location]).toEqual([201, first.headers.location]);
  expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
  expect(await db().accessKey.count({ where: { customerId: owner.customerId, name: 'Made once' } })).toBe(1);
});

test('what is kept of an answer cannot be read without the client’s own Idempotency-Key', async () => {
  const { key } = await aCaller();
  const made = await once(key, 'only-the-client-knows');
  const kept = await db().idempotentAnswer.findMany();
  const text = kept.map(({ body }) => Buffer.from(body ?? '', 'base64url').toString('latin1') + body).join();
  expect(text).not.toContain(made.json.value.key);
  expect(text).not.toContain('only-the-client-knows');
});

test('after ten minutes the secret is withheld and gone, and nothing is made anew', async () => {
  const { owner, key } = await aCaller();
  await once(key, 'late');
  setClockOffsetMs(11 * 60_000);
  const late = await once(key, 'late');
  expect([late.status, late.json.code]).toEqual([409, 'answer_withheld']);
  await dropOldAnswers(now());
  expect(await db().idempotentAnswer.count({ where: { body: { not: '' }, readableUntil: { not: null } } })).toBe(0);
  expect((await once(key, 'late')).json.code).toBe('answer_withheld');
  expect(await db().accessKey.count({ where: { customerId: owner.customerId, name: 'Made once' } })).toBe(1);
  setClockOffsetMs(0);
});

test('one Idempotency-Key is one request, of one key', async () => {
  const { key } = await aCaller();
  const other = await aCaller();
  await once(key, 'shared');
  const changed = await once(key, 'shared', { ...WISH, name: 'Another' });
  expect([changed.status, changed.json.code]).toEqual([422, 'idempotency_key_reused']);
  const { headers } = await once(other.key, 'shared');
  expect(headers['idempotency-replayed']).toBeUndefined();
  expect((await once(key, 'é')).json.code).toBe('idempotency_key_invalid');
});

test('a request that was refused may be sent again with the same Idempotency-Key', async () => {
  const { key } = await aCaller({ plan: 'Free' });
  expect((await once(key, 'mended', { kind: 'standard', name: '' })).status).toBe(400);
  expect((await once(key, 'mended')).status).toBe(201);
});

test('two at the same moment make one, and the other is told to wait or told the same', async () => {
  const { owner, key } = await aCaller();
  const answers = await Promise.all([1, 2, 3, 4].map(() => once(key, 'race')));
  expect(await db().accessKey.count({ where: { customerId: owner.customerId, name: 'Made once' } })).toBe(1);
  for (const { status, json } of answers)
    expect([201, 'idempotency_key_in_use']).toContain(status === 201 ? 201 : json.code);
});

test('a change goes through only while the thing is what If-Match names', async () => {
  const { owner, key } = await aCaller();
  const { sid } = await aKeyOf(owner);
  const path = `/api-keys/${sid}`;
  const read = await manageCall(key, 'GET', path);
  const ifMatch = { headers: { 'if-match': read.headers.etag ?? '' } };
  const changed = await manageCall(key, 'PATCH', path, { name: 'First' }, ifMatch);
  expect(changed.status).toBe(200);
  const late = await manageCall(key, 'PATCH', path, { name: 'Second' }, ifMatch);
  expect([late.status, late.json.code]).toEqual([412, 'etag_mismatch']);
  const again = { headers: { 'if-match': changed.headers.etag ?? '' } };
  expect((await manageCall(key, 'PATCH', path, { name: 'Second' }, again)).json.name).toBe('Second');
});

test('who has the present answer is told so, and nothing is sent', async () => {
  const { owner, key } = await aCaller();
  const { sid } = await aKeyOf(owner);
  const { headers } = await manageCall(key, 'GET', `/api-keys/${sid}`);
  const ifNoneMatch = { headers: { 'if-none-match': headers.etag ?? '' } };
  const same = await manageCall(key, 'GET', `/api-keys/${sid}`, undefined, ifNoneMatch);
  expect([same.status, same.text]).toEqual([304, '']);
  await manageCall(key, 'PATCH', `/api-keys/${sid}`, { note: 'new' });
  expect((await manageCall(key, 'GET', `/api-keys/${sid}`, undefined, ifNoneMatch)).status).toBe(200);
});

test('what cannot be read as JSON is told by name, never by value', async () => {
  const { key } = await aCaller();
  const text = { headers: { 'content-type': 'text/plain' } };
  expect((await manageCall(key, 'POST', '/api-keys', 'x', text)).json.code).toBe('unsupported_media_type');
  expect((await manageCall(key, 'POST', '/api-keys', '{')).json.errors).toEqual([
    { field: 'body', problem: 'is not JSON' },
  ]);
  const nul = await manageCall(key, 'POST', '/api-keys', { kind: 'standard', name: 'a\0b' });
  expect(nul.json.errors[0].field).toBe('name');
  const large = await manageCall(key, 'POST', '/api-keys', { kind: 'standard', name: 'x'.repeat(2_000_000) });
  expect([large.status, large.json.code]).toEqual([413, 'too_large']);
});

test('a try that broke off is neither repeated nor denied', async () => {
  const { owner, key } = await aCaller();
  await once(key, 'broken');
  // As a crash between the change and its record leaves it.
  await db().idempotentAnswer.updateMany({
    where: { readableUntil: { not: null } },
    data: { status: null, body: null, leasedUntil: new Date(now().getTime() - 1) },
  });
  const again = await once(key, 'broken');
  expect([again.status, again.json.code]).toEqual([409, 'outcome_unknown']);
  expect(await db().accessKey.count({ where: { customerId: owner.customerId, name: 'Made once' } })).toBe(1);
});
