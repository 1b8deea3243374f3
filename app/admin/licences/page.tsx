import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listProductNames } from '@/lib/catalog/list-product-names';
import { now } from '@/lib/clock';
import { listLicences } from '@/lib/licensing/list-licences';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import { BulkBar } from '../_list/bulk-bar';
import { isCountedOut } from '../_list/count-text';
import { listHref, readListView } from '../_list/list-view';
import { changeChosenLicences } from './actions';
import { ChangeNotice } from './change-notice';
import { LicenceButtons } from './licence-buttons';
import { LicenceTable } from './licence-table';
import { LICENCE_FILTERS, licenceFilter, licenceFilters } from './licence-view';

export const metadata: Metadata = { title: text('licences.title'), referrer: 'same-origin' };

const PATH = '/admin/licences';
const FORM = 'chosen-licences';

/** Every licence of the store, the newest first. */
export default async function LicencesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const admin = await requireAdmin(PATH);
  const params = await searchParams;
  const view = readListView(PATH, params, LICENCE_FILTERS);
  const products = await listProductNames();
  const at = now();
  const page = await listLicences(licenceFilter(view, products), view, at);
  const back = listHref(view, view);
  return (
    <>
      <PageHeader title={text('licences.title')} text={text('licences.text')} />
      <ChangeNotice params={params} adminId={admin.id} back={back} />
      <AdminList
        view={view}
        searchLabel={text('licences.search')}
        filters={licenceFilters(products, page.rows[0]?.customerEmail)}
        page={page}
        count={isCountedOut(page.count) ? text('licences.countMore') : text('licences.count', { count: page.count })}
        exportPath={`${PATH}/export`}
        empty={{
          title: text('licences.emptyTitle'),
          text: text('licences.emptyText'),
          action: <LinkButton href="/admin/products">{text('licences.emptyAction')}</LinkButton>,
        }}
      >
        <BulkBar
          formId={FORM}
          action={changeChosenLicences}
          back={back}
          table={<LicenceTable rows={page.rows} formId={FORM} at={at} />}
        >
          <LicenceButtons />
        </BulkBar>
      </AdminList>
    </>
  );
}
