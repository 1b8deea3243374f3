import { type HistoryEntry, listAccountActivity } from '../access-keys/list-history';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { listDownloadEntries } from '../downloads/list-download-entries';
import { isMailName, MAIL_CATALOGUE } from '../email/mail-catalogue';
import { addressSpans, mailsWithin } from './address-spans';
import { type DataSection, eachPage, type Person } from './data-section';

/** What the store noted of what the person and their software did, and what it sent them. */
export async function ownLogs({ id: customerId }: Person): Promise<DataSection[]> {
  const [choices, connection, saves, keys] = await Promise.all([
    db().mailChoice.findMany({ where: { customerId }, orderBy: { topic: 'asc' } }),
    db().dropboxConnection.findUnique({ where: { customerId }, select: { connectedAt: true } }),
    db().dropboxSave.findMany({ where: { customerId }, orderBy: { queuedAt: 'asc' } }),
    db().licenseKey.findMany({ where: { customerId }, select: { hint: true } }),
  ]);
  const hints = [...new Set(keys.map(({ hint }) => hint))];
  return [
    {
      name: 'mail_choices',
      value: choices.map(({ topic, isWanted, changedAt }) => ({ topic, is_wanted: isWanted, changed_at: changedAt })),
    },
    { name: 'mails', pages: await ownMails(customerId) },
    { name: 'downloads', pages: ownDownloads(customerId) },
    {
      name: 'dropbox',
      value: {
        connected_at: connection?.connectedAt ?? null,
        saves: saves.map(({ askedPath, savedPath, status, failure, queuedAt, endedAt }) => ({
          path: savedPath ?? askedPath,
          status,
          failure,
          asked_at: queuedAt,
          ended_at: endedAt,
        })),
      },
    },
    { name: 'client_calls', pages: clientCalls(customerId, hints) },
    { name: 'history', pages: ownHistory(customerId) },
  ];
}

type MailRow = { id: string; template: string; to: string; at: Date; sentAt: Date | null };

async function ownMails(customerId: string): Promise<AsyncGenerator<object[]>> {
  const within = mailsWithin(await addressSpans(db(), customerId), customerId);
  return eachPage<MailRow>(
    (after, size) => {
      const place = after ? Prisma.sql`(o.created_at, o.id) > (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`;
      return db().$queryRaw<MailRow[]>`
        SELECT o.id, o.payload ->> 'template' AS template, o.payload ->> 'to' AS "to", o.created_at AS at,
          o.done_at AS "sentAt"
        FROM outbox_entry o WHERE ${within} AND ${place} ORDER BY o.created_at, o.id LIMIT ${size}`;
    },
    ({ template, to, at, sentAt }) => ({
      subject: isMailName(template) ? MAIL_CATALOGUE[template].title : template,
      to,
      written_at: at,
      sent_at: sentAt,
    }),
  );
}

async function* ownDownloads(customerId: string): AsyncGenerator<object[]> {
  let after: string | undefined;
  do {
    const page = await listDownloadEntries({ customerId }, { after, size: 500 });
    yield page.rows.map((line) => ({
      at: line.at,
      last_at: line.lastAt,
      requests: line.requests,
      way: line.way,
      outcome: line.outcome,
      file: line.fileName,
      version: line.version,
      product: line.productTitle,
      licence_number: line.licenceNumber,
      instance: line.instance,
      address: line.address,
      user_agent: line.userAgent,
    }));
    after = page.next;
  } while (after !== undefined);
}

type CallRow = {
  id: bigint;
  at: Date;
  protocol: string;
  action: string;
  outcome: string;
  key: string;
  product: string;
  instance: string;
  version: string;
  address: string;
  user_agent: string;
};

/** By the hints of the person's keys, as the index has them; somebody else's key may have the same hint. */
async function* clientCalls(customerId: string, hints: string[]): AsyncGenerator<object[]> {
  for (const hint of hints) {
    yield* eachPage<CallRow>(
      (after, size) => {
        const place = after ? Prisma.sql`(c.at, c.id) > (${after.at}, ${after.id})` : Prisma.sql`true`;
        return db().$queryRaw<CallRow[]>`
          SELECT c.id, c.at, c.protocol, c.action, c.outcome, c.key_hint AS key, c.product, c.instance, c.version, c.address,
            c.user_agent
          FROM request_log_entry c WHERE c.key_hint = ${hint} AND c.customer_id = ${customerId}::uuid AND ${place}
          ORDER BY c.at, c.id LIMIT ${size}`;
      },
      ({ id: _id, ...call }) => call,
    );
  }
}

async function* ownHistory(customerId: string): AsyncGenerator<object[]> {
  let after: string | undefined;
  do {
    const page = await listAccountActivity(customerId, { after, size: 200 });
    yield page.rows.map((entry) => presentEntry(entry, customerId));
    after = page.next;
  } while (after !== undefined);
}

function presentEntry(entry: HistoryEntry, customerId: string) {
  const { at, by, viaSid, address, agent, action, objectKind, objectId, keyName, before, after } = entry;
  // What an admin changed about others is those others'.
  const isOwn = keyName !== undefined || (objectKind === 'customer' && objectId === customerId);
  const changed = isOwn ? { before, after } : {};
  const where = { address, user_agent: agent };
  return { at, by, action, about: objectKind, key: viaSid ?? null, key_name: keyName ?? null, ...where, ...changed };
}
