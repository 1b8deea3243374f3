import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { readLicenceStory } from '@/lib/licensing/grants/read-licence-story';
import { listOwnActivations } from '@/lib/licensing/list-own-activations';
import { listRefusedCalls } from '@/lib/licensing/list-refused-calls';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { LicenceStory, orderSource } from '../../../_story/licence-story';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { readListView } from '../../../admin/_list/list-view';
import type { SearchParams } from '../../../products/catalogue-view';
import { ActivationNotice } from '../../api-keys/activation-notice';
import { LicenceActivations } from './licence-activations';
import { RefusedCalls } from './refused-calls';

export const metadata: Metadata = { title: text('story.title'), referrer: 'same-origin' };

type OwnLicenceProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/**
 * One of the customer's own licences, by its number or its id: where it is in use, what its keys were refused, and why it is
 * what it is. Anybody else's is not found.
 */
export default async function OwnLicencePage({ params, searchParams }: OwnLicenceProps) {
  const { id } = await params;
  const asked = await searchParams;
  const customer = await requireCustomer(`/account/licences/${encodeURIComponent(id)}`);
  const which = /^\d{1,9}$/.test(id) ? { number: Number(id) } : { id };
  const at = now();
  const story = await readLicenceStory({ ...which, owner: { customerId: customer.id } }, at);
  if (!story) notFound();
  const { number: licenceNumber, allowance } = story;
  const view = readListView(`/account/licences/${licenceNumber}`, asked, []);
  const [list, refused, { requestLogDays }] = await Promise.all([
    listOwnActivations({ customerNumber: customer.number, licenceNumber }, view),
    listRefusedCalls({ customerId: customer.id, licenceNumber, at }),
    readStoreSettings(),
  ]);
  return (
    <>
      <ActivationNotice params={asked} customerId={customer.id} on={{ licence: String(licenceNumber) }} />
      <p>
        <Link href="/account/api-keys" className="link">
          {text('story.back')}
        </Link>
      </p>
      <PageHeader
        title={text('story.pageTitle', { number: String(licenceNumber) })}
        text={`${story.productTitle}, ${story.planName}`}
      />
      <LicenceActivations view={view} list={list} allowance={allowance} licenceNumber={licenceNumber} />
      {refused ? <RefusedCalls refused={refused} days={requestLogDays} /> : null}
      <section aria-labelledby="why" className="flex flex-col gap-3">
        <h2 id="why" className="scroll-mt-20 text-lg">
          {text('story.title')}
        </h2>
        <p className="max-w-text text-muted">{text('story.text')}</p>
        <LicenceStory story={story} sourcesOf={(step) => orderSource(step, ({ id }) => `/account/orders/${id}`)} />
      </section>
    </>
  );
}
