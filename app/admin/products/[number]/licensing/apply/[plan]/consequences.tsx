import type { TermPreview } from '@/lib/licensing/preview-plan-terms';
import { text } from '../../../../../../_texts/text';
import { Table } from '../../../../../../_ui/table';

/** In the order in which one wants to know them; the first two always, the others where they happen. */
const ALWAYS = ['licences', 'changing'] as const;
const SOMETIMES = [
  'limitRaised',
  'limitLowered',
  'activationsBeyond',
  'endsLater',
  'worksAgain',
  'endsSooner',
  'endsNow',
  'updatesLonger',
  'updatesShorter',
] as const;

/** What applying the terms would do, counted. */
export function Consequences({ preview }: { preview: TermPreview }) {
  const shown = [...ALWAYS, ...SOMETIMES.filter((name) => preview[name] > 0)];
  return (
    <section aria-labelledby="consequences" className="flex flex-col gap-2">
      <h3 id="consequences" className="text-base">
        {text('applyTerms.counts')}
      </h3>
      <Table
        caption={text('applyTerms.caption')}
        columns={[
          { key: 'what', header: text('applyTerms.what') },
          { key: 'count', header: text('applyTerms.howMany'), align: 'end' },
        ]}
        rows={shown.map((name) => ({
          id: name,
          cells: {
            what: <span className="font-normal">{text(`applyTerms.count.${name}`)}</span>,
            count: <span className="nums font-medium">{preview[name].toLocaleString('en')}</span>,
          },
        }))}
      />
    </section>
  );
}
