import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { isRecentlyProven } from '@/lib/customers/proof';
import { readDeletion } from '@/lib/personal-data/read-deletion';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { PageNotice } from '../_parts/page-notice';
import { DeleteSection } from './delete-section';
import { DownloadSection } from './download-section';

export const metadata: Metadata = { title: text('personalData.title') };

type DataProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** What the signed-in person may do with all that the store keeps about them: take it out, or have it deleted. */
export default async function DataPage({ searchParams }: DataProps) {
  const customer = await requireCustomer('/account/data');
  const { notice } = await searchParams;
  const deletion = await readDeletion(customer.id);
  const isProven = isRecentlyProven(customer, now());
  return (
    <>
      <PageNotice
        code={notice}
        known={{
          export_limited: { tone: 'warn', key: 'personalData.notice.export_limited' },
          not_now: { tone: 'warn', key: 'personalData.notice.not_now' },
          licences_changed: { tone: 'warn', key: 'personalData.notice.licences_changed' },
          pages_closed: { tone: 'good', key: 'personalData.notice.pages_closed' },
          payments_unreachable: { tone: 'warn', key: 'personalData.notice.payments_unreachable' },
        }}
      />
      <PageHeader title={text('personalData.title')} text={text('personalData.about')} />
      <div className="flex flex-col gap-12">
        <DownloadSection>{isProven ? null : <Prove />}</DownloadSection>
        <DeleteSection email={customer.email} {...deletion}>
          {isProven ? null : <Prove />}
        </DeleteSection>
      </div>
    </>
  );
}

function Prove() {
  return (
    <>
      <p>{text('personalData.proof')}</p>
      <LinkButton variant="secondary" href="/step-up?return=%2Faccount%2Fdata" className="self-start">
        {text('personalData.proofAction')}
      </LinkButton>
    </>
  );
}
