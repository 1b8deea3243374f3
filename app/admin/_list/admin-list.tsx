import type { ReactNode } from 'react';
import { text } from '../../_texts/text';
import { EmptyState } from '../../_ui/empty-state';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { CsvExport } from './csv-export';
import { FilterChips } from './filter-chips';
import { FilterSelects } from './filter-selects';
import type { ListFilter } from './list-filter';
import { ListPager } from './list-pager';
import { ListSearch } from './list-search';
import { isNarrowed, type ListNote, type ListView, listHref } from './list-view';

type AdminListProps = {
  view: ListView;
  /** What can be searched, for the box: "Host, e-mail, order number or key". */
  searchLabel: string;
  filters: ListFilter[];
  /** As `readKeysetPage` answers it. */
  page: { rows: readonly unknown[]; previous: string | undefined; next: string | undefined; isCursorBroken: boolean };
  /** "1,204 licences", "More than 10,000 licences". */
  count: string;
  /** The list's `export` route, without parameters; left out, there is no export. */
  exportPath?: string;
  /** What stands there while the store has none of these at all. */
  empty: { title: string; text: string; action?: ReactNode };
  /** The table. */
  children: ReactNode;
};

/**
 * The shape of every admin list: search box (focus with /, answers while typing), filters that live in the address,
 * removable chips, count, table, pages by keyset, CSV, and the two kinds of nothing.
 *
 * How to make one:
 * 1. The feature reads a page with `readKeysetPage` (lib/db/keyset-page) inside `inListRead`, and counts to 10,000 at most.
 * 2. The page: `await requireAdmin(path)`, `readListView(path, await searchParams, ['state', 'product'])`, then this
 *    component around a `Table`. Filter values come from the address: look them up among the known ones before use.
 * 3. Searching posts to `searchList` (actions.ts), because a pasted key must never reach an address. It finds keys by their
 *    digest and goes to `foundKeyHref` (found-key-href.ts); give a new list its line there. All other texts become `?q=`.
 * 4. Changes of several rows: `SelectRow` in the first cell, `BulkBar` beside the table, both with the same form id; the
 *    action answers with a redirect to `?change=…`, for which the page shows `UndoNotice`.
 * 5. CSV: a route `export/route.ts` that answers with `csvResponse` (csv-response.ts) from pages read one after the other.
 */
export function AdminList({ view, searchLabel, filters, page, count, exportPath, empty, children }: AdminListProps) {
  const isEmpty = page.rows.length === 0;
  const isNew = isEmpty && !isNarrowed(view);
  return (
    <div className="flex flex-col gap-4">
      <search className="flex flex-col gap-3">
        <ListSearch
          list={listHref(view, { q: '' })}
          q={view.q}
          label={searchLabel}
          {...(view.note ? { note: view.note } : {})}
        />
        <FilterSelects path={view.path} q={view.q} chosen={view.filters} filters={filters} />
        <FilterChips view={view} filters={filters} />
      </search>
      <Told note={view.note} isCursorBroken={page.isCursorBroken} />
      {isNew ? null : (
        <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p role="status" className="nums text-muted">
            {count}
          </p>
          {exportPath && !isEmpty ? <CsvExport href={listHref({ ...view, path: exportPath })} /> : null}
        </div>
      )}
      {isNew ? <EmptyState {...empty} /> : null}
      {isEmpty && !isNew ? <NoMatch view={view} /> : null}
      {isEmpty ? null : children}
      <ListPager view={view} previous={page.previous} next={page.next} />
    </div>
  );
}

const SAID = {
  key_unknown: 'lists.keyUnknown',
  key_found: 'lists.keyFound',
  key_in_address: 'lists.keyInAddress',
} as const;

function Told({ note, isCursorBroken }: { note: ListNote | undefined; isCursorBroken: boolean }) {
  return (
    <>
      {note ? (
        <Notice tone={note === 'key_found' ? 'good' : 'warn'} isAnswer>
          {text(SAID[note])}
        </Notice>
      ) : null}
      {isCursorBroken ? <Notice tone="warn">{text('lists.cursorBroken')}</Notice> : null}
    </>
  );
}

function NoMatch({ view }: { view: ListView }) {
  return (
    <EmptyState
      title={text('lists.noMatchTitle')}
      text={text('lists.noMatchText')}
      action={
        <LinkButton href={view.path} variant="secondary">
          {text('lists.noMatchAction')}
        </LinkButton>
      }
    />
  );
}
