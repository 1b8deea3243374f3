import type { ReactNode } from 'react';
import type { DeveloperKey } from '@/lib/access-keys/key-view';
import type { KeySort } from '@/lib/access-keys/list-keys';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Table, type TableColumn, type TableRow } from '../../_ui/table';
import { SelectKey } from './bulk-keys';
import { deskKey } from './desk-key';
import { KeyBadges } from './key-badges';
import { KeyCalls } from './key-calls';
import { KeyState } from './key-state';
import { NoteField } from './note-field';
import { RevealKey, RowButtons } from './row-buttons';
import { ScrollHere } from './scroll-here';

type Column = 'name' | 'key' | 'lastUsed' | 'expires' | 'status' | 'calls';

export type KeyTableProps = {
  keys: DeveloperKey[];
  callsOfAll: number;
  at: Date;
  /** The key that was just made or is being looked for. */
  markedSid?: string | undefined;
  /** Where a press on a header leads; left out, the table has one order only. */
  sortBy?: (sort: KeySort) => NonNullable<TableColumn<Column>['sort']>;
  /** Whether rows can be chosen for a bulk change. */
  isSelectable?: boolean;
};

/** Developer keys with everything that can be done to them. Stands inside `KeyDesk`. */
export function KeyTable({ keys, callsOfAll, at, markedSid, sortBy, isSelectable = false }: KeyTableProps) {
  const column = (key: Column, header: string, sort?: KeySort): TableColumn<Column> => ({
    key,
    header,
    ...(sort && sortBy ? { sort: sortBy(sort) } : {}),
  });
  return (
    <Table<Column>
      caption={text('apiKeys.caption')}
      columns={[
        column('name', text('apiKeys.name'), 'name'),
        column('key', text('apiKeys.key')),
        column('lastUsed', text('apiKeys.lastUsed'), 'last_used'),
        column('expires', text('apiKeys.expires'), 'expires'),
        column('status', text('apiKeys.status')),
        column('calls', text('apiKeys.calls'), 'calls'),
      ]}
      rows={keys.map((key) => toRow(key, { callsOfAll, at, isSelectable, isMarked: key.sid === markedSid }))}
    />
  );
}

type RowFacts = { callsOfAll: number; at: Date; isSelectable: boolean; isMarked: boolean };

function toRow(key: DeveloperKey, { callsOfAll, at, isSelectable, isMarked }: RowFacts): TableRow<Column> {
  const desk = deskKey(key, at);
  return {
    id: key.sid,
    isMarked,
    cells: {
      name: (
        <span className="flex items-start gap-3">
          {isSelectable ? <SelectKey of={desk} /> : null}
          <span className="flex min-w-0 flex-col gap-0.5 sm:max-w-64">
            {isMarked ? <ScrollHere /> : null}
            <Link href={`/account/api-keys/${key.sid}`} className="link break-words font-medium">
              {key.name}
            </Link>
            <NoteField of={desk} />
          </span>
        </span>
      ),
      key: (
        <MaskedKey of={key} reveal={desk.isRevealable && key.state !== 'revoked' ? <RevealKey of={desk} /> : null} />
      ),
      lastUsed: key.lastUsedAt ? <DateTime at={key.lastUsedAt} /> : <Muted>{text('apiKeys.never')}</Muted>,
      expires: key.expiresAt ? <DateTime at={key.expiresAt} /> : <Muted>{text('apiKeys.noExpiry')}</Muted>,
      status: <KeyState of={key} desk={desk} />,
      calls: <KeyCalls of={key} callsOfAll={callsOfAll} />,
    },
    detail: (
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="flex flex-wrap items-center gap-2">
          <KeyBadges of={key} />
        </span>
        <RowButtons of={desk} />
      </div>
    ),
  };
}

/** The kind, and of the key what may be seen of it. */
function MaskedKey({ of: key, reveal }: { of: DeveloperKey; reveal: ReactNode }) {
  return (
    <span className="inline-flex flex-col">
      <span className="inline-flex items-center gap-1 whitespace-nowrap font-mono text-sm">
        <span className="max-w-40 truncate">{key.prefix}</span>
        {key.kind === 'pair' ? null : (
          <span aria-hidden="true" className="text-muted">
            ••••
          </span>
        )}
        {reveal}
      </span>
      <span className="text-muted text-sm">{text(`apiKeys.kind.${key.kind}`)}</span>
    </span>
  );
}

function Muted({ children }: { children: ReactNode }) {
  return <span className="text-muted">{children}</span>;
}
