import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readRelease } from '@/lib/catalog/read-release';
import { countReleaseReach } from '@/lib/downloads/count-release-reach';
import { text } from '../../../../../_texts/text';
import { LinkButton } from '../../../../../_ui/link-button';
import { PageNotice } from '../../../../../account/_parts/page-notice';
import type { SearchParams } from '../../../../../products/catalogue-view';
import { findProduct } from '../../find-product';
import { enteredOf } from '../entered-release';
import { ReleaseBadges } from '../release-badges';
import { ReleaseForm } from '../release-form';
import { releaseNotices } from '../release-notices';
import { ReleaseFiles } from './release-files';
import { ReleaseStanding } from './release-standing';
import { TakeBack } from './take-back';

export const metadata: Metadata = { title: text('releases.version') };

type VersionProps = { params: Promise<{ number: string; release: string }>; searchParams: Promise<SearchParams> };

/** One version: its state and what can be done about it, its files, and what is said about it. */
export default async function VersionPage({ params, searchParams }: VersionProps) {
  const { number, release: releaseId } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/versions/${encodeURIComponent(releaseId)}`);
  const product = await findProduct(number);
  const release = (await readRelease({ productId: product.id, releaseId })) ?? notFound();
  const { notice } = await searchParams;
  const reach = release.state === 'published' ? await countReleaseReach(release) : undefined;
  const named = { productNumber: product.number, releaseId: release.id, version: release.version };
  const { id, requiresVersion, testedVersion, requiresPhp } = product;
  return (
    <>
      <PageNotice code={notice} known={releaseNotices} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
          <h2 className="break-all text-xl">{text('releases.heading', { version: release.version })}</h2>
          <ReleaseBadges state={release.state} channel={release.channel} />
        </div>
        <LinkButton href={`/admin/products/${product.number}/versions`} variant="secondary" size="small">
          {text('releases.all')}
        </LinkButton>
      </div>
      <ReleaseStanding named={named} release={release} deliversFiles={product.deliversFiles} />
      <ReleaseFiles named={named} release={release} deliversFiles={product.deliversFiles} />
      <section aria-labelledby="release-text" className="mt-4 flex flex-col gap-5">
        <h3 id="release-text" className="text-lg">
          {text('releases.formTitle')}
        </h3>
        <ReleaseForm
          key={release.fingerprint}
          product={{ id, number: product.number, requiresVersion, testedVersion, requiresPhp }}
          inForce={enteredOf(release)}
          release={{ id: release.id, fingerprint: release.fingerprint, isPublished: release.publishedAt !== null }}
        />
      </section>
      {reach ? <TakeBack named={named} reach={reach} /> : null}
    </>
  );
}
