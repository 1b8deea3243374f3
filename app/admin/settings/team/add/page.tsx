import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { AnsweredForm } from '../../../../_people/answered-form';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { makeAdmin } from '../actions';
import { TEAM_PATH } from '../team-path';

export const metadata: Metadata = { title: text('team.addTitle') };

/** Whose account becomes an admin's. */
export default async function AddAdminPage() {
  await requireAdmin(`${TEAM_PATH}/add`);
  await requireStepUp(`${TEAM_PATH}/add`);
  return (
    <>
      <p>
        <Link href={TEAM_PATH} className="link">
          {text('team.backToTeam')}
        </Link>
      </p>
      <PageHeader title={text('team.addTitle')} text={text('team.addText')} />
      <div className="max-w-text">
        <AnsweredForm
          action={makeAdmin}
          fields={[{ id: 'email', label: text('team.email'), type: 'email', autoComplete: 'off' }]}
          errorTitle={text('team.addErrorTitle')}
          submitText={text('team.addConfirm')}
          pendingText={text('team.adding')}
        />
      </div>
    </>
  );
}
