import type { LicenceDetail } from '@/lib/licensing/read-licence';
import { licences } from '../../../_texts/en/licences';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Table } from '../../../_ui/table';

/** The keys of a licence by their last characters: the keys themselves never come here. */
export function LicenceKeys({ keys }: { keys: LicenceDetail['keys'] }) {
  return (
    <section aria-labelledby="keys" className="flex flex-col gap-2">
      <h2 id="keys" className="text-lg">
        {text('licences.keysTitle')}
      </h2>
      <p className="text-muted">{text('licences.keysText')}</p>
      <Table
        caption={text('licences.keysTitle')}
        columns={[
          { key: 'key', header: text('licences.key') },
          { key: 'kind', header: text('licences.keyKind') },
          { key: 'state', header: text('licences.state') },
          { key: 'since', header: text('licences.since'), align: 'end' },
        ]}
        rows={keys.map((key) => ({
          id: key.id,
          cells: {
            key: <span className="whitespace-nowrap font-mono text-sm">{key.hint}</span>,
            kind: text(`licences.kind.${key.kind}`),
            state: (
              <Badge tone={key.isOff ? 'warn' : 'good'}>{text(key.isOff ? 'licences.keyOff' : 'licences.keyOn')}</Badge>
            ),
            since: <DateTime at={key.createdAt} />,
          },
        }))}
      />
    </section>
  );
}

/** What happened to a licence, the newest first. */
export function LicenceHistory({ history }: { history: LicenceDetail['history'] }) {
  return (
    <section aria-labelledby="history" className="flex flex-col gap-2">
      <h2 id="history" className="text-lg">
        {text('licences.historyTitle')}
      </h2>
      {history.length === 0 ? (
        <p className="text-muted">{text('licences.historyNone')}</p>
      ) : (
        <Table
          caption={text('licences.historyTitle')}
          columns={[
            { key: 'what', header: text('licences.what') },
            { key: 'who', header: text('licences.who') },
            { key: 'when', header: text('licences.when'), align: 'end' },
          ]}
          rows={history.map((entry) => ({
            id: entry.id,
            cells: {
              what: wordsOf(entry.action),
              who: <span className="break-all">{entry.by}</span>,
              when: <DateTime at={entry.at} form="moment" />,
            },
          }))}
        />
      )}
    </section>
  );
}

// An action of a later version is called by its own name rather than by nothing.
function wordsOf(action: string): string {
  const words: Record<string, unknown> = licences;
  const found = words[`action.${action}`];
  return typeof found === 'string' ? found : action;
}
