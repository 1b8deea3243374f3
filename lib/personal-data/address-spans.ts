import type { Tx } from '../db/client';
import { Prisma } from '../db/generated/client';

/** An address and the time for which it was this account's; `until` null: it still is. */
export type AddressSpan = { address: string; from: Date; until: Date | null };

/**
 * The addresses an account has had, the oldest first, by its changes of address. An address may be somebody else's before
 * and afterwards, so what was mailed to it is this person's within the span only.
 */
export async function addressSpans(
  from: Pick<Tx, 'customer' | 'auditEntry'>,
  customerId: string,
): Promise<AddressSpan[]> {
  const { email, createdAt } = await from.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { email: true, createdAt: true },
  });
  const changes = await from.auditEntry.findMany({
    where: { objectKind: 'customer', objectId: customerId, action: 'email.change' },
    orderBy: { id: 'asc' },
    select: { at: true, before: true },
  });
  const spans: AddressSpan[] = [];
  let since = createdAt;
  for (const { at, before } of changes) {
    const address = emailIn(before);
    if (address !== undefined) spans.push({ address, from: since, until: at });
    since = at;
  }
  return [...spans, { address: email, from: since, until: null }];
}

/**
 * The mails to one of these addresses while it was this account's, as a condition on `outbox_entry o`. The notice of a change
 * belongs to it although it is written when the address was given up.
 */
export function mailsWithin(spans: readonly AddressSpan[], customerId: string): Prisma.Sql {
  const parts = spans.map(({ address, from, until }) => {
    const end = until === null ? Prisma.sql`true` : Prisma.sql`o.created_at < ${until}`;
    return Prisma.sql`(o.kind = 'mail' AND o.payload ->> 'to' = ${address} AND o.created_at >= ${from} AND ${end})`;
  });
  const notices = spans.flatMap(({ until }) =>
    until === null ? [] : [`mail|email_changed|${customerId}|${until.toISOString()}`],
  );
  return Prisma.sql`(${Prisma.join(parts, ' OR ')} OR o.dedupe_key = ANY (${notices}))`;
}

function emailIn(value: unknown): string | undefined {
  const email: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'email') : undefined;
  return typeof email === 'string' ? email : undefined;
}
