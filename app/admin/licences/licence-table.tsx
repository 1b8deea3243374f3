import type { AdminLicence } from '@/lib/licensing/list-licences';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { Table } from '../../_ui/table';
import { SelectRow } from '../_list/select-row';
import { LicenceState, Places } from './licence-state';

type LicenceTableProps = { rows: AdminLicence[]; formId: string; at: Date };

/** The licences of a page, each with the box that selects it. */
export function LicenceTable({ rows, formId, at }: LicenceTableProps) {
  return (
    <Table
      caption={text('licences.caption')}
      columns={[
        { key: 'licence', header: text('licences.licence') },
        { key: 'product', header: text('licences.product') },
        { key: 'customer', header: text('licences.customer') },
        { key: 'state', header: text('licences.state') },
        { key: 'places', header: text('licences.activations'), align: 'end' },
      ]}
      rows={rows.map((licence) => ({
        id: licence.id,
        cells: {
          licence: <Name licence={licence} formId={formId} />,
          product: (
            <span className="flex flex-col items-end sm:items-start">
              <span>{licence.productTitle}</span>
              <span className="text-muted text-sm">{licence.planName}</span>
            </span>
          ),
          customer: <Owner licence={licence} />,
          state: <LicenceState licence={licence} at={at} />,
          places: <Places licence={licence} />,
        },
      }))}
    />
  );
}

function Name({ licence, formId }: { licence: AdminLicence; formId: string }) {
  return (
    <span className="flex items-center gap-3">
      <SelectRow formId={formId} value={licence.id} name={text('licences.named', { number: String(licence.number) })} />
      <span className="flex min-w-0 flex-col">
        <Link href={`/admin/licences/${licence.number}`} className="link nums whitespace-nowrap">
          {text('licences.numbered', { number: String(licence.number) })}
        </Link>
        <span className="whitespace-nowrap font-mono font-normal text-muted text-sm">{licence.keyHint}</span>
      </span>
    </span>
  );
}

function Owner({ licence: { customerNumber, customerEmail, orderNumber } }: { licence: AdminLicence }) {
  return (
    <span className="flex min-w-0 flex-col items-end sm:items-start">
      <Link href={`/admin/licences?customer=${customerNumber}`} className="link break-all">
        {customerEmail}
      </Link>
      {orderNumber === null ? null : (
        <Link
          href={`/admin/orders/${orderNumber}`}
          className="inline-flex min-h-6 items-center text-muted text-sm underline underline-offset-3"
        >
          {text('licences.order', { number: String(orderNumber) })}
        </Link>
      )}
    </span>
  );
}
