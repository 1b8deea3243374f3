import type { DeveloperKey } from '@/lib/access-keys/key-view';
import type { KeyList } from '@/lib/access-keys/list-keys';
import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import type { QuotaStanding } from '@/lib/access-keys/read-quota';
import { text } from '../../_texts/text';
import { EmptyState } from '../../_ui/empty-state';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { CsvExport } from '../../admin/_list/csv-export';
import { ListPager } from '../../admin/_list/list-pager';
import { listHref } from '../../admin/_list/list-view';
import { BulkKeys } from '../_keys/bulk-keys';
import { deskKey } from '../_keys/desk-key';
import { KeyTable } from '../_keys/key-table';
import { AddKey } from './add-key';
import { KeySearch } from './key-search';
import { isNarrowed, KEYS_PATH, type KeysView, sortLink } from './key-view-address';
import { PlanMeters } from './plan-meters';

type DeveloperPanelProps = {
  view: KeysView;
  list: KeyList;
  allowance: KeyAllowance;
  quota: QuotaStanding | undefined;
  markedSid: string | undefined;
  at: Date;
};

/** The developer keys of the signed-in person: what the plan has room for, the list, and everything that can be done. */
export function DeveloperPanel({ view, list, allowance, quota, markedSid, at }: DeveloperPanelProps) {
  return (
    <section aria-labelledby="developer-keys" className="flex scroll-mt-20 flex-col gap-5">
      <div className="flex flex-col items-start justify-between gap-x-6 gap-y-3 sm:flex-row">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id="developer-keys" className="text-xl">
            {text('apiKeys.title')}
          </h2>
          <p className="max-w-text text-muted">
            {text('apiKeys.text')}{' '}
            <Link href="/help/api-keys" className="link">
              {text('apiKeys.help')}
            </Link>
          </p>
        </div>
        <AddKey allowance={allowance} />
      </div>
      <PlanMeters allowance={allowance} quota={quota} />
      <KeySearch view={view} />
      {view.hadKey ? <Notice tone="warn">{text('apiKeys.keyInSearch')}</Notice> : null}
      {list.isCursorBroken ? <Notice tone="warn">{text('lists.cursorBroken')}</Notice> : null}
      {list.rows.length === 0 ? <NoKeys view={view} /> : <Keys view={view} list={list} markedSid={markedSid} at={at} />}
    </section>
  );
}

function Keys({ view, list, markedSid, at }: Pick<DeveloperPanelProps, 'view' | 'list' | 'markedSid' | 'at'>) {
  const hasUnused = list.rows.some((key: DeveloperKey) => key.isUnused) && view.filters.use !== 'unused';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="nums text-muted">
          {text('apiKeys.found', { count: list.count })}
        </p>
        <CsvExport href={listHref({ ...view, path: `${KEYS_PATH}/export` })} />
      </div>
      {hasUnused ? (
        <p className="text-muted">
          {text('apiKeys.advice')}{' '}
          <Link href={listHref(view, { filters: { use: 'unused' } })} className="link">
            {text('apiKeys.adviceUnused')}
          </Link>
        </p>
      ) : null}
      <BulkKeys keys={list.rows.map((key) => deskKey(key, at))}>
        <KeyTable
          keys={list.rows}
          callsOfAll={list.callsOfAll}
          at={at}
          markedSid={markedSid}
          sortBy={(sort) => sortLink(view, sort)}
          isSelectable
        />
      </BulkKeys>
      <ListPager view={view} previous={list.previous} next={list.next} />
    </div>
  );
}

function NoKeys({ view }: { view: KeysView }) {
  if (isNarrowed(view)) {
    return (
      <EmptyState
        title={text('apiKeys.noMatchTitle')}
        text={text('apiKeys.noMatchText')}
        action={
          <LinkButton href={KEYS_PATH} variant="secondary" scroll={false}>
            {text('lists.noMatchAction')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      title={text('apiKeys.emptyTitle')}
      text={text('apiKeys.emptyText')}
      action={<LinkButton href={`${KEYS_PATH}/new`}>{text('apiKeys.add')}</LinkButton>}
    />
  );
}
