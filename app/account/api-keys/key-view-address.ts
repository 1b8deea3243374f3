import type { KeyFilter } from '@/lib/access-keys/key-statement';
import { KEY_SORTS, type KeySort } from '@/lib/access-keys/list-keys';
import type { TableColumn } from '../../_ui/table';
import { type ListView, listHref, readListView } from '../../admin/_list/list-view';
import { one, type SearchParams } from '../../products/catalogue-view';

export const KEYS_PATH = '/account/api-keys';

const SHOWN_OF_A_KEY = 10;
const LONGEST = 100;

/** What the address says of the list of developer keys. Anything may stand there; what is not understood is left out. */
export type KeysView = ListView & { sort: KeySort | undefined; direction: 'asc' | 'desc'; hadKey: boolean };

/** Reads the address. Of a whole key only the part counts that lists show anyway: the rest has no place in an address. */
export function readKeysView(params: SearchParams): KeysView {
  const typed = (one(params.q) ?? '').replaceAll('\0', '').trim().slice(0, LONGEST);
  const hadKey = /^lk[a-z]_\S{12,}/.test(typed);
  const view = readListView(KEYS_PATH, { ...params, q: undefined }, ['kind', 'status', 'use', 'sort', 'dir']);
  const sort = KEY_SORTS.find((known) => known === view.filters.sort);
  const direction = view.filters.dir === 'asc' || view.filters.dir === 'desc' ? view.filters.dir : usual(sort);
  return { ...view, q: hadKey ? typed.slice(0, SHOWN_OF_A_KEY) : typed, sort, direction, hadKey };
}

/** The filter that the address asks for. */
export function keyFilter({ q, filters: { kind, status, use } }: KeysView): KeyFilter {
  const known = {
    kind: (['standard', 'secret', 'pair'] as const).find((value) => value === kind),
    state: (['active', 'disabled', 'expired', 'revoked'] as const).find((value) => value === status),
  };
  return {
    ...(q === '' ? {} : { text: q }),
    ...(known.kind ? { kind: known.kind } : {}),
    ...(known.state ? { state: known.state } : {}),
    ...(use === 'unused' ? { isUnused: true } : {}),
    ...(use === 'expiring' ? { isExpiring: true } : {}),
  };
}

/** Whether less than all keys are shown. */
export function isNarrowed({ q, filters: { kind, status, use } }: KeysView): boolean {
  return q !== '' || kind !== undefined || status !== undefined || use !== undefined;
}

/** The list ordered by a column: by its usual direction first, by the other one at the next press. */
export function sortLink(view: KeysView, sort: KeySort): NonNullable<TableColumn<string>['sort']> {
  const isNow = view.sort === sort;
  const dir = isNow ? (view.direction === 'asc' ? 'desc' : 'asc') : usual(sort);
  const href = listHref(view, { filters: { sort, dir } });
  return isNow ? { href, now: view.direction === 'asc' ? 'ascending' : 'descending' } : { href };
}

function usual(sort: KeySort | undefined): 'asc' | 'desc' {
  return sort === 'name' || sort === 'expires' ? 'asc' : 'desc';
}
