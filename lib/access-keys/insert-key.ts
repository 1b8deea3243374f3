import { randomUUID } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { newKeySid } from '../secrets/developer-key';
import type { AccessKeyKind, KeyAccess } from './caller';
import type { CheckedFields } from './check-fields';
import { accessOf, type KeyRow } from './key-owner';
import type { KeyValue } from './key-view';
import { freshValue, secretRow } from './write-secret';

export type NewKey = CheckedFields & {
  name: string;
  customerId: string;
  kind: AccessKeyKind;
  expiresAt: Date | null;
  access: KeyAccess;
  isDefault?: boolean;
  isActive?: boolean;
  createdBy: 'you' | 'system' | 'administrator';
};

/** Writes a key, its first value and the audit of both, in the caller's transaction. Everything has been judged before. */
export async function insertKey(
  tx: Tx,
  wish: NewKey,
  { actor, at }: { actor: Actor; at: Date },
): Promise<{ row: KeyRow; value: KeyValue }> {
  const { access, isActive = true, isDefault = false, addresses = [], ...fields } = wish;
  const { value, prefix } = freshValue(wish.kind);
  const id = randomUUID();
  const row = await tx.accessKey.create({
    data: {
      ...fields,
      id,
      sid: newKeySid(),
      isDefault,
      prefix,
      addresses,
      state: isActive ? 'active' : 'disabled',
      access: access.mode,
      operations: access.mode === 'restricted' ? [...access.operations] : [],
      createdAt: at,
      secretMadeAt: at,
    },
  });
  const { customerId } = wish;
  await tx.accessSecret.create({ data: await secretRow(tx, value, { keyId: id, customerId, generation: 1 }, at) });
  await recordAudit(tx, {
    actor,
    action: 'access_key.create',
    objectKind: 'access_key',
    objectId: row.sid,
    after: keyFacts(row),
    at,
  });
  return { row, value };
}

/** What the audit says of a whole key: everything but its values. */
export function keyFacts(row: KeyRow) {
  const { customerId, kind, name, prefix, state, isDefault, note, description, addresses, headersOnly } = row;
  const { rateCalls, rateWindow, monthlyCap, rotateDays, generation, createdBy } = row;
  const access = accessOf(row);
  return {
    customerId,
    kind,
    name,
    prefix,
    state,
    isDefault,
    note,
    description,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    access: access.mode === 'full' ? 'full' : [...access.operations],
    addresses,
    headersOnly,
    rateCalls,
    rateWindow,
    monthlyCap,
    rotateDays,
    generation,
    createdBy,
  };
}
