import type { OwnActivation } from '@/lib/licensing/list-own-activations';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Table, type TableRow } from '../../_ui/table';
import { DeleteActivation, Place, RenameActivation } from './activation-place';
import type { ShownOn } from './activations-path';

type Column = 'where' | 'product' | 'version' | 'first' | 'last' | 'actions';

type ActivationTableProps = {
  rows: OwnActivation[];
  caption: string;
  on: ShownOn;
  /** Left out where all of them are of one licence. */
  hasProducts?: boolean;
};

/** Places in use, one a row: where, in which version, since when, and with which kind of key. */
export function ActivationTable({ rows, caption, on, hasProducts = false }: ActivationTableProps) {
  return (
    <Table<Column>
      caption={caption}
      columns={[
        { key: 'where', header: text('ownActivations.where') },
        ...(hasProducts ? [{ key: 'product' as const, header: text('account.product') }] : []),
        { key: 'version', header: text('account.versionHeader') },
        { key: 'first', header: text('ownActivations.firstSeen') },
        { key: 'last', header: text('ownActivations.lastSeen') },
        { key: 'actions', header: text('ownActivations.actions'), isHeaderHidden: true, align: 'end' },
      ]}
      rows={rows.map((activation) => toRow(activation, on))}
    />
  );
}

function toRow(activation: OwnActivation, on: ShownOn): TableRow<Column> {
  const { id, version, activatedAt, lastSeenAt } = activation;
  return {
    id,
    cells: {
      where: <Where activation={activation} />,
      product: <Product activation={activation} />,
      version: version === '' ? text('ownActivations.versionUnknown') : <span className="font-mono">{version}</span>,
      first: <DateTime at={activatedAt} />,
      last: <DateTime at={lastSeenAt} />,
      actions: (
        <span className="flex flex-wrap justify-end gap-2">
          <RenameActivation activation={activation} on={on} />
          <DeleteActivation activation={activation} on={on} />
        </span>
      ),
    },
  };
}

function Where({ activation }: { activation: OwnActivation }) {
  const { label, instance, address, keyKind, overLimit } = activation;
  const made = [
    ...(address === '' ? [] : [text('ownActivations.from', { address })]),
    ...(keyKind === undefined ? [] : [text(`ownActivations.with.${keyKind}`)]),
  ];
  return (
    <span className="flex flex-col items-start">
      <Place activation={activation} />
      {label === '' ? null : <span className="break-all font-mono font-normal text-muted text-sm">{instance}</span>}
      <span className="font-normal text-muted text-sm">{made.join(' · ')}</span>
      {overLimit ? <Badge tone="warn">{text('account.overLimit')}</Badge> : null}
    </span>
  );
}

function Product({ activation: { productTitle, licenceNumber } }: { activation: OwnActivation }) {
  return (
    <span className="flex flex-col max-sm:items-end">
      <span>{productTitle}</span>
      <Link href={`/account/licences/${licenceNumber}`} className="link text-sm">
        {text('story.pageTitle', { number: String(licenceNumber) })}
      </Link>
    </span>
  );
}
