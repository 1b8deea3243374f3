import type { Allowance } from '@/lib/licensing/allowance';
import type { OwnActivationList } from '@/lib/licensing/list-own-activations';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { ListPager } from '../../../admin/_list/list-pager';
import type { ListView } from '../../../admin/_list/list-view';
import { usedOfTotal } from '../../_parts/used';
import { ActivationTable } from '../../api-keys/activation-table';

type LicenceActivationsProps = { view: ListView; list: OwnActivationList; allowance: Allowance; licenceNumber: number };

/** Where one licence is in use, how many places are left, and what to do when none is. */
export function LicenceActivations({ view, list, allowance, licenceNumber }: LicenceActivationsProps) {
  const isEmpty = list.rows.length === 0;
  return (
    <section aria-labelledby="activations" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="activations" className="scroll-mt-20 text-lg">
          {text('ownActivations.title')}
        </h2>
        <span className="nums text-muted">{usedOfTotal(allowance)}</span>
      </div>
      {allowance.remaining === 0 ? (
        <p>
          {text('ownActivations.full')}{' '}
          <Link href="/help/activation-limit" className="link">
            {text('ownActivations.fullHelp')}
          </Link>
        </p>
      ) : null}
      {list.isCursorBroken ? <Notice tone="warn">{text('lists.cursorBroken')}</Notice> : null}
      {isEmpty ? (
        <p className="text-muted">
          {text('account.noActivations')}{' '}
          <Link href="/help/activate" className="link">
            {text('ownActivations.howToActivate')}
          </Link>
        </p>
      ) : (
        <ActivationTable
          rows={list.rows}
          caption={text('ownActivations.caption')}
          on={{ licence: String(licenceNumber) }}
        />
      )}
      <ListPager view={view} previous={list.previous} next={list.next} />
    </section>
  );
}
