import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listMailKinds, previewMail } from '@/lib/mailbox/preview-mails';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { one, type SearchParams } from '../../../products/catalogue-view';
import { KindList } from './kind-list';
import { MailPreview } from './mail-preview';
import { readView } from './preview-view';

export const metadata: Metadata = { title: text('mails.gallery'), referrer: 'same-origin' };

/** Every mail of the store with example facts, for the eye. */
export default async function MailTemplatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin('/admin/mail/templates');
  const params = await searchParams;
  const kinds = listMailKinds();
  const view = readView({
    mail: one(params.mail) ?? kinds[0]?.name ?? '',
    example: one(params.example),
    scheme: one(params.scheme),
    width: one(params.width),
  });
  const preview = await previewMail(view.mail, view);
  return (
    <>
      <p>
        <Link href="/admin/mail" className="link">
          {text('admin.mailBack')}
        </Link>
      </p>
      <PageHeader title={text('mails.gallery')} text={text('mails.galleryText')} />
      <div className="grid gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <KindList kinds={kinds} view={view} />
        {preview ? <MailPreview preview={preview} view={view} /> : <Notice>{text('mails.linkUnknownText')}</Notice>}
      </div>
    </>
  );
}
