import type { ReactNode } from 'react';
import type { KeyOfOwner } from '@/lib/access-keys/list-every-key';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Facts } from '../../logs/_parts/facts';

/** What is known of a key; never its value. */
export function KeyFacts({ row }: { row: KeyOfOwner }) {
  return <Facts label={text('keyAdmin.facts')} facts={[...identity(row), ...life(row), ...limits(row)]} />;
}

type Fact = [name: string, value: ReactNode | undefined];

function identity({ sid, prefix, kind, customerEmail, customerNumber }: KeyOfOwner): Fact[] {
  return [
    [
      text('keyAdmin.owner'),
      <Link key="owner" href={`/admin/customers/${customerNumber}`} className="link break-all">
        {customerEmail}
      </Link>,
    ],
    [text('keyAdmin.kind'), text(`apiKeys.kind.${kind}`)],
    [
      text('keyAdmin.sid'),
      <span key="sid" className="flex items-center gap-1">
        <span className="break-all font-mono text-sm">{sid}</span>
        <CopyButton name={text('keyAdmin.sid')} value={sid} />
      </span>,
    ],
    [
      text('keyAdmin.prefix'),
      <span key="prefix" className="break-all font-mono text-sm">
        {prefix}
      </span>,
    ],
  ];
}

function life(row: KeyOfOwner): Fact[] {
  const { createdAt, createdBy, secretMadeAt, expiresAt, lastUsedAt, lastUsedFrom, blocked } = row;
  return [
    [
      text('keyAdmin.created'),
      <span key="created">
        <DateTime at={createdAt} form="moment" />{' '}
        <span className="text-muted">
          {text(createdBy === 'you' ? 'keyAdmin.by.owner' : `apiKeys.by.${createdBy}`)}
        </span>
      </span>,
    ],
    [text('keyAdmin.valueSince'), <DateTime key="value" at={secretMadeAt} form="moment" />],
    [
      text('keyAdmin.expires'),
      expiresAt ? <DateTime key="expires" at={expiresAt} form="moment" /> : text('keyAdmin.never'),
    ],
    [
      text('keyAdmin.lastUsed'),
      lastUsedAt ? <DateTime key="used" at={lastUsedAt} form="moment" /> : text('keyAdmin.never'),
    ],
    [text('keyAdmin.lastUsedFrom'), lastUsedFrom ?? undefined],
    [text('keyAdmin.blocked'), blocked ? text(`keyAdmin.blocked_${blocked}`) : undefined],
  ];
}

function limits({ access, addresses, rate, monthlyCap }: KeyOfOwner): Fact[] {
  return [
    [
      text('keyAdmin.access'),
      access.mode === 'full' ? (
        text('keyAdmin.accessFull')
      ) : (
        <details key="access">
          <summary className="link">{text('keyAdmin.accessSome', { count: access.operations.length })}</summary>
          <ul className="break-all font-mono text-sm">
            {access.operations.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </details>
      ),
    ],
    [
      text('keyAdmin.addresses'),
      addresses.length === 0 ? (
        text('keyAdmin.anywhere')
      ) : (
        <span key="addresses" className="break-all font-mono text-sm">
          {addresses.join(', ')}
        </span>
      ),
    ],
    [
      text('keyAdmin.rate'),
      rate
        ? text('keyAdmin.rateOwn', { calls: rate.calls, window: text(`keyAdmin.window.${rate.window}`) })
        : text('keyAdmin.rateStore'),
    ],
    [text('keyAdmin.cap'), monthlyCap === null ? text('keyAdmin.capNone') : monthlyCap.toLocaleString('en')],
  ];
}
