import type { CustomerFacts } from '@/lib/customers/read-customer';
import type { LicenceList } from '@/lib/licensing/list-licences';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { LicenceState, Places } from '../../licences/licence-state';
import { KeyHint } from '../../orders/[number]/key-hint';
import { countOf, ListBox } from './list-box';
import { SHOWN } from './read-everything';

type LicencesBoxProps = { customer: CustomerFacts; licences: LicenceList; at: Date };

/** The newest licences of this customer: whether they work, and how far they are used. */
export function LicencesBox({ customer, licences, at }: LicencesBoxProps) {
  return (
    <ListBox
      id="licences"
      title={text('customers.licences')}
      count={countOf(licences)}
      all={{ href: `/admin/licences?customer=${customer.number}`, label: text('customers.allLicences') }}
      {...(licences.rows.length === 0 ? { empty: text('customers.noLicences') } : {})}
    >
      <Table
        caption={text('customers.licencesCaption', { email: customer.email })}
        columns={[
          { key: 'licence', header: text('customers.licence') },
          { key: 'product', header: text('customers.product') },
          { key: 'state', header: text('customers.state') },
          { key: 'places', header: text('customers.places'), align: 'end' },
        ]}
        rows={licences.rows.slice(0, SHOWN).map((licence) => ({
          id: licence.id,
          cells: {
            licence: (
              <span className="flex flex-col items-start">
                <Link href={`/admin/licences/${licence.number}`} className="link nums whitespace-nowrap">
                  {text('licences.numbered', { number: String(licence.number) })}
                </Link>
                <span className="font-normal text-muted">
                  <KeyHint hint={licence.keyHint} />
                </span>
              </span>
            ),
            product: (
              <span className="flex flex-col items-end sm:items-start">
                <span>{licence.productTitle}</span>
                <span className="text-muted text-sm">{licence.planName}</span>
              </span>
            ),
            state: <LicenceState licence={licence} at={at} />,
            places: <Places licence={licence} />,
          },
        }))}
      />
    </ListBox>
  );
}
