import type { RefusedCalls as Refused, RefusedCall } from '@/lib/licensing/list-refused-calls';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { Table } from '../../../_ui/table';
import { placeOf } from '../../api-keys/activation-place';
import { fixOf, linkOf, whyOf } from './refusal-words';

type RefusedCallsProps = {
  refused: Refused;
  /** How long the store remembers calls. */
  days: number;
};

/** The last calls that were refused with a key of the licence: when, where, why, and what helps. Not from which network. */
export function RefusedCalls({ refused, days }: RefusedCallsProps) {
  const { calls, planNumber, isKeyAmbiguous } = refused;
  return (
    <section aria-labelledby="refused" className="flex flex-col gap-3">
      <h2 id="refused" className="scroll-mt-20 text-lg">
        {text('ownActivations.refusedTitle')}
      </h2>
      <p className="max-w-text text-muted">{text('ownActivations.refusedText', { count: days })}</p>
      {isKeyAmbiguous ? <Notice>{text('ownActivations.refusedAmbiguous')}</Notice> : null}
      {calls.length === 0 ? (
        <p>{text('ownActivations.refusedNone')}</p>
      ) : (
        <Table
          caption={text('ownActivations.refusedCaption')}
          columns={[
            { key: 'when', header: text('ownActivations.refusedWhen') },
            { key: 'where', header: text('ownActivations.refusedWhere') },
            { key: 'why', header: text('ownActivations.refusedWhy') },
          ]}
          rows={calls.map((call) => ({
            id: `${call.at.getTime()}-${call.reason}-${call.instance}-${call.product}-${call.keyKind}`,
            cells: {
              when: <When call={call} />,
              where: <Where call={call} />,
              why: <Why call={call} planNumber={planNumber} />,
            },
          }))}
        />
      )}
      <p className="max-w-text text-muted text-sm">{text('ownActivations.refusedUnknown')}</p>
    </section>
  );
}

function When({ call: { at, count } }: { call: RefusedCall }) {
  return (
    <span className="flex flex-col items-start font-normal text-base">
      <DateTime at={at} form="moment" />
      {count > 1 ? <span className="text-muted text-sm">{text('ownActivations.refusedTimes', { count })}</span> : null}
    </span>
  );
}

function Where({ call: { place, instance, keyKind } }: { call: RefusedCall }) {
  return (
    <span className="flex flex-col max-sm:items-end max-sm:text-end">
      {place === '' ? null : <span className="break-all">{placeOf({ label: place, instance })}</span>}
      {instance === '' ? (
        text('ownActivations.refusedNoInstance')
      ) : (
        <span className="break-all font-mono text-muted text-sm">{instance}</span>
      )}
      {keyKind === undefined ? null : (
        <span className="text-muted text-sm">{text(`ownActivations.with.${keyKind}`)}</span>
      )}
    </span>
  );
}

function Why({ call, planNumber }: { call: RefusedCall; planNumber: number }) {
  const link = linkOf(call.reason);
  return (
    <span className="flex max-w-text flex-col items-start gap-0.5">
      <span>{whyOf(call)}</span>
      {call.isOver ? (
        <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
          <Badge tone="good">{text('ownActivations.over')}</Badge> {text('ownActivations.overText')}
        </span>
      ) : (
        <span className="text-muted text-sm">
          {fixOf(call, planNumber)}{' '}
          {link ? (
            <Link href={link.href} className="link">
              {link.words}
            </Link>
          ) : null}
        </span>
      )}
    </span>
  );
}
