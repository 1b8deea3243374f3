import type { ExplainedProtocol } from '@/lib/protocols/wc-am/handle';
import { text } from '../../../_texts/text';
import { Table } from '../../../_ui/table';
import { Wire } from './wire';

type AddressesProps = { protocol: ExplainedProtocol; storeUrl: string };

/** The addresses at which client software is answered, without their parameters. */
export function Addresses({ protocol: { softwareAddOn }, storeUrl }: AddressesProps) {
  const rows = [
    { address: `${storeUrl}/?wc-api=wc-am-api`, usedBy: text('compat.address.query') },
    { address: `${storeUrl}/wc-api/wc-am-api/`, usedBy: text('compat.address.path') },
    { address: `${storeUrl}/?wc-api=am-software-api`, usedBy: text('compat.address.legacy') },
    { address: `${storeUrl}/?wc-api=upgrade-api`, usedBy: text('compat.address.upgrade') },
    { address: `${storeUrl}/api/wc-am`, usedBy: text('compat.address.own') },
    { address: `${storeUrl}/?wc-api=${softwareAddOn}`, usedBy: text('compat.address.addOn') },
  ];
  return (
    <>
      <Table
        caption={text('compat.addresses')}
        columns={[
          { key: 'address', header: text('compat.address') },
          { key: 'usedBy', header: text('compat.usedBy') },
        ]}
        rows={rows.map(({ address, usedBy }) => ({ id: address, cells: { address: <Wire>{address}</Wire>, usedBy } }))}
      />
      <p className="max-w-text text-muted">{text('compat.addressUnknown')}</p>
    </>
  );
}

/** Names of older clients and what they are read as. */
export function Aliases({ protocol: { names } }: { protocol: ExplainedProtocol }) {
  return (
    <>
      <Table
        caption={text('compat.aliases')}
        isCaptionHidden={false}
        columns={[
          { key: 'sent', header: text('compat.sentAs') },
          { key: 'read', header: text('compat.readAs') },
        ]}
        rows={names.map(([from, to]) => ({ id: from, cells: { sent: <Wire>{from}</Wire>, read: <Wire>{to}</Wire> } }))}
      />
      <p className="max-w-text text-muted">{text('compat.parentNote')}</p>
    </>
  );
}

/** What each kind of licence key opens. */
export function KeyKinds() {
  const rows = [
    { kind: text('compat.key.master'), opens: text('compat.key.masterOpens') },
    { kind: text('compat.key.product'), opens: text('compat.key.productOpens') },
    { kind: text('compat.key.associated'), opens: text('compat.key.associatedOpens') },
  ];
  return (
    <Table
      caption={text('compat.keysCaption')}
      columns={[
        { key: 'kind', header: text('compat.keyKind') },
        { key: 'opens', header: text('compat.opens') },
      ]}
      rows={rows.map((cells) => ({ id: cells.kind, cells }))}
    />
  );
}
