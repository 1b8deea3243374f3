import { db } from '../db/client';
import { type AuditRow, factOf, type TimelineFact } from './timeline-facts';

/** One thing that happened to an order. */
export type TimelineEntry = {
  id: string;
  at: Date;
  /** Who did it; `stripe` and `system` are the store itself, told so or not. */
  by: { kind: 'customer' | 'admin' | 'client' | 'system' | 'stripe'; name?: string };
  /** The kind of Stripe's event that told it. */
  eventType?: string;
  fact: TimelineFact;
};

const MOST = 200;

/** What happened to an order, newest first: from the audit, the payment events, the mails, the notes and the activations. */
export async function listOrderTimeline(orderNumber: number): Promise<TimelineEntry[]> {
  const order = await db().order.findUnique({
    where: { number: orderNumber },
    select: {
      id: true,
      checkoutId: true,
      placedAt: true,
      customerId: true,
      items: { select: { resource: { select: { id: true, number: true, keys: { select: { id: true } } } } } },
    },
  });
  if (!order) return [];
  const resources = order.items.flatMap(({ resource }) => (resource ? [resource] : []));
  const audits = await readAudits(order, resources);
  const numbers = new Map(resources.map(({ id, number }) => [id, number]));
  const [told, mails, places, notes] = await Promise.all([
    tellAudits(audits, numbers),
    readMails(order.id, audits),
    readPlaces(order.id),
    readNotes(order.id),
  ]);
  const placed: TimelineEntry = {
    id: 'placed',
    at: order.placedAt,
    by: { kind: 'customer' },
    fact: { kind: 'placed' },
  };
  // The sort is stable, and each list has its newest first.
  const all = [...notes, ...mails, ...told, ...places, placed];
  return all.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST);
}

type Resource = { id: string; number: number; keys: { id: string }[] };

async function readAudits(order: { id: string; checkoutId: string | null }, resources: Resource[]) {
  const objects = [
    { objectKind: 'order', objectId: order.id },
    ...(order.checkoutId ? [{ objectKind: 'checkout', objectId: order.checkoutId }] : []),
    { objectKind: 'api_resource', objectId: { in: resources.map(({ id }) => id) } },
    { objectKind: 'license_key', objectId: { in: resources.flatMap(({ keys }) => keys.map(({ id }) => id)) } },
  ];
  const [known, gone] = await Promise.all([
    db().auditEntry.findMany({ where: { OR: objects }, orderBy: { id: 'desc' }, take: MOST }),
    // By its own index; the activation itself no longer says which resource it stood on.
    db().$queryRaw<{ id: bigint }[]>`
      SELECT id FROM audit_entry WHERE action = 'activation.delete'
        AND before->>'apiResourceId' = ANY (${resources.map(({ id }) => id)}) ORDER BY id DESC LIMIT ${MOST}`,
  ]);
  const deletions = await db().auditEntry.findMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  return [...known, ...deletions].sort((a, b) => (a.id < b.id ? 1 : -1));
}

async function tellAudits(audits: AuditRow[], numbers: Map<string, number>): Promise<TimelineEntry[]> {
  const [names, types] = await Promise.all([readNames(audits), readEventTypes(audits)]);
  return audits.flatMap((row) => {
    const fact = factOf(row, numbers);
    if (!fact) return [];
    const eventType = types.get(row.via.slice('stripe:'.length));
    const by = actorOf(row, names);
    return [{ id: `audit-${row.id}`, at: row.at, by, fact, ...(eventType === undefined ? {} : { eventType }) }];
  });
}

function actorOf(row: AuditRow, names: Map<string, string>): TimelineEntry['by'] {
  const isTold = row.via.startsWith('stripe:') || row.via.startsWith('reconcile:');
  if (row.actorKind === 'system') return { kind: isTold ? 'stripe' : 'system' };
  const kind = row.actorKind === 'admin' || row.actorKind === 'client' ? row.actorKind : 'customer';
  const name = row.actorId === null ? undefined : names.get(row.actorId);
  return name === undefined ? { kind } : { kind, name };
}

async function readNames(audits: AuditRow[]): Promise<Map<string, string>> {
  const ids = audits.flatMap(({ actorId, actorKind }) => (actorId && actorKind === 'admin' ? [actorId] : []));
  const people = await db().customer.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(people.map(({ id, name, email }) => [id, name ?? email]));
}

async function readEventTypes(audits: AuditRow[]): Promise<Map<string, string>> {
  const ids = audits.flatMap(({ via }) => (via.startsWith('stripe:') ? [via.slice('stripe:'.length)] : []));
  const rows = await db().paymentEvent.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, type: true },
  });
  return new Map(rows.map(({ id, type }) => [id, type]));
}

const TEMPLATES = ['order', 'awaiting_payment', 'payment_failed'] as const;

// The keys under which the outbox knows an order's mails (mailAboutOrder, resendOrderMail).
async function readMails(orderId: string, audits: AuditRow[]): Promise<TimelineEntry[]> {
  const again = audits.flatMap((row) => {
    const fact = factOf(row, new Map());
    return fact?.kind === 'mail_again' ? [`mail|order|${orderId}|again|${fact.requestId}`] : [];
  });
  const first = TEMPLATES.map((template) => [`mail|${template}|${orderId}`, template] as const);
  const templates = new Map<string, (typeof TEMPLATES)[number]>(first);
  const rows = await db().outboxEntry.findMany({
    where: { dedupeKey: { in: [...templates.keys(), ...again] } },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map((row) => {
    const state = row.deadAt ? 'failed' : row.doneAt ? 'sent' : 'waiting';
    const template = templates.get(row.dedupeKey) ?? 'order';
    const fact = { kind: 'mail' as const, mailId: row.id, template, state } as const;
    return { id: `mail-${row.id}`, at: row.doneAt ?? row.deadAt ?? row.createdAt, by: { kind: 'system' }, fact };
  });
}

async function readNotes(orderId: string): Promise<TimelineEntry[]> {
  const rows = await db().orderNote.findMany({
    where: { orderId },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    include: { author: { select: { name: true, email: true } } },
  });
  return rows.map(({ id, createdAt, author, authorId, body }) => ({
    id: `note-${id}`,
    at: createdAt,
    by: { kind: 'admin', name: author.name ?? author.email },
    fact: { kind: 'note', noteId: id, authorId, body },
  }));
}

async function readPlaces(orderId: string): Promise<TimelineEntry[]> {
  const rows = await db().activation.findMany({
    where: { resource: { orderItem: { orderId } } },
    orderBy: { activatedAt: 'desc' },
    take: MOST,
    select: { id: true, activatedAt: true, label: true, instance: true },
  });
  return rows.map(({ id, activatedAt, label, instance }) => ({
    id: `activation-${id}`,
    at: activatedAt,
    by: { kind: 'client' },
    fact: { kind: 'activated', place: label || instance },
  }));
}
