import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { listAskedNames } from '@/lib/catalog/list-asked-names';
import { exportCalls, type LoggedCall } from '@/lib/request-log/list-calls';
import { csvResponse } from '../../../_list/csv-response';
import { readListView } from '../../../_list/list-view';
import { mapPages } from '../../../_list/map-pages';
import { CALL_FILTERS, callFilter } from '../call-filters';
import { namesByNumber } from '../product-names';

const PATH = '/admin/logs/requests';
const COLUMNS =
  'time,protocol,action,outcome,key,product,instance,version,address,user_agent,duration_ms,customer,api_resource,request_id';

/** The log as it is narrowed, as CSV. Asked for as a change is, because it is audited. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireAdminChange(PATH);
  const view = readListView(PATH, Object.fromEntries(new URL(request.url).searchParams), CALL_FILTERS);
  const pages = await exportCalls(callFilter(view, namesByNumber(await listAskedNames())), actor);
  return csvResponse({
    name: 'api-requests',
    columns: COLUMNS.split(','),
    total: undefined,
    pages: mapPages(pages, cellsOf),
  });
}

function cellsOf(call: LoggedCall) {
  const { at, protocol, action, outcome, keyHint, product, instance, version, address, userAgent, durationUs } = call;
  const asked = [at, protocol, action, outcome, keyHint, product, instance, version, address, userAgent];
  return [...asked, durationUs / 1000, call.customerId, call.apiResourceId, call.requestId];
}
