import type { KeyNow } from '@/lib/licensing/ask-again';
import { text } from '../../../../_texts/text';
import { Badge } from '../../../../_ui/badge';
import { Link } from '../../../../_ui/link';
import { Table } from '../../../../_ui/table';

type KeysNowProps = {
  keys: KeyNow[];
  hint: string;
  wasUnknown: boolean;
  /** The call lacked something, so there is no question that a key could be asked now. */
  isUnasked: boolean;
};

/** The keys that the call may have come with, as they stand now. */
export function KeysNow({ keys, hint, wasUnknown, isUnasked }: KeysNowProps) {
  const isKnowable = /….{4}$/.test(hint);
  return (
    <div className="flex flex-col gap-3 pt-2">
      <h3 className="font-semibold">{text('logs.keysTitle')}</h3>
      <p className="max-w-text text-muted">{toldOf(keys, isKnowable, wasUnknown)}</p>
      {keys.length === 0 ? null : (
        <Table
          caption={text('logs.keysTitle')}
          columns={[
            { key: 'key', header: text('logs.key') },
            { key: 'customer', header: text('logs.customer') },
            { key: 'licence', header: text('logs.licence') },
            ...(isUnasked ? [] : [{ key: 'says', header: text('logs.saysNow') }]),
          ]}
          rows={keys.map((key) => ({
            id: key.id,
            cells: {
              key: <Name hint={hint} of={key} />,
              customer: <Owner of={key} />,
              licence: <Licence of={key} />,
              says: <Says of={key} />,
            },
          }))}
        />
      )}
    </div>
  );
}

function toldOf(keys: KeyNow[], isKnowable: boolean, wasUnknown: boolean): string {
  if (!isKnowable) return text('logs.keysUnknowable');
  if (keys.length === 0) return text('logs.keysNone');
  return wasUnknown ? text('logs.keysOtherThan') : text('logs.keysMany', { count: keys.length });
}

function Name({ hint, of }: { hint: string; of: KeyNow }) {
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap font-mono text-sm">{hint}</span>
      <span className="font-normal text-muted text-sm">{text(`logs.kind.${of.kind}`)}</span>
    </span>
  );
}

function Owner({ of: { customer } }: { of: KeyNow }) {
  if (!customer) return <Badge>{text('logs.inStock')}</Badge>;
  return (
    <Link href={`/admin/licences?customer=${customer.number}`} className="link break-all">
      {customer.email}
    </Link>
  );
}

function Licence({ of: { licenceNumber } }: { of: KeyNow }) {
  if (licenceNumber === undefined) return '';
  return (
    <span className="flex flex-col items-end gap-1 sm:items-start">
      <Link href={`/admin/licences/${licenceNumber}`} className="link nums whitespace-nowrap">
        {text('licences.numbered', { number: String(licenceNumber) })}
      </Link>
      <Link
        href={`/admin/licences/${licenceNumber}#why`}
        aria-label={text('story.callLinkName', { number: String(licenceNumber) })}
        className="link text-sm"
      >
        {text('story.callLink')}
      </Link>
    </span>
  );
}

function Says({ of: key }: { of: KeyNow }) {
  const { verdict } = key;
  const closed = [
    key.isReplaced ? text('logs.keyReplaced') : '',
    key.isKeyDisabled ? text('logs.keyDisabled') : '',
    key.isAccountDisabled ? text('logs.accountDisabled') : '',
  ].filter((word) => word !== '');
  return (
    <span className="flex flex-wrap justify-end gap-1 sm:justify-start">
      <Badge tone={verdict.ok ? 'good' : 'bad'}>
        {verdict.ok ? text('logs.accepted') : text(`refusals.name.${verdict.reason}`)}
      </Badge>
      {closed.map((word) => (
        <Badge key={word} tone="warn">
          {word}
        </Badge>
      ))}
    </span>
  );
}
