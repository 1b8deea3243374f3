import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listCustomers } from '@/lib/customers/list-customers';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import { isCountedOut } from '../_list/count-text';
import { readListView } from '../_list/list-view';
import { CUSTOMER_FILTERS, customerFilter, customerFilters } from './customer-filters';
import { CustomerTable } from './customer-table';

export const metadata: Metadata = { title: text('customers.title'), referrer: 'same-origin' };

const PATH = '/admin/customers';

/** Everybody with an account, to be found by e-mail, name, company, number or key. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, CUSTOMER_FILTERS);
  const page = await listCustomers(customerFilter(view), view);
  const { count } = page;
  return (
    <>
      <PageHeader title={text('customers.title')} text={text('customers.listText')} />
      <AdminList
        view={view}
        searchLabel={text('customers.search')}
        filters={customerFilters()}
        page={page}
        count={isCountedOut(count) ? text('customers.countMore') : text('customers.count', { count })}
        exportPath={`${PATH}/export`}
        empty={{
          title: text('customers.emptyTitle'),
          text: text('customers.emptyText'),
          action: (
            <LinkButton href="/admin/orders/new" variant="secondary">
              {text('customers.emptyAction')}
            </LinkButton>
          ),
        }}
      >
        <CustomerTable rows={page.rows} />
      </AdminList>
    </>
  );
}
