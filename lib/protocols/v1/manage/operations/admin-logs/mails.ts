import { z } from 'zod';
import { type ListedMail, listMails, MAIL_TEMPLATES } from '../../../../../mailbox/list-mails';
import { readMail } from '../../../../../mailbox/read-mail';
import { resendOrderMailOf } from '../../../../../mailbox/resend-order-mail-of';
import { sendMailAgain } from '../../../../../mailbox/send-mail-again';
import { storeMailReaders } from '../../../../../mailbox/store-mail-readers';
import { operation } from '../../operation';
import {
  actorOf,
  answerPage,
  given,
  isoOf,
  keysetWish,
  listOf,
  maybeTold,
  notFound,
  pageFields,
  refuse,
  searched,
  told,
} from '../shop-fields';

const template = z.enum(MAIL_TEMPLATES);

const mail = z.object({
  id: z.uuid(),
  to: z.string(),
  template,
  title: z.string(),
  state: z
    .enum(['waiting', 'kept', 'sent', 'failed'])
    .describe('kept: no mail server is set, so it waits in the store and is read there.'),
  attempts: z.int(),
  created_at: told,
  sent_at: maybeTold,
  last_error: z.string().nullable(),
});

const mailPath = z.object({ id: z.uuid() });

export const listMailsOperation = operation({
  id: 'logs.list_mails',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/mails',
  summary: 'List the mails of the store, the newest first. Neither keys nor links are in them.',
  refusals: [],
  querySchema: z.object({
    q: searched.optional().describe('The beginning of the address.'),
    state: z.enum(['waiting', 'sent', 'failed']).optional(),
    template: template.optional(),
    ...pageFields,
  }),
  answerSchema: listOf(mail),
  handle: async ({ query }) => {
    const filter = given({ text: query.q, state: query.state, template: query.template });
    return answerPage(await listMails(filter, keysetWish(query)), query, present);
  },
});

export const readMailOperation = operation({
  id: 'logs.read_mail',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/mails/{id}',
  summary: 'Read a mail as its reader gets it, keys masked and links that sign in hidden.',
  refusals: ['not_found'],
  pathSchema: mailPath,
  answerSchema: mail.extend({ subject: z.string(), text: z.string(), html: z.string() }),
  handle: async ({ path }) => {
    const found = await readMail(path.id, storeMailReaders, { withoutLinks: true });
    if (!found.ok) return notFound;
    const { subject, text, html } = found.mail;
    return { ok: true, body: { ...present(found.mail), subject, text, html } };
  },
});

export const sendAgainOperation = operation({
  id: 'logs.send_mail_again',
  area: 'logs',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/mails/{id}/send-again',
  summary: 'Put a mail that could not be delivered back in the queue.',
  refusals: ['not_found', 'mail_not_failed'],
  success: 204,
  pathSchema: mailPath,
  handle: async ({ caller, path }) => {
    const done = await sendMailAgain(path.id, actorOf(caller));
    if (done.ok) return { ok: true, status: 204 };
    return done.reason === 'mail_not_found' ? notFound : refuse({ reason: done.reason });
  },
});

export const resendOrderMailOperation = operation({
  id: 'logs.resend_order_mail',
  area: 'logs',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/mails/{id}/resend',
  summary: 'Send the order mail that this one was of once more, as a new mail.',
  refusals: ['not_found', 'no_order_mail', 'not_paid', 'customer_deleted', 'rate_limited'],
  idempotency: 'taken',
  isRepeatable: true,
  success: 202,
  pathSchema: mailPath,
  answerSchema: z.object({ to: z.string() }),
  handle: async ({ caller, path, at, idempotencyId }) => {
    const requestId = idempotencyId ?? crypto.randomUUID();
    const done = await resendOrderMailOf(path.id, requestId, { actor: actorOf(caller), at });
    if (done.ok) return { ok: true, status: 202, body: { to: done.to } };
    switch (done.reason) {
      case 'too_many_attempts':
        return refuse({ reason: 'rate_limited', retryAfterSeconds: done.retryAfterSeconds });
      case 'not_an_order_mail':
        return refuse({ reason: 'no_order_mail' });
      case 'not_paid':
      case 'customer_deleted':
        return refuse({ reason: done.reason });
      default:
        return notFound;
    }
  },
});

function present(row: ListedMail) {
  return {
    id: row.id,
    to: row.to,
    template: row.template,
    title: row.title,
    state: row.state,
    attempts: row.attempts,
    created_at: isoOf(row.createdAt),
    sent_at: isoOf(row.sentAt),
    last_error: row.lastError,
  };
}
