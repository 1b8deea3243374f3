import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listProductNames } from '@/lib/catalog/list-product-names';
import { now } from '@/lib/clock';
import { listActivations } from '@/lib/licensing/list-activations';
import { listFieldVersions } from '@/lib/licensing/list-field-versions';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { SubmitButton } from '../../_ui/submit-button';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import { BulkBar } from '../_list/bulk-bar';
import { isCountedOut } from '../_list/count-text';
import { listHref, readListView } from '../_list/list-view';
import { ChangeNotice } from '../licences/change-notice';
import { deleteChosenActivations } from './actions';
import { ActivationTable } from './activation-table';
import { ACTIVATION_FILTERS, activationFilter, activationFilters, shownProduct } from './activation-view';

export const metadata: Metadata = { title: text('activations.title'), referrer: 'same-origin' };

const PATH = '/admin/activations';
const FORM = 'chosen-activations';

/** Every activation of the store, the newest first. */
export default async function ActivationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const admin = await requireAdmin(PATH);
  const params = await searchParams;
  const view = readListView(PATH, params, ACTIVATION_FILTERS);
  const products = await listProductNames();
  const product = shownProduct(view, products);
  const [page, versions] = await Promise.all([
    listActivations(activationFilter(view, products, now()), view),
    product ? listFieldVersions(product.id) : [],
  ]);
  const back = listHref(view, view);
  return (
    <>
      <PageHeader title={text('activations.title')} text={text('activations.text')} />
      <ChangeNotice params={params} adminId={admin.id} back={back} />
      <AdminList
        view={view}
        searchLabel={text('activations.search')}
        filters={activationFilters({ products, versions, customerEmail: page.rows[0]?.customerEmail })}
        page={page}
        count={
          isCountedOut(page.count) ? text('activations.countMore') : text('activations.count', { count: page.count })
        }
        exportPath={`${PATH}/export`}
        empty={{
          title: text('activations.emptyTitle'),
          text: text('activations.emptyText'),
          action: <LinkButton href="/admin/licences">{text('activations.emptyAction')}</LinkButton>,
        }}
      >
        <BulkBar
          formId={FORM}
          action={deleteChosenActivations}
          back={back}
          table={<ActivationTable rows={page.rows} formId={FORM} back={back} />}
        >
          <SubmitButton variant="danger" size="small" pendingText={text('activations.deleting')}>
            {text('activations.deleteChosen')}
          </SubmitButton>
        </BulkBar>
      </AdminList>
    </>
  );
}
