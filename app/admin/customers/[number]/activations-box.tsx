import type { CustomerFacts } from '@/lib/customers/read-customer';
import type { ActivationList } from '@/lib/licensing/list-activations';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { countOf, ListBox } from './list-box';
import { SHOWN } from './read-everything';

type ActivationsBoxProps = { customer: CustomerFacts; activations: ActivationList };

/** Where this customer's software runs, the newest first. */
export function ActivationsBox({ customer, activations }: ActivationsBoxProps) {
  return (
    <ListBox
      id="activations"
      title={text('customers.activations')}
      count={countOf(activations)}
      all={{ href: `/admin/activations?customer=${customer.number}`, label: text('customers.allActivations') }}
      {...(activations.rows.length === 0 ? { empty: text('customers.noActivations') } : {})}
    >
      <Table
        caption={text('customers.activationsCaption', { email: customer.email })}
        columns={[
          { key: 'where', header: text('customers.where') },
          { key: 'product', header: text('customers.product') },
          { key: 'version', header: text('customers.version') },
          { key: 'seen', header: text('customers.seen'), align: 'end' },
        ]}
        rows={activations.rows.slice(0, SHOWN).map(({ id, label, instance, ...row }) => ({
          id,
          cells: {
            where: <span className="break-all">{label.replace(/^https?:\/\//i, '') || instance}</span>,
            product: (
              <span className="flex flex-col items-end sm:items-start">
                <span>{row.productTitle}</span>
                <Link href={`/admin/licences/${row.licenceNumber}`} className="link text-sm">
                  {text('licences.numbered', { number: String(row.licenceNumber) })}
                </Link>
              </span>
            ),
            version: row.version ? (
              <span className="break-all font-mono text-sm">{row.version}</span>
            ) : (
              <span className="text-muted">{text('customers.noVersion')}</span>
            ),
            seen: <DateTime at={row.lastSeenAt} form="moment" />,
          },
        }))}
      />
    </ListBox>
  );
}
