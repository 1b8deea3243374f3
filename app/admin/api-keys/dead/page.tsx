import type { Metadata } from 'next';
import { type DeadKeyUse, listDeadKeyUses } from '@/lib/access-keys/list-every-key';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { EmptyState } from '../../../_ui/empty-state';
import { Link } from '../../../_ui/link';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { Table, type TableRow } from '../../../_ui/table';
import { KeyTabs } from '../key-tabs';

export const metadata: Metadata = { title: text('keyAdmin.tab.dead'), referrer: 'same-origin' };

const SHOWN = 100;

type Column = 'key' | 'owner' | 'cause' | 'since' | 'used';

/** Values that open nothing any more and were tried since: a sign of a leak, or of a program that was forgotten. */
export default async function DeadKeysPage() {
  await requireAdmin('/admin/api-keys/dead');
  const uses = await listDeadKeyUses({ limit: SHOWN });
  return (
    <>
      <PageHeader title={text('keyAdmin.tab.dead')} text={text('keyAdmin.deadText')} />
      <KeyTabs current="/admin/api-keys/dead" />
      {uses.length === 0 ? (
        <EmptyState
          title={text('keyAdmin.deadEmptyTitle')}
          text={text('keyAdmin.deadEmptyText')}
          action={
            <LinkButton href="/admin/api-keys?use=leaked" variant="secondary">
              {text('keyAdmin.deadEmptyAction')}
            </LinkButton>
          }
        />
      ) : (
        <Table<Column>
          caption={text('keyAdmin.deadCaption')}
          columns={[
            { key: 'key', header: text('keyAdmin.deadKey') },
            { key: 'owner', header: text('keyAdmin.owner') },
            { key: 'cause', header: text('keyAdmin.deadCause') },
            { key: 'since', header: text('keyAdmin.deadSince') },
            { key: 'used', header: text('keyAdmin.deadUse'), align: 'end' },
          ]}
          rows={uses.map(toRow)}
        />
      )}
    </>
  );
}

function toRow(use: DeadKeyUse, index: number): TableRow<Column> {
  return {
    // A key that was replaced twice has two dead values under one sid.
    id: `${use.sid}-${index}`,
    cells: {
      key: (
        <span className="flex min-w-0 flex-col">
          <span className="break-words">{use.name}</span>
          <span className="break-all font-mono font-normal text-muted text-sm">{use.prefix}…</span>
        </span>
      ),
      owner:
        use.customerNumber === null ? (
          <span className="text-muted">{text('keyAdmin.deadOwnerGone')}</span>
        ) : (
          <Link href={`/admin/customers/${use.customerNumber}`} className="link break-all">
            {use.customerEmail}
          </Link>
        ),
      cause: text(`keyAdmin.cause.${use.cause}`),
      since: <DateTime at={use.diedAt} />,
      used: (
        <span className="flex min-w-0 flex-col items-end">
          <DateTime at={use.seenAt} form="moment" />
          <span className="break-all text-muted text-sm">
            {use.seenFrom ? `${text('keyAdmin.deadFrom', { address: use.seenFrom })}, ` : null}
            {text('keyAdmin.deadTimes', { count: use.seenTimes })}
          </span>
        </span>
      ),
    },
  };
}
