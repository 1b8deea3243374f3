import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';
import { Facts } from '../../../admin/logs/_parts/facts';

/** What is known of a key, by the names its owner knows from elsewhere: Sid, Name, Description, Prefix, Created, Expiry Date. */
export function KeyFacts({ of: key }: { of: DeveloperKey }) {
  return (
    <Facts
      label={text('apiKeys.factsTitle')}
      facts={[
        [text('apiKeys.sid'), <Copied key="sid" value={key.sid} name={text('apiKeys.sidName', { name: key.name })} />],
        [text('apiKeys.name'), key.name],
        [text('apiKeys.kind'), text(`apiKeys.kind.${key.kind}`)],
        [
          text(key.kind === 'pair' ? 'apiKeys.accessKeyId' : 'apiKeys.prefix'),
          <Copied
            key="prefix"
            value={key.prefix}
            name={text(key.kind === 'pair' ? 'apiKeys.accessKeyId' : 'apiKeys.prefix')}
          />,
        ],
        [text('apiKeys.created'), <Created key="created" of={key} />],
        [
          text(key.kind === 'pair' ? 'apiKeys.validUntil' : 'apiKeys.expiryDate'),
          key.expiresAt ? <DateTime key="end" at={key.expiresAt} form="moment" /> : text('apiKeys.noExpiry'),
        ],
        [text('apiKeys.lastUsed'), <LastUsed key="used" of={key} />],
        [text('apiKeys.calls'), <span key="calls">{key.callsThisMonth.toLocaleString('en')}</span>],
        [
          text('apiKeys.access'),
          key.access.mode === 'full'
            ? text('apiKeys.accessFull')
            : text('apiKeys.accessSome', { count: key.access.operations.length }),
        ],
        [text('apiKeys.addresses'), key.addresses.join(', ') || text('apiKeys.anywhere')],
        [text('apiKeys.limits'), limitsOf(key)],
        [text('apiKeys.note'), key.note ?? text('apiKeys.none')],
        [text('apiKeys.description'), key.description ?? text('apiKeys.none')],
      ]}
    />
  );
}

function Copied({ value, name }: { value: string; name: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span className="min-w-0 break-all font-mono text-sm">{value}</span>
      <CopyButton name={name} value={value} />
    </span>
  );
}

function Created({ of: { createdAt, createdBy } }: { of: DeveloperKey }) {
  return (
    <span>
      <DateTime at={createdAt} form="moment" /> {text(`apiKeys.by.${createdBy}`)}
    </span>
  );
}

function LastUsed({ of: { lastUsedAt, lastUsedFrom } }: { of: DeveloperKey }) {
  if (!lastUsedAt) return text('apiKeys.never');
  return (
    <span>
      <DateTime at={lastUsedAt} form="moment" />{' '}
      {lastUsedFrom ? text('apiKeys.lastUsedFrom', { address: lastUsedFrom }) : null}
    </span>
  );
}

function limitsOf({ rate, monthlyCap, headersOnly }: DeveloperKey): string {
  const limits = [
    rate ? text('apiKeys.limitRate', { calls: rate.calls, window: text(`apiKeys.window.${rate.window}`) }) : '',
    monthlyCap === null ? '' : text('apiKeys.limitCap', { calls: monthlyCap }),
    headersOnly ? text('apiKeys.badge.headersOnly') : '',
  ].filter(Boolean);
  return limits.join(', ') || text('apiKeys.limitsStore');
}
