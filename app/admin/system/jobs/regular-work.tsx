import { readRegularWork, type RegularWork as Work } from '@/lib/reports/read-regular-work';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Table } from '../../../_ui/table';

const EVERY = {
  audit_seal: 'moments',
  daily_sums: 'day',
  reconcile: 'night',
  backup: 'night',
  drill: 'week',
} as const satisfies Record<Work['name'], string>;

/** What nobody has to ask the store for, and when it was last done. */
export async function RegularWork() {
  const works = await readRegularWork();
  return (
    <section aria-labelledby="by-itself" className="flex flex-col gap-3">
      <h2 id="by-itself" className="text-lg">
        {text('system.byItself')}
      </h2>
      <Table
        caption={text('system.byItselfCaption')}
        columns={[
          { key: 'work', header: text('system.work') },
          { key: 'every', header: text('system.every') },
          { key: 'last', header: text('system.lastDone'), align: 'end' },
        ]}
        rows={works.map(({ name, lastDoneAt }) => ({
          id: name,
          cells: {
            work: text(`system.work.${name}`),
            every: text(`system.every.${EVERY[name]}`),
            last: lastDoneAt ? (
              <DateTime at={lastDoneAt} form="moment" />
            ) : (
              <span className="text-muted">{text('system.notYet')}</span>
            ),
          },
        }))}
      />
    </section>
  );
}
