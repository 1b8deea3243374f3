import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { readLicenceStory } from '@/lib/licensing/grants/read-licence-story';
import { LicenceStory, orderSource } from '../../../_story/licence-story';
import { text } from '../../../_texts/text';
import { PageHeader } from '../../../_ui/page-header';

export const metadata: Metadata = { title: text('story.title'), referrer: 'same-origin' };

type OwnLicenceProps = { params: Promise<{ id: string }> };

/** Why one of the customer's own licences is what it is, by its number or its id; anybody else's is not found. */
export default async function OwnLicencePage({ params }: OwnLicenceProps) {
  const { id } = await params;
  const customer = await requireCustomer(`/account/licences/${encodeURIComponent(id)}`);
  const which = /^\d{1,9}$/.test(id) ? { number: Number(id) } : { id };
  const story = await readLicenceStory({ ...which, owner: { customerId: customer.id } }, now());
  if (!story) notFound();
  return (
    <>
      <p>
        <Link href="/account/api-keys" className="link">
          {text('story.back')}
        </Link>
      </p>
      <PageHeader
        title={text('story.pageTitle', { number: String(story.number) })}
        text={`${story.productTitle}, ${story.planName}`}
      />
      <section aria-labelledby="why" className="flex flex-col gap-3">
        <h2 id="why" className="text-lg">
          {text('story.title')}
        </h2>
        <p className="max-w-text text-muted">{text('story.text')}</p>
        <LicenceStory story={story} sourcesOf={(step) => orderSource(step, ({ id }) => `/account/orders/${id}`)} />
      </section>
    </>
  );
}
