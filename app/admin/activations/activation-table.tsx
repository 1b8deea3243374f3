import type { AdminActivation } from '@/lib/licensing/list-activations';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Table } from '../../_ui/table';
import { SelectRow } from '../_list/select-row';
import { DeleteActivation } from './delete-activation';

type ActivationTableProps = {
  rows: AdminActivation[];
  /** Left out where nothing is selected: on a licence's own page. */
  formId?: string;
  /** Where deleting one comes back to. */
  back: string;
};

/** Activations, each with its Delete button. */
export function ActivationTable({ rows, formId, back }: ActivationTableProps) {
  return (
    <Table
      caption={text('activations.caption')}
      columns={[
        { key: 'where', header: text('activations.where') },
        { key: 'product', header: text('activations.product') },
        { key: 'customer', header: text('activations.customer') },
        { key: 'version', header: text('activations.version') },
        { key: 'seen', header: text('activations.seen'), align: 'end' },
        { key: 'actions', header: text('activations.actions'), isHeaderHidden: true, align: 'end' },
      ]}
      rows={rows.map((activation) => ({
        id: activation.id,
        cells: {
          where: <Where activation={activation} formId={formId} />,
          product: <Bought activation={activation} />,
          customer: (
            <Link href={`/admin/activations?customer=${activation.customerNumber}`} className="link break-all">
              {activation.customerEmail}
            </Link>
          ),
          version: activation.version ? (
            <span className="break-all font-mono text-sm">{activation.version}</span>
          ) : (
            <span className="text-muted">{text('activations.noVersion')}</span>
          ),
          seen: (
            <span className="inline-flex flex-col items-end">
              <DateTime at={activation.lastSeenAt} />
              <span className="text-muted text-sm">
                {text('activations.activated')} <DateTime at={activation.activatedAt} />
              </span>
            </span>
          ),
          actions: <DeleteActivation id={activation.id} name={nameOf(activation)} back={back} />,
        },
      }))}
    />
  );
}

type WhereProps = { activation: AdminActivation; formId: string | undefined };

function Where({ activation, formId }: WhereProps) {
  const { id, label, instance, overLimit } = activation;
  return (
    <span className="flex items-center gap-3">
      {formId ? (
        <SelectRow formId={formId} value={id} name={text('activations.named', { name: nameOf(activation) })} />
      ) : null}
      <span className="flex min-w-0 flex-col items-start">
        <span className="break-all">{label || text('activations.noLabel')}</span>
        <span className="break-all font-mono font-normal text-muted text-sm">{instance}</span>
        {overLimit ? <Badge tone="warn">{text('activations.overLimit')}</Badge> : null}
      </span>
    </span>
  );
}

function Bought({ activation: { productTitle, licenceNumber } }: { activation: AdminActivation }) {
  return (
    <span className="flex flex-col items-end sm:items-start">
      <span>{productTitle}</span>
      <Link href={`/admin/licences/${licenceNumber}`} className="text-muted text-sm underline underline-offset-3">
        {text('activations.licence', { number: String(licenceNumber) })}
      </Link>
    </span>
  );
}

function nameOf({ label, instance }: AdminActivation): string {
  return label || instance;
}
