import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { type ListedSession, listSessions } from '@/lib/customers/list-sessions';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { PageHeader } from '../../_ui/page-header';
import { SubmitButton } from '../../_ui/submit-button';
import { Table, type TableRow } from '../../_ui/table';
import { PageNotice } from '../_parts/page-notice';
import { endOthersAction, endSessionAction } from './actions';
import { nameBrowser } from './name-browser';

export const metadata: Metadata = { title: text('account.sessionsTitle') };

type Column = 'browser' | 'address' | 'since' | 'seen' | 'end';
type SessionsProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** The browsers in which the person is signed in. */
export default async function SessionsPage({ searchParams }: SessionsProps) {
  const customer = await requireCustomer('/account/sessions');
  const sessions = await listSessions({ customerId: customer.id });
  const { notice } = await searchParams;
  return (
    <>
      <PageNotice
        code={notice}
        known={{
          session_ended: { tone: 'good', key: 'account.notice.session_ended' },
          sessions_ended: { tone: 'good', key: 'account.notice.sessions_ended' },
        }}
      />
      <PageHeader title={text('account.sessionsTitle')} text={text('account.sessionsText')} />
      <Table<Column>
        caption={text('account.sessionsCaption')}
        columns={[
          { key: 'browser', header: text('account.browser') },
          { key: 'address', header: text('account.address') },
          { key: 'since', header: text('account.since') },
          { key: 'seen', header: text('account.lastUsed') },
          { key: 'end', header: text('account.endSession'), isHeaderHidden: true, align: 'end' },
        ]}
        rows={sessions.map((session) => toRow(session, session.id === customer.sessionId))}
      />
      {sessions.length > 1 ? (
        <form action={endOthersAction}>
          <SubmitButton variant="danger" pendingText={text('account.endingOthers')}>
            {text('account.endOthers')}
          </SubmitButton>
        </form>
      ) : null}
    </>
  );
}

function toRow(session: ListedSession, isThis: boolean): TableRow<Column> {
  const browser = nameBrowser(session.userAgent) ?? text('account.unknown');
  return {
    id: session.id,
    cells: {
      browser,
      address: <span className="break-all font-mono text-sm">{session.address || text('account.unknown')}</span>,
      since: <DateTime at={session.createdAt} />,
      seen: <DateTime at={session.lastSeenAt} form="moment" />,
      end: isThis ? (
        <Badge tone="good">{text('account.thisBrowser')}</Badge>
      ) : (
        <EndForm session={session} browser={browser} />
      ),
    },
  };
}

function EndForm({ session, browser }: { session: ListedSession; browser: string }) {
  return (
    <form action={endSessionAction}>
      <input type="hidden" name="session" value={session.id} />
      <SubmitButton
        variant="danger"
        size="small"
        aria-label={text('account.endSessionOf', { browser })}
        pendingText={text('account.endingSession')}
      >
        {text('account.endSession')}
      </SubmitButton>
    </form>
  );
}
