import { Check, CircleDashed, X } from 'lucide-react';
import { text } from '../../../../_texts/text';
import { classNames } from '../../../../_ui/class-names';
import { Table } from '../../../../_ui/table';
import type { CheckRow, Weighed } from '../weigh-checks';

/** The checks of a call in their order, then and now. */
export function ChecksTable({ rows }: { rows: CheckRow[] }) {
  return (
    <Table
      caption={text('logs.checksCaption')}
      columns={[
        { key: 'check', header: text('logs.check') },
        { key: 'saidThen', header: text('logs.saidThen') },
        { key: 'saysNow', header: text('logs.saysNowColumn') },
      ]}
      rows={rows.map(({ check, saidThen, saysNow }) => ({
        id: check,
        cells: {
          check: text(`logs.step.${check}`),
          saidThen: <Said what={saidThen} />,
          saysNow: <Said what={saysNow} />,
        },
      }))}
    />
  );
}

const LOOKS = {
  passed: { icon: Check, ink: 'text-good', word: 'logs.passed' },
  failed: { icon: X, ink: 'font-medium text-bad', word: 'logs.failed' },
  not_reached: { icon: CircleDashed, ink: 'text-muted', word: 'logs.notReached' },
  unknown: { icon: CircleDashed, ink: 'text-muted', word: 'logs.notKnown' },
} as const;

function Said({ what }: { what: Weighed }) {
  const { icon: Icon, ink, word } = LOOKS[what];
  return (
    <span className={classNames('inline-flex items-center gap-2', ink)}>
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={2} />
      {text(word)}
    </span>
  );
}
