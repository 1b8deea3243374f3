import { one, type SearchParams } from '../../products/catalogue-view';

/** What the address of an admin list says. Anything may stand there; what is not understood is left out. */
export type ListView = {
  /** The address without its question mark, for example `/admin/licences`. */
  path: string;
  /** The searched text; never a key. */
  q: string;
  /** Only the filters that the list knows and that have a value. */
  filters: Readonly<Record<string, string>>;
  after?: string;
  before?: string;
  /** The bulk change just made, which can be undone. */
  change?: string;
  note?: ListNote;
};

/** What is told once above the list. */
export type ListNote = 'key_unknown' | 'key_found' | 'key_in_address';

const LONGEST = 200;
const NOTES: readonly ListNote[] = ['key_unknown', 'key_found'];

/** Reads a list's address. `filterNames` are the parameters that this list filters by. */
export function readListView(path: string, params: SearchParams, filterNames: readonly string[]): ListView {
  const typed = plain(one(params.q));
  const hasKey = looksLikeKey(typed);
  const after = one(params.after);
  const before = one(params.before);
  const change = one(params.change);
  const note = hasKey ? 'key_in_address' : NOTES.find((known) => known === one(params.note));
  const filters = filterNames.map((name) => [name, plain(one(params[name]))] as const);
  return {
    path,
    q: hasKey ? '' : typed,
    filters: Object.fromEntries(filters.filter(([, value]) => value !== '')),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    ...(change === undefined ? {} : { change }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Where a list begins again with other words or filters: what is not named stays, an empty filter goes, pages start anew. */
export function listHref(
  view: Pick<ListView, 'path' | 'q' | 'filters'>,
  change: { q?: string; filters?: Record<string, string>; after?: string; before?: string } = {},
): string {
  const { q = view.q, filters = {}, after, before } = change;
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const [name, value] of Object.entries({ ...view.filters, ...filters })) if (value) params.set(name, value);
  if (after) params.set('after', after);
  if (before) params.set('before', before);
  return params.size > 0 ? `${view.path}?${params}` : view.path;
}

/** True when the list shows less than everything. */
export function isNarrowed(view: ListView): boolean {
  return view.q !== '' || Object.keys(view.filters).length > 0;
}

/** A key of the store's own making, or the beginning of one. Foreign keys have any shape; only their digest tells. */
export function looksLikeKey(text: string): boolean {
  return /^lk[a-z]_/.test(text);
}

function plain(value: string | undefined): string {
  return (value ?? '').replaceAll('\0', '').trim().slice(0, LONGEST);
}
