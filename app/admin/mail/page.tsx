import type { Metadata } from 'next';
import Link from 'next/link';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listMails } from '@/lib/mailbox/list-mails';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { EmptyState } from '../../_ui/empty-state';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { one, type SearchParams } from '../../products/catalogue-view';
import { MailStateBadge } from './mail-state';

export const metadata: Metadata = { title: text('admin.mailTitle') };

/** What the store wrote to its customers, newest first. */
export default async function MailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin('/admin/mail');
  const cursor = one((await searchParams).before);
  const { mails, nextCursor } = await listMails(cursor === undefined ? {} : { cursor });
  return (
    <>
      <PageHeader title={text('admin.mailTitle')} />
      {storeFacts().hasMailServer ? null : <Notice>{text('admin.mailKept')}</Notice>}
      {mails.length === 0 ? (
        <EmptyState title={text('admin.mailEmptyTitle')} text={text('admin.mailEmptyText')} />
      ) : (
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
              to: mail.to,
              state: <MailStateBadge state={mail.state} />,
              written: <DateTime at={mail.createdAt} form="moment" />,
            },
          }))}
        />
      )}
      {nextCursor ? (
        <LinkButton
          href={`/admin/mail?before=${encodeURIComponent(nextCursor)}`}
          variant="secondary"
          className="self-start"
        >
          {text('admin.mailOlder')}
        </LinkButton>
      ) : null}
    </>
  );
}
