import { listEntryKinds } from '@/lib/audit/entry-filter';
import { exportEntries } from '@/lib/audit/export-entries';
import type { ListedEntry } from '@/lib/audit/list-entries';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { csvResponse } from '../../../_list/csv-response';
import { readListView } from '../../../_list/list-view';
import { mapPages } from '../../../_list/map-pages';
import { ENTRY_FILTERS, entryFilter } from '../entry-view';
import { jsonResponse } from './json-response';

const PATH = '/admin/logs/audit';
const COLUMNS = 'entry,time,actor,actor_id,who,through,address,agent,action,object,object_id,before,after';

/** The audit as it is narrowed, as CSV or JSON. Asked for as a change is, because it is audited. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireAdminChange(PATH);
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filter = entryFilter(readListView(PATH, params, ENTRY_FILTERS), await listEntryKinds());
  const format = params.format === 'json' ? 'json' : 'csv';
  const pages = await exportEntries(filter, { actor, format });
  if (format === 'json') return jsonResponse('audit', pages);
  return csvResponse({ name: 'audit', columns: COLUMNS.split(','), total: undefined, pages: mapPages(pages, cellsOf) });
}

function cellsOf(entry: ListedEntry) {
  const { id, at, actorKind, actorId, actorEmail, via, address, agent, action, objectKind, objectId } = entry;
  const sides = [entry.before, entry.after].map((side) => (side === null ? '' : JSON.stringify(side)));
  return [id, at, actorKind, actorId, actorEmail, via, address, agent, action, objectKind, objectId, ...sides];
}
