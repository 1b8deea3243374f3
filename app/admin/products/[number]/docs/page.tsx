import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { productFingerprint } from '@/lib/catalog/edit-product';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { PageNotice } from '../../../../account/_parts/page-notice';
import type { SearchParams } from '../../../../products/catalogue-view';
import { findProduct } from '../find-product';
import { productNotices } from '../product-notices';
import { TextsForm } from '../texts-form';

export const metadata: Metadata = { title: text('editor.tabDocs') };

type DocsProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** What customers and client software read about a product beside its description. */
export default async function DocsPage({ params, searchParams }: DocsProps) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/docs`);
  const product = await findProduct(number);
  const [{ docTabs }, { notice }] = await Promise.all([readStoreSettings(), searchParams]);
  const pages = docTabs.map((tab) => text(`editor.page_${tab}`)).join(', ');
  return (
    <>
      <PageNotice code={notice} known={productNotices} />
      <section aria-labelledby="docs" className="flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <h2 id="docs" className="text-lg">
            {text('editor.docsTitle')}
          </h2>
          <p className="max-w-text text-muted">{text('editor.docsText')}</p>
          <p className="max-w-text text-muted">
            {pages === '' ? text('editor.docsSeenNone') : text('editor.docsSeen', { pages })}{' '}
            {text('editor.docsSeenWhere')}{' '}
            <Link href="/admin/settings" className="link">
              {text('editor.settingsLink')}
            </Link>
            .
          </p>
        </div>
        <TextsForm
          part="docs"
          product={{ id: product.id, number: product.number }}
          inForce={textsOf(product)}
          fingerprint={productFingerprint('docs', product)}
          fields={[
            { name: 'documentationUrl', isHalf: true, hint: text('editor.documentationUrlHint') },
            { name: 'changelogUrl', isHalf: true, hint: text('editor.changelogUrlHint') },
            { name: 'requiresVersion', isHalf: true, hint: text('editor.requiresHint') },
            { name: 'testedVersion', isHalf: true, hint: text('editor.testedHint') },
            { name: 'requiresPhp', isHalf: true, hint: text('editor.phpHint') },
            { name: 'installationMd', hint: text('editor.markdown'), rows: 8 },
            { name: 'faqMd', hint: text('editor.markdown'), rows: 8 },
            { name: 'screenshotsMd', hint: text('editor.screenshotsHint'), rows: 6 },
            { name: 'otherNotesMd', hint: text('editor.markdown'), rows: 6 },
          ]}
        />
      </section>
    </>
  );
}

// Only what the form shows travels to the browser.
function textsOf(product: Awaited<ReturnType<typeof findProduct>>) {
  const { changelogUrl, documentationUrl, requiresVersion, testedVersion, requiresPhp } = product;
  const { installationMd, faqMd, screenshotsMd, otherNotesMd } = product;
  return {
    ...{ changelogUrl, documentationUrl, requiresVersion, testedVersion, requiresPhp },
    ...{ installationMd, faqMd, screenshotsMd, otherNotesMd },
  };
}
