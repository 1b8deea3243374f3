import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { MAIL_TOPICS } from '@/lib/mailbox/mail-topics';
import { readMailChoices } from '@/lib/mailbox/read-mail-choices';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { SubmitButton } from '../../_ui/submit-button';
import { Switch } from '../../_ui/switch';
import { PageNotice } from '../_parts/page-notice';
import { chooseMails } from './actions';

export const metadata: Metadata = { title: text('mails.choices') };

type NotificationsProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** Which mails the signed-in person wants, where there is a choice. */
export default async function NotificationsPage({ searchParams }: NotificationsProps) {
  const customer = await requireCustomer('/account/notifications');
  const choices = await readMailChoices(customer.id);
  const { notice } = await searchParams;
  return (
    <>
      <PageHeader title={text('mails.choices')} text={text('mails.choicesText')} />
      <PageNotice
        code={notice}
        known={{ saved: { tone: 'good', key: 'mails.saved' }, unchanged: { tone: 'good', key: 'mails.unchanged' } }}
      />
      <form action={chooseMails} className="flex max-w-2xl flex-col gap-6">
        <div className="flex flex-col divide-y divide-line border-line border-y">
          {MAIL_TOPICS.map((topic) => (
            <Switch
              key={topic}
              id={topic}
              label={text(`mails.topic.${topic}`)}
              hint={text(`mails.topic.${topic}.hint`)}
              defaultChecked={choices[topic]}
              words={{ on: text('mails.on'), off: text('mails.off') }}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton pendingText={text('mails.saving')}>{text('mails.save')}</SubmitButton>
          <span className="min-w-0 break-words text-muted text-sm">
            {text('mails.sentTo', { email: customer.email })}
          </span>
        </div>
      </form>
    </>
  );
}
