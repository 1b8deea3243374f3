import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { readLicenceStory } from '@/lib/licensing/grants/read-licence-story';
import { listActivations } from '@/lib/licensing/list-activations';
import { readLicence } from '@/lib/licensing/read-licence';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { one, type SearchParams } from '../../../products/catalogue-view';
import { ActivationTable } from '../../activations/activation-table';
import { ChangeNotice } from '../change-notice';
import { rowNumber } from '../licence-view';
import { ChangeLicence } from './change-licence';
import { LicenceFacts } from './licence-facts';
import { LicenceHistory, LicenceKeys } from './licence-parts';
import { WhyItStands } from './why-it-stands';

export const metadata: Metadata = { title: text('licences.licence'), referrer: 'same-origin' };

type LicencePageProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** One licence: its facts, its keys by their hints, what is activated with it, and what happened to it. */
export default async function LicencePage({ params, searchParams }: LicencePageProps) {
  const admin = await requireAdmin('/admin/licences');
  const number = rowNumber((await params).number);
  const at = now();
  const licence = number === undefined ? undefined : await readLicence(number, at);
  const story = licence && (await readLicenceStory({ number: licence.number, owner: 'anyone' }, at));
  if (!licence || !story) notFound();
  const told = await searchParams;
  const { rows, next } = await listActivations({ licenceNumber: licence.number }, {});
  const path = `/admin/licences/${licence.number}`;
  return (
    <>
      <p>
        <Link href="/admin/licences" className="link">
          {text('licences.back')}
        </Link>
      </p>
      <PageHeader title={text('licences.detailTitle', { number: String(licence.number) })} />
      <ChangeNotice params={told} adminId={admin.id} back={path} />
      {one(told.note) === 'key_found' ? (
        <Notice tone="good" isAnswer>
          {text('lists.keyFound')}
        </Notice>
      ) : null}
      <LicenceFacts licence={licence} at={at} />
      <WhyItStands story={story} />
      <ChangeLicence licence={licence} back={path} />
      <LicenceKeys keys={licence.keys} />
      <section aria-labelledby="activations" className="flex flex-col gap-2">
        <h2 id="activations" className="text-lg">
          {text('licences.activationsTitle')}
        </h2>
        {rows.length === 0 ? (
          <p className="text-muted">{text('licences.activationsNone')}</p>
        ) : (
          <ActivationTable rows={rows} back={path} />
        )}
        {next === undefined ? null : (
          <p>
            <Link href={`/admin/activations?licence=${licence.number}`} className="link">
              {text('licences.activationsAll')}
            </Link>
          </p>
        )}
      </section>
      <LicenceHistory history={licence.history} />
    </>
  );
}
