import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { escapeLike } from '../db/search-text';
import { MAIL_CATALOGUE } from '../email/mail-catalogue';
import { env } from '../env';
import { type MailJob, mailJob } from '../jobs/enqueue-mail';
import type { ListedJob } from '../jobs/find-job';

/** `kept`: no mail server is set, so the mail waits here and is read here. */
export type MailState = 'waiting' | 'kept' | 'sent' | 'failed';

export type ListedMail = {
  id: string;
  to: string;
  template: MailJob['template'];
  /** What kind of mail it is, for people. */
  title: string;
  state: MailState;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  /** Why the last attempt failed, in the mail server's words. */
  lastError: string | null;
};

/** What narrows the list of mails. `text` is the beginning of the address of who gets it. */
export type MailFilter = { text?: string; state?: 'waiting' | 'sent' | 'failed'; template?: MailJob['template'] };

/** The kinds of mail there are, with their titles. */
export const MAIL_TEMPLATES: readonly MailJob['template'][] = mailJob.options.map(({ shape }) => shape.template.value);

/** What kind of mail it is, for people. */
export function mailTitle(template: MailJob['template']): string {
  return MAIL_CATALOGUE[template].title;
}

const order: KeysetOrder<Pick<Row, 'createdAt' | 'id'>> = {
  name: 'written',
  direction: 'desc',
  columns: [
    { sql: 'o.created_at', kind: 'instant', of: (row) => row.createdAt },
    { sql: 'o.id', kind: 'uuid', of: (row) => row.id },
  ],
};
const LIST_SIZE = 50;

type Row = ListedJob;

/**
 * A page of the store's mails, the newest first, and how many there are (counted to 10,000; one more stands for more).
 * Neither keys nor links are in the list.
 */
export async function listMails(
  filter: MailFilter,
  wish: PageWish,
): Promise<KeysetPage<ListedMail> & { count: number }> {
  const where = mailWhere(filter);
  const page = await inListRead(async (tx) => {
    const read = await readKeysetPage({ order, wish, size: LIST_SIZE }, ({ where: place, orderBy, limit }) =>
      tx.$queryRaw<Row[]>(Prisma.sql`
        SELECT o.id, o.kind, o.attempts, o.payload, o.created_at AS "createdAt", o.available_at AS "availableAt",
          coalesce(o.dead_at, o.done_at) AS "endedAt", o.last_error AS "lastError",
          CASE WHEN o.dead_at IS NOT NULL THEN 'dead' WHEN o.done_at IS NOT NULL THEN 'done' ELSE 'waiting' END AS state
        FROM outbox_entry o WHERE ${where} AND ${place} ORDER BY ${orderBy} LIMIT ${limit}`),
    );
    const counted = Prisma.sql`SELECT 1 FROM outbox_entry o WHERE ${where} ORDER BY o.created_at DESC`;
    return { ...read, count: await countAtMost(tx, read, counted) };
  });
  const rows = page.rows.flatMap((job) => {
    // A mail of another version of the store must not hide all the others.
    const mail = mailJob.safeParse(job.payload);
    return mail.success ? [listedMail(job, mail.data)] : [];
  });
  return { ...page, rows };
}

// Written as the indexes of mails have it (migration log_lists).
function mailWhere({ text, state, template }: MailFilter): Prisma.Sql {
  const parts = [
    Prisma.sql`o.kind = 'mail'`,
    text === undefined || text === ''
      ? undefined
      : Prisma.sql`o.payload ->> 'to' LIKE ${`${escapeLike(text.toLowerCase())}%`}`,
    state === 'sent' ? Prisma.sql`o.done_at IS NOT NULL` : undefined,
    state === 'failed' ? Prisma.sql`o.dead_at IS NOT NULL` : undefined,
    state === 'waiting' ? Prisma.sql`o.done_at IS NULL AND o.dead_at IS NULL` : undefined,
    template === undefined ? undefined : Prisma.sql`o.payload ->> 'template' = ${template}`,
  ];
  return Prisma.join(
    parts.filter((part) => part !== undefined),
    ' AND ',
  );
}

/** One mail as the list shows it. */
export function listedMail(job: ListedJob, mail: MailJob): ListedMail {
  return {
    id: job.id,
    to: mail.to,
    template: mail.template,
    title: mailTitle(mail.template),
    state: stateOf(job),
    attempts: job.attempts,
    createdAt: job.createdAt,
    sentAt: job.state === 'done' ? job.endedAt : null,
    lastError: job.lastError,
  };
}

function stateOf(job: ListedJob): MailState {
  if (job.state === 'done') return 'sent';
  if (job.state === 'dead') return 'failed';
  return env().smtp ? 'waiting' : 'kept';
}
