import type { CustomerFacts } from '@/lib/customers/read-customer';
import type { ListedMail } from '@/lib/mailbox/list-mails';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { MailStateBadge } from '../../mail/mail-state';
import { ListBox } from './list-box';

type MailsBoxProps = { customer: CustomerFacts; mails: ListedMail[] };

/** The newest mails to this customer's present address. */
export function MailsBox({ customer: { email }, mails }: MailsBoxProps) {
  return (
    <ListBox
      id="mails"
      title={text('customers.mails')}
      all={{ href: `/admin/mail?q=${encodeURIComponent(email)}`, label: text('customers.allMails') }}
      {...(mails.length === 0 ? { empty: text('customers.noMails') } : {})}
    >
      <Table
        caption={text('customers.mailsCaption', { email })}
        columns={[
          { key: 'mail', header: text('customers.mail') },
          { key: 'state', header: text('customers.state') },
          { key: 'when', header: text('customers.when'), align: 'end' },
        ]}
        rows={mails.map((mail) => ({
          id: mail.id,
          cells: {
            mail: (
              <Link href={`/admin/mail/${mail.id}`} className="link">
                {mail.title}
              </Link>
            ),
            state: <MailStateBadge state={mail.state} />,
            when: <DateTime at={mail.createdAt} form="moment" />,
          },
        }))}
      />
    </ListBox>
  );
}
