import type { KeyUsage } from '@/lib/access-keys/read-usage';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Dialog } from '../../../../_ui/dialog';
import { SubmitButton } from '../../../../_ui/submit-button';
import { Table } from '../../../../_ui/table';
import { restrictToNetworks } from './actions';

const counts = new Intl.NumberFormat('en');

type NetworksPartProps = { sid: string; networks: KeyUsage['networks'] /** Empty: no offer. */; offered: string[] };

/** Where a key was used from, and the offer to let it be used from nowhere else. */
export function NetworksPart({ sid, networks, offered }: NetworksPartProps) {
  return (
    <section aria-labelledby="networks" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-col gap-2">
          <h2 id="networks" className="text-lg">
            {text('usage.networksTitle')}
          </h2>
          <p className="max-w-text text-muted">
            {networks.length === 0 ? text('usage.networksNone') : text('usage.networksText')}
          </p>
        </div>
        {offered.length > 0 ? <RestrictDialog sid={sid} offered={offered} /> : null}
      </div>
      {networks.length === 0 ? null : (
        <Table
          caption={text('usage.networksTitle')}
          columns={[
            { key: 'block', header: text('usage.network') },
            { key: 'first', header: text('usage.firstSeen') },
            { key: 'last', header: text('usage.lastSeen') },
            { key: 'calls', header: text('usage.calls'), align: 'end' },
          ]}
          rows={networks.map(({ block, calls, firstSeenAt, lastSeenAt }) => ({
            id: block,
            cells: {
              block: <span className="break-all font-mono text-sm">{block}</span>,
              first: <DateTime at={firstSeenAt} />,
              last: <DateTime at={lastSeenAt} form="moment" />,
              calls: <span className="nums">{counts.format(calls)}</span>,
            },
          }))}
        />
      )}
    </section>
  );
}

function RestrictDialog({ sid, offered }: { sid: string; offered: string[] }) {
  return (
    <Dialog
      trigger={text('usage.networksAction')}
      look={{ variant: 'secondary', size: 'small' }}
      title={text('usage.networksAsk', { networks: offered.join(', ') })}
      text={text('usage.networksAskText')}
      closeText={text('usage.networksCancel')}
    >
      <form action={restrictToNetworks}>
        <input type="hidden" name="sid" value={sid} />
        <input type="hidden" name="networks" value={offered.join(' ')} />
        <SubmitButton pendingText={text('usage.networksPending')}>{text('usage.networksAction')}</SubmitButton>
      </form>
    </Dialog>
  );
}
