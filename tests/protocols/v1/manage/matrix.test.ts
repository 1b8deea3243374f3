import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { admit } from '@/lib/protocols/v1/manage/guard';
import type { Operation } from '@/lib/protocols/v1/manage/operation';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { anAccessKey, givePlan } from '../../../support/access-keys';
import { useDatabase } from '../../../support/database';
import { aCustomer } from '../../../support/factories';

useDatabase();

// Key kind × operation × access × state, for a customer's keys and an admin's: what the guard says to each.
const KINDS = ['standard', 'secret', 'pair', 'token'] as const;
const ROLES = ['customer', 'admin'] as const;
const ACCESSES = ['full', 'restricted', 'nothing'] as const;
type Kind = (typeof KINDS)[number];
type Role = (typeof ROLES)[number];
type Access = (typeof ACCESSES)[number];

// Whatever the operation, this is what a key in such a state is told: written by hand, row by row.
const STATES: { state: string; told: Record<Kind, string> }[] = [
  { state: 'active', told: { standard: 'ok', secret: 'ok', pair: 'ok', token: 'ok' } },
  {
    state: 'disabled',
    told: { standard: 'key_disabled', secret: 'key_disabled', pair: 'key_disabled', token: 'key_disabled' },
  },
  {
    state: 'expired',
    told: { standard: 'key_expired', secret: 'key_expired', pair: 'key_expired', token: 'key_expired' },
  },
  {
    state: 'revoked',
    told: { standard: 'invalid_key', secret: 'invalid_key', pair: 'invalid_key', token: 'invalid_key' },
  },
  {
    state: 'deleted',
    told: { standard: 'invalid_key', secret: 'invalid_key', pair: 'invalid_key', token: 'invalid_key' },
  },
  {
    state: 'of a disabled account',
    told: { standard: 'invalid_key', secret: 'invalid_key', pair: 'invalid_key', token: 'invalid_key' },
  },
  {
    state: 'without a second factor',
    told: { standard: 'ok', secret: 'ok', pair: 'mfa_required', token: 'mfa_required' },
  },
];

// An operation's audience decides who may have it at all.
const MAY: Record<Role, Record<Operation['audience'], boolean>> = {
  customer: { public: true, owner: true, admin: false },
  admin: { public: true, owner: true, admin: true },
};

const guarded = OPERATIONS.filter(({ audience }) => audience !== 'public');
/** What the restricted keys of this table may call: every second operation. */
const named = guarded.filter((_, index) => index % 2 === 0).map(({ id }) => id);

type Held = { value: string; accessKeyId: string | undefined };
const held = new Map<string, Held>();
const nameOf = (kind: Kind, role: Role, access: Access, state: string) => [kind, role, access, state].join(' ');

beforeAll(async () => {
  for (const role of ROLES) for (const { state } of STATES) await makeKeys(role, state);
});
beforeEach(() => forgetCallLimits());

async function makeKeys(role: Role, state: string): Promise<void> {
  const { id: customerId } = await aCustomer({ role });
  await givePlan(customerId, { callsPerMinute: 1_000_000 });
  if (state !== 'without a second factor') {
    const data = { customerId, kind: 'totp' as const, name: 'App', createdAt: now(), confirmedAt: now() };
    await db().secondFactor.create({ data: { ...data, sealedSeed: new Uint8Array(1) } });
  }
  for (const kind of KINDS) for (const access of ACCESSES) await makeKey({ kind, role, access, state, customerId });
  if (state === 'of a disabled account')
    await db().customer.update({ where: { id: customerId }, data: { disabledAt: now() } });
}

type Cell = { kind: Kind; role: Role; access: Access; state: string; customerId: string };

async function makeKey({ kind, role, access, state, customerId }: Cell): Promise<void> {
  const made = await anAccessKey({
    kind: kind === 'token' ? 'pair' : kind,
    customerId,
    facts: {
      rateCalls: 1_000_000,
      rateWindow: 'second',
      access: access === 'full' ? 'full' : 'restricted',
      operations: access === 'restricted' ? named : [],
      ...(state === 'disabled' || state === 'revoked' ? { state } : {}),
      ...(state === 'expired' ? { expiresAt: new Date(now().getTime() - 1) } : {}),
    },
  });
  held.set(nameOf(kind, role, access, state), kind === 'token' ? await tokenOf(made.key.id) : shownOf(kind, made));
  if (state === 'deleted') await db().accessKey.delete({ where: { id: made.key.id } });
}

function shownOf(kind: Kind, { value, accessKeyId }: { value: string; accessKeyId: string }): Held {
  return { value, accessKeyId: kind === 'pair' ? accessKeyId : undefined };
}

async function tokenOf(accessKeyId: string): Promise<Held> {
  const value = newDeveloperKey('token');
  const at = now();
  const expiresAt = new Date(at.getTime() + 900_000);
  await db().accessToken.create({
    data: { digest: new Uint8Array(lookupDigest(value)), accessKeyId, createdAt: at, expiresAt },
  });
  return { value, accessKeyId: undefined };
}

let calls = 0;
/** Each call from a network of its own, so that what one guesses wrong counts against nobody else. */
async function told(operation: Operation, name: string): Promise<string> {
  const shown = held.get(name);
  if (!shown) throw new Error(`No key was made for ${name}`);
  const { value, accessKeyId } = shown;
  const secret = Buffer.from(`${accessKeyId}:${value}`).toString('base64');
  const authorization = accessKeyId === undefined ? `Bearer ${value}` : `Basic ${secret}`;
  calls += 1;
  const admission = await admit(
    {
      method: operation.method,
      query: '',
      address: `2001:db8:${(calls >> 8).toString(16)}:${(calls & 255).toString(16)}::1`,
      header: (header) => (header === 'authorization' ? authorization : ''),
      isPrivate: true,
    },
    operation,
    now(),
  );
  return admission.ok ? 'ok' : admission.refusal.reason;
}

describe.each(KINDS)('a key of the kind %s', (kind) => {
  test.each(ROLES)(
    '3.06 1.16 of a %s opens what its access and its owner allow, operation by operation',
    async (role) => {
      for (const [index, operation] of guarded.entries()) {
        const isNamed = index % 2 === 0;
        const expected: Record<Access, string> = {
          full: MAY[role][operation.audience] ? 'ok' : 'insufficient_access',
          restricted: isNamed && MAY[role][operation.audience] ? 'ok' : 'insufficient_access',
          nothing: 'insufficient_access',
        };
        for (const access of ACCESSES) {
          const name = nameOf(kind, role, access, 'active');
          expect(`${operation.id}, ${access}: ${await told(operation, name)}`).toBe(
            `${operation.id}, ${access}: ${expected[access]}`,
          );
        }
      }
    },
  );

  test.each(STATES)('that is $state is told so, whatever it asks for', async ({ state, told: expected }) => {
    const samples = (['owner', 'admin'] as const).flatMap((audience) =>
      (['read', 'write'] as const).map((access) => aGuarded(audience, access)),
    );
    for (const operation of samples)
      for (const role of ROLES) {
        const said = await told(operation, nameOf(kind, role, 'full', state));
        const allowed = MAY[role][operation.audience] ? 'ok' : 'insufficient_access';
        const wanted = expected[kind] === 'ok' ? allowed : expected[kind];
        expect(`${role}, ${operation.id}: ${said}`).toBe(`${role}, ${operation.id}: ${wanted}`);
      }
  });
});

test('an operation for everybody asks for no key, and a bad one does not shut its sender out', async () => {
  for (const operation of OPERATIONS.filter(({ audience }) => audience === 'public')) {
    expect(await told(operation, nameOf('secret', 'customer', 'full', 'deleted'))).toBe('ok');
  }
});

function aGuarded(audience: Operation['audience'], access: Operation['access']): Operation {
  const found = OPERATIONS.find((one) => one.audience === audience && one.access === access);
  if (!found) throw new Error(`No operation for ${audience} that can ${access}`);
  return found;
}
