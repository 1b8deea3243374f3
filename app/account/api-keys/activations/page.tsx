import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { readListView } from '../../../admin/_list/list-view';
import type { SearchParams } from '../../../products/catalogue-view';
import { ActivationNotice } from '../activation-notice';
import { ACTIVATIONS_PATH } from '../activations-path';
import { ActivationsView } from './activations-view';
import { readOwnActivations } from './read-own-activations';

export const metadata: Metadata = { title: text('account.allActivationsTitle'), referrer: 'same-origin' };

/** Every place where the customer's software is in use, for keys in use in more places than API Keys lists. */
export default async function ActivationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const customer = await requireCustomer(ACTIVATIONS_PATH);
  const params = await searchParams;
  const view = readListView(ACTIVATIONS_PATH, params, []);
  const list = await readOwnActivations(customer, view);
  return (
    <>
      <ActivationNotice params={params} customerId={customer.id} on={{ search: view.q }} />
      <p>
        <Link href="/account/api-keys" className="link">
          {text('account.allActivationsBack')}
        </Link>
      </p>
      <PageHeader title={text('account.allActivationsTitle')} text={text('account.allActivationsText')} />
      <ActivationsView view={view} list={list} />
    </>
  );
}
