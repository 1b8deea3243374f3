import { z } from 'zod';
import type { Caller } from '../../../../../access-keys/caller';
import { type ConnectionName, type TryConnectionResult, tryConnection } from '../../../../../customers/try-connection';
import { checkDropboxKey, type DropboxKeyAnswer } from '../../../../../downloads/check-dropbox-key';
import { type SendTestMailResult, sendTestMail } from '../../../../../mailbox/send-test-mail';
import { type CheckPaymentsResult, checkPayments } from '../../../../../orders/check-payments';
import { readStoreSettings } from '../../../../../settings/store-settings';
import { type ManageReply, operation } from '../../operation';
import type { ManageRefusal } from '../../refusal';

/** What trying a connection came to. */
export const testedSchema = z
  .object({
    works: z.boolean(),
    reason: z.string().nullable().describe('Why it does not, as a word; null when it does.'),
    detail: z.string().describe('What the other side said, without a password or secret.'),
  })
  .meta({ id: 'ConnectionTest' });

type Tested = z.input<typeof testedSchema>;
type TooOften = Extract<TryConnectionResult<never>, { ok: false }>;

/** Tests are few, whoever asks for them. */
export function refuseTest({ retryAfterSeconds }: TooOften): { ok: false; refusal: ManageRefusal } {
  return { ok: false, refusal: { reason: 'rate_limited', retryAfterSeconds } };
}

type Trial<Answer> = {
  name: ConnectionName;
  caller: Caller;
  at: Date;
  run: () => Promise<Answer>;
  tell: (answer: Answer) => Tested;
};

async function test<Answer>({ name, caller, at, run, tell }: Trial<Answer>): Promise<ManageReply<Tested>> {
  const works = (answer: Answer) => tell(answer).works;
  const actor = { ...caller.actor, id: caller.customerId };
  const tried = await tryConnection({ name, actor, run, works }, at);
  return tried.ok ? { ok: true, body: tell(tried.answer) } : refuseTest(tried);
}

function told(reason: string | null, detail = ''): Tested {
  return { works: reason === null, reason, detail };
}

export const testMailOperation = operation({
  id: 'settings.test_mail',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/settings/mail/test',
  summary: 'Send a test mail to the address of the account behind the key.',
  refusals: [],
  answerSchema: testedSchema,
  handle: ({ caller, at }) => {
    const tell = (sent: SendTestMailResult) =>
      sent.ok ? told(null) : told(sent.reason, 'detail' in sent ? sent.detail : '');
    return test({ name: 'smtp', caller, at, run: () => sendTestMail(caller.email), tell });
  },
});

export const testPaymentsOperation = operation({
  id: 'settings.test_payments',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/settings/payments/test',
  summary: 'Ask the payment service whose key this store has. Changes nothing.',
  description: 'A store with demo payments has nothing to try, and says that it works.',
  refusals: [],
  answerSchema: testedSchema,
  handle: ({ caller, at }) => {
    const tell = (answer: CheckPaymentsResult) => {
      if (answer.mode === 'demo') return told(null, 'Demo payments.');
      return answer.account.ok ? told(null) : told(answer.account.reason, answer.account.detail);
    };
    return test({ name: 'stripe', caller, at, run: checkPayments, tell });
  },
});

export const testDropboxOperation = operation({
  id: 'settings.test_dropbox',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/settings/dropbox/test',
  summary: 'Ask Dropbox whether it knows an app key, and could reach this store.',
  refusals: [],
  bodySchema: z.object({ app_key: z.string().optional().describe('Left out: the one that is saved.') }),
  answerSchema: testedSchema,
  handle: ({ body, caller, at }) => {
    const run = async () => checkDropboxKey(body.app_key ?? (await readStoreSettings()).dropboxAppKey);
    const tell = (answer: DropboxKeyAnswer) => {
      if (!answer.checked) return told(answer.reason);
      const { check } = answer;
      if (check.outcome !== 'known') return told(check.outcome);
      return { works: true, reason: null, detail: answer.outOfReach ?? '' };
    };
    return test({ name: 'dropbox', caller, at, run, tell });
  },
});
