import { z } from 'zod';
import type { Caller } from '../../../../../access-keys/caller';
import { readCustomer } from '../../../../../customers/read-customer';
import {
  type DisableMasterKeyResult,
  disableMasterKey,
  enableMasterKey,
} from '../../../../../licensing/disable-master-key';
import { readMasterHint } from '../../../../../licensing/read-master-hint';
import { replaceMasterKey } from '../../../../../licensing/replace-master-key';
import { operation } from '../../operation';
import { actorOf, isoOf, notFound, numberPath, refuse, told } from '../shop-fields';

const keyId = z.uuid().describe('Of the key that is meant, as it was read: a newer key is left alone.');

export const readMasterKeyOperation = operation({
  id: 'customers.read_master_key',
  area: 'customers',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/customers/{number}/master-key',
  summary: 'See how the master API key of a customer stands. The key itself is not told.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: z.object({
    id: z.uuid(),
    hint: z.string(),
    is_disabled: z.boolean(),
    activations: z.int(),
    created_at: told,
  }),
  handle: async ({ path, at }) => {
    const found = await readCustomer(path.number, at);
    const key = found && (await readMasterHint(found.id));
    if (!key) return notFound;
    const { id, hint, disabledAt, activations, createdAt } = key;
    return {
      ok: true,
      body: { id, hint, is_disabled: disabledAt !== null, activations, created_at: isoOf(createdAt) },
    };
  },
});

export const replaceMasterKeyOperation = operation({
  id: 'customers.replace_master_key',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers/{number}/master-key/replace',
  summary: 'Give a customer another master API key; the old one opens nothing from then on.',
  description: 'The customer is told by mail, without the key, and finds it in My Account.',
  refusals: ['not_found', 'customer_deleted', 'key_replaced'],
  pathSchema: numberPath,
  bodySchema: z.strictObject({
    key_id: keyId,
    activations: z
      .enum(['keep', 'end'])
      .default('keep')
      .describe('What becomes of activations made with a master key.'),
  }),
  answerSchema: z.object({ id: z.uuid(), ended_activations: z.int() }),
  handle: async ({ caller, path, body, at }) => {
    const found = await readCustomer(path.number, at);
    if (!found) return notFound;
    const wish = { customerId: found.id, keyId: body.key_id, activations: body.activations };
    const done = await replaceMasterKey({ ...wish, actor: actorOf(caller), at });
    if (done.ok) return { ok: true, body: { id: done.keyId, ended_activations: done.endedActivations } };
    return refuseKey(done.reason);
  },
});

export const disableMasterKeyOperation = operation({
  id: 'customers.disable_master_key',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers/{number}/master-key/disable',
  summary: 'Switch the master API key of a customer off. Its activations stay.',
  refusals: ['not_found', 'customer_deleted', 'key_replaced'],
  success: 204,
  pathSchema: numberPath,
  bodySchema: z.strictObject({ key_id: keyId }),
  handle: ({ caller, path, body, at }) =>
    switchKey({ caller, number: path.number, keyId: body.key_id, at }, disableMasterKey),
});

export const enableMasterKeyOperation = operation({
  id: 'customers.enable_master_key',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/customers/{number}/master-key/enable',
  summary: 'Switch the master API key of a customer on again.',
  refusals: ['not_found', 'customer_deleted', 'key_replaced'],
  success: 204,
  pathSchema: numberPath,
  bodySchema: z.strictObject({ key_id: keyId }),
  handle: ({ caller, path, body, at }) =>
    switchKey({ caller, number: path.number, keyId: body.key_id, at }, enableMasterKey),
});

type Which = { caller: Caller; number: number; keyId: string; at: Date };

async function switchKey({ caller, number, keyId: id, at }: Which, change: typeof disableMasterKey) {
  const found = await readCustomer(number, at);
  if (!found) return notFound;
  const done = await change({ customerId: found.id, keyId: id, actor: actorOf(caller), at });
  return done.ok ? { ok: true as const, status: 204 as const } : refuseKey(done.reason);
}

function refuseKey(reason: Extract<DisableMasterKeyResult, { ok: false }>['reason']) {
  if (reason === 'key_not_found') return notFound;
  return refuse({ reason: reason === 'already_replaced' ? 'key_replaced' : reason });
}
