import { db, type Prisma } from '../db/client';
import { type DataSection, eachPage, type Person } from './data-section';

type KeyRow = Prisma.AccessKeyGetPayload<object>;
type CallRow = Prisma.AccessCallGetPayload<object>;

/** The person's developer keys, never their values, with how they were used. */
export async function ownKeys({ id: customerId }: Person): Promise<DataSection[]> {
  const [keys, months, flags, gone] = await Promise.all([
    db().accessKey.findMany({ where: { customerId }, orderBy: { createdAt: 'asc' } }),
    db().accessMonth.findMany({ where: { customerId }, orderBy: [{ period: 'asc' }, { accessKeyId: 'asc' }] }),
    db().accessFlag.findMany({ where: { customerId }, orderBy: { at: 'asc' } }),
    db().deadAccessSecret.findMany({ where: { customerId }, orderBy: { diedAt: 'asc' } }),
  ]);
  const sidOf = new Map(keys.map(({ id, sid }) => [id, sid]));
  // Counts also name keys that are gone, whose calls are still in the log.
  const keyIds = [...new Set([...keys.map(({ id }) => id), ...months.map(({ accessKeyId }) => accessKeyId)])];
  const networks = await db().accessNetwork.findMany({
    where: { accessKeyId: { in: keyIds } },
    orderBy: { firstSeenAt: 'asc' },
  });
  return [
    { name: 'developer_keys', value: keys.map(presentKey) },
    {
      name: 'developer_key_months',
      value: months.map(({ accessKeyId, period, calls, rejected }) => ({
        key: sidOf.get(accessKeyId) ?? null,
        month: period,
        calls,
        rejected,
      })),
    },
    {
      name: 'developer_key_networks',
      value: networks.map(({ accessKeyId, block, firstSeenAt, lastSeenAt, calls }) => ({
        key: sidOf.get(accessKeyId) ?? null,
        network: block,
        first_seen_at: firstSeenAt,
        last_seen_at: lastSeenAt,
        calls,
      })),
    },
    { name: 'developer_key_notices', value: flags.map(({ sid, kind, at, facts }) => ({ key: sid, kind, at, facts })) },
    { name: 'former_developer_keys', value: gone.map(presentGone) },
    { name: 'management_calls', pages: managementCalls(customerId, keyIds, sidOf) },
  ];
}

function presentKey(key: KeyRow) {
  return {
    id: key.sid,
    name: key.name,
    kind: key.kind,
    key_begins: key.prefix,
    state: key.state,
    is_default: key.isDefault,
    note: key.note,
    description: key.description,
    permissions: key.access === 'full' ? 'full' : key.operations,
    addresses: key.addresses,
    made_at: key.createdAt,
    made_by: key.createdBy,
    expires_at: key.expiresAt,
    last_used_at: key.lastUsedAt,
    last_used_from: key.lastUsedFrom,
    leaked_at: key.leakedAt,
  };
}

function presentGone({ sid, name, prefix, cause, diedAt, seenAt, seenFrom, seenTimes }: GoneRow) {
  return {
    id: sid,
    name,
    key_begins: prefix,
    cause,
    ended_at: diedAt,
    last_tried_at: seenAt,
    last_tried_from: seenFrom,
    tried_times: seenTimes,
  };
}

type GoneRow = Prisma.DeadAccessSecretGetPayload<object>;

async function* managementCalls(
  customerId: string,
  keyIds: string[],
  sidOf: Map<string, string>,
): AsyncGenerator<object[]> {
  for (const accessKeyId of keyIds) {
    yield* eachPage<CallRow>(
      (after, take) =>
        db().accessCall.findMany({
          where: { accessKeyId, customerId, ...(after ? { id: { gt: after.id } } : {}) },
          orderBy: { id: 'asc' },
          take,
        }),
      ({ at, requestId, operation, method, path, status, outcome, address, userAgent }) => ({
        at,
        key: sidOf.get(accessKeyId) ?? null,
        request_id: requestId,
        operation,
        method,
        path,
        status,
        outcome,
        address,
        user_agent: userAgent,
      }),
    );
  }
}
