import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedMail, listMails, MAIL_TEMPLATES, type MailFilter, mailTitle } from '@/lib/mailbox/list-mails';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import { isCountedOut } from '../_list/count-text';
import type { ListFilter } from '../_list/list-filter';
import { type ListView, readListView } from '../_list/list-view';
import { LogTabs } from '../logs/_parts/log-tabs';
import { MailStateBadge } from './mail-state';

export const metadata: Metadata = { title: text('admin.mailTitle'), referrer: 'same-origin' };

const PATH = '/admin/mail';
const STATES = ['waiting', 'sent', 'failed'] as const;

/** What the store wrote to its customers, newest first. */
export default async function MailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, ['state', 'about']);
  const page = await listMails(mailFilter(view), view);
  return (
    <>
      <PageHeader
        title={text('admin.mailTitle')}
        actions={
          <LinkButton href="/admin/mail/templates" variant="secondary" size="small">
            {text('mails.galleryLink')}
          </LinkButton>
        }
      />
      <LogTabs current={PATH} />
      {storeFacts().hasMailServer ? null : <Notice>{text('admin.mailKept')}</Notice>}
      <AdminList
        view={view}
        searchLabel={text('logs.mail.search')}
        filters={FILTERS}
        page={page}
        count={isCountedOut(page.count) ? text('logs.mail.many') : text('logs.mail.count', { count: page.count })}
        empty={{ title: text('admin.mailEmptyTitle'), text: text('admin.mailEmptyText') }}
      >
        <MailTable mails={page.rows} />
      </AdminList>
    </>
  );
}

function mailFilter(view: ListView): MailFilter {
  const state = STATES.find((one) => one === view.filters.state);
  const template = MAIL_TEMPLATES.find((one) => one === view.filters.about);
  return { text: view.q, ...(state ? { state } : {}), ...(template ? { template } : {}) };
}

const FILTERS: ListFilter[] = [
  {
    name: 'state',
    label: text('admin.mailState'),
    any: text('logs.mail.anyState'),
    options: STATES.map((value) => ({ value, label: text(`logs.mail.state.${value}`) })),
  },
  {
    name: 'about',
    label: text('admin.mailAbout'),
    any: text('logs.mail.anyAbout'),
    options: MAIL_TEMPLATES.map((value) => ({ value, label: mailTitle(value) })),
  },
];

function MailTable({ mails }: { mails: ListedMail[] }) {
  return (
    <Table
      caption={text('admin.mailCaption')}
      columns={[
        { key: 'about', header: text('admin.mailAbout') },
        { key: 'to', header: text('admin.mailTo') },
        { key: 'state', header: text('admin.mailState') },
        { key: 'written', header: text('admin.mailWritten'), align: 'end' },
      ]}
      rows={mails.map((mail) => ({
        id: mail.id,
        cells: {
          about: (
            <Link href={`/admin/mail/${mail.id}`} className="link">
              {mail.title}
            </Link>
          ),
          to: <span className="break-all">{mail.to}</span>,
          state: <MailStateBadge state={mail.state} />,
          written: <DateTime at={mail.createdAt} form="moment" />,
        },
      }))}
    />
  );
}
