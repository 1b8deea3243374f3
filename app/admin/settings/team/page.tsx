import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listAdmins } from '@/lib/customers/list-admins';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { PageNotice } from '../../../account/_parts/page-notice';
import { AdminTable } from './admin-table';
import { TEAM_PATH } from './team-path';

export const metadata: Metadata = { title: text('team.title') };

const NOTICES = {
  admin_made: { tone: 'good', key: 'team.notice.admin_made' },
  admin_ended: { tone: 'good', key: 'team.notice.admin_ended' },
  own_account: { tone: 'warn', key: 'team.notice.own_account' },
  last_admin: { tone: 'warn', key: 'team.notice.last_admin' },
  customer_deleted: { tone: 'warn', key: 'team.notice.customer_deleted' },
  customer_not_found: { tone: 'warn', key: 'team.notice.customer_not_found' },
} as const;

/** Who may open the administration. */
export default async function TeamPage({ searchParams }: { searchParams: Promise<{ notice?: string | string[] }> }) {
  const me = await requireAdmin(TEAM_PATH);
  const { notice } = await searchParams;
  return (
    <>
      <p>
        <Link href="/admin/settings" className="link">
          {text('team.back')}
        </Link>
      </p>
      <PageHeader
        title={text('team.title')}
        text={text('team.text')}
        actions={
          <LinkButton href={`${TEAM_PATH}/add`} variant="secondary">
            {text('team.add')}
          </LinkButton>
        }
      />
      <PageNotice code={notice} known={NOTICES} />
      <AdminTable admins={await listAdmins()} ownId={me.id} />
    </>
  );
}
