import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { listAdmins } from '@/lib/customers/list-admins';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { LinkButton } from '../../../../_ui/link-button';
import { PageHeader } from '../../../../_ui/page-header';
import { SubmitButton } from '../../../../_ui/submit-button';
import { endAdmin } from '../actions';
import { TEAM_PATH } from '../team-path';

export const metadata: Metadata = { title: text('team.remove') };

/** Asks before somebody is an admin no more. */
export default async function EndAdminPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const here = `${TEAM_PATH}/${encodeURIComponent(number)}`;
  await requireAdmin(here);
  await requireStepUp(here);
  const admin = (await listAdmins()).find((one) => String(one.number) === number);
  if (!admin) notFound();
  return (
    <>
      <p>
        <Link href={TEAM_PATH} className="link">
          {text('team.backToTeam')}
        </Link>
      </p>
      <PageHeader title={text('team.removeTitle', { email: admin.email })} text={text('team.removeText')} />
      <form action={endAdmin} className="flex flex-wrap gap-2">
        <input type="hidden" name="number" value={String(admin.number)} />
        <input type="hidden" name="customer" value={admin.id} />
        <SubmitButton variant="danger" pendingText={text('team.removing')}>
          {text('team.removeConfirm')}
        </SubmitButton>
        <LinkButton href={TEAM_PATH} variant="secondary">
          {text('team.cancel')}
        </LinkButton>
      </form>
    </>
  );
}
