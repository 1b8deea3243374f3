import { beforeEach, expect, test } from 'vitest';
import { type NotedAccessCall, noteAccessCall, putBackCounts, takeAccessNotes } from '@/lib/access-keys/note-call';

beforeEach(() => void takeAccessNotes());

const call = (facts: Partial<NotedAccessCall>): NotedAccessCall => ({
  at: new Date('2026-05-01T10:00:10Z'),
  requestId: 'req_1',
  keyId: 'key-a',
  customerId: 'owner',
  isAdmitted: true,
  operation: 'account.whoami',
  method: 'GET',
  path: '/api/v1/whoami',
  status: 200,
  outcome: 'ok',
  address: '203.0.113.7',
  userAgent: '',
  durationUs: 1,
  ...facts,
});

const KINDS: Partial<NotedAccessCall>[] = [
  {},
  { operation: 'keys.list' },
  { status: 304 },
  { status: 403, isAdmitted: false },
  { address: '198.51.100.1' },
  { at: new Date('2026-05-01T10:01:00Z') },
  { keyId: 'key-b' },
];

function counted() {
  const { counts, uses } = takeAccessNotes();
  return {
    counts: [...counts.values()].map(({ keyId, at, operation, status, isAdmitted, calls }) =>
      [keyId, at.toISOString().slice(11, 16), operation, status, isAdmitted, calls].join(' '),
    ),
    uses: [...uses.values()].map(({ keyId, address, calls }) => `${keyId} ${address} ${calls}`),
  };
}

const EXPECTED = {
  counts: [
    'key-a 10:00 account.whoami 200 true 6',
    'key-a 10:00 keys.list 200 true 3',
    'key-a 10:00 account.whoami 304 true 3',
    'key-a 10:00 account.whoami 403 false 3',
    'key-a 10:01 account.whoami 200 true 3',
    'key-b 10:00 account.whoami 200 true 3',
  ],
  uses: ['key-a 203.0.113.7 12', 'key-a 198.51.100.1 3', 'key-b 203.0.113.7 3'],
};

test('calls are counted by what they were, whether alike ones come in a row or in turns', () => {
  for (const kind of KINDS) for (let i = 0; i < 3; i++) noteAccessCall(call(kind));
  expect(counted()).toEqual(EXPECTED);
  for (let i = 0; i < 3; i++) for (const kind of KINDS) noteAccessCall(call(kind));
  expect(counted()).toEqual(EXPECTED);
});

test('what could not be written is counted with what came since, and further calls on top', () => {
  noteAccessCall(call({}));
  const unwritten = takeAccessNotes();
  noteAccessCall(call({ at: new Date('2026-05-01T10:00:30Z') }));
  putBackCounts(unwritten);
  noteAccessCall(call({ at: new Date('2026-05-01T10:00:40Z') }));
  const { counts, uses } = takeAccessNotes();
  expect([...counts.values()].map(({ calls }) => calls)).toEqual([3]);
  const [use] = uses.values();
  expect(`${use?.calls} ${use?.firstAt.toISOString()} ${use?.lastAt.toISOString()}`).toBe(
    '3 2026-05-01T10:00:10.000Z 2026-05-01T10:00:40.000Z',
  );
});
