import type { ListedAdmin } from '@/lib/customers/list-admins';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { TEAM_PATH } from './team-path';

const columns = [
  { key: 'person', header: text('team.person') },
  { key: 'factor', header: text('team.factor') },
  { key: 'lastSeen', header: text('team.lastSeen') },
  { key: 'change', header: text('team.change'), isHeaderHidden: true, align: 'end' },
] as const;

/** The admins, each with the way to end it; oneself and the last one without. */
export function AdminTable({ admins, ownId }: { admins: ListedAdmin[]; ownId: string }) {
  const open = admins.filter(({ disabledAt }) => disabledAt === null);
  return (
    <Table
      caption={text('team.caption')}
      columns={[...columns]}
      rows={admins.map((admin) => ({
        id: admin.id,
        cells: {
          person: <Person admin={admin} isMe={admin.id === ownId} />,
          factor: admin.hasFactor ? text('team.hasFactor') : <Badge tone="warn">{text('team.noFactor')}</Badge>,
          lastSeen: admin.lastSeenAt ? <DateTime at={admin.lastSeenAt} form="moment" /> : text('team.neverSeen'),
          change: <Change admin={admin} isMe={admin.id === ownId} isLast={open.length === 1 && open[0] === admin} />,
        },
      }))}
    />
  );
}

function Person({ admin, isMe }: { admin: ListedAdmin; isMe: boolean }) {
  return (
    <span className="flex min-w-0 flex-col items-start gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <Link href={`/admin/customers/${admin.number}`} className="link break-words">
          {admin.name ?? admin.email}
        </Link>
        {isMe ? <Badge>{text('team.you')}</Badge> : null}
        {admin.disabledAt ? <Badge tone="warn">{text('team.disabled')}</Badge> : null}
      </span>
      {admin.name ? <span className="break-words text-muted text-sm">{admin.email}</span> : null}
    </span>
  );
}

function Change({ admin, isMe, isLast }: { admin: ListedAdmin; isMe: boolean; isLast: boolean }) {
  if (isLast) return <span className="text-muted text-sm">{text('team.last')}</span>;
  if (isMe) return <span className="text-muted text-sm">{text('team.own')}</span>;
  return (
    <Link
      href={`${TEAM_PATH}/${admin.number}`}
      className="link inline-flex min-h-8 items-center"
      aria-label={text('team.removeFrom', { email: admin.email })}
    >
      {text('team.remove')}
    </Link>
  );
}
