import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ReadMailResult, readMail } from '@/lib/mailbox/read-mail';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { framedMail } from '../framed-mail';
import { MailStateBadge } from '../mail-state';
import { ResendOrderMail } from './resend-order-mail';
import { SendAgain } from './send-again';

export const metadata: Metadata = { title: text('admin.mailTitle'), referrer: 'same-origin' };

/** One mail as its reader gets it, keys masked. */
export default async function ReadMailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdmin('/admin/mail');
  const { id } = await params;
  const result = await readMail(id, storeMailReaders);
  if (!result.ok && result.reason === 'mail_not_found') notFound();
  return (
    <>
      <p>
        <Link href="/admin/mail" className="link">
          {text('admin.mailBack')}
        </Link>
      </p>
      {result.ok ? <Mail mail={result.mail} /> : <Notice tone="warn">{text('admin.mailGone')}</Notice>}
    </>
  );
}

function Mail({ mail }: { mail: Extract<ReadMailResult, { ok: true }>['mail'] }) {
  return (
    <>
      <PageHeader title={mail.subject} />
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2 text-muted">
        <span>
          {text('admin.mailTo')} <span className="text-ink">{mail.to}</span>
        </span>
        <DateTime at={mail.createdAt} form="moment" />
        <MailStateBadge state={mail.state} />
      </p>
      {mail.lastError ? (
        <Notice tone="bad" title={text('admin.mailLastError')}>
          {mail.lastError}
        </Notice>
      ) : null}
      <SendAgain id={mail.id} isFailed={mail.state === 'failed'} />
      {mail.template === 'order' && mail.state !== 'failed' ? (
        <ResendOrderMail
          id={mail.id}
          requestId={crypto.randomUUID()}
          label={text('logs.mail.resend')}
          pendingText={text('logs.mail.resending')}
        />
      ) : null}
      <Notice>{text(mail.hasHiddenLink ? 'admin.mailHiddenLink' : 'admin.mailMaskedKeys')}</Notice>
      {/* sandbox: even a mail that went wrong cannot run or reach anything here; links open in a tab of their own. */}
      <iframe
        title={text('admin.mailHtml')}
        srcDoc={framedMail(mail.html)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="h-[36rem] w-full rounded-md border border-line bg-[#fff]"
      />
      <details>
        <summary className="w-fit font-medium underline decoration-line underline-offset-4">
          {text('admin.mailPlain')}
        </summary>
        <pre className="mt-3 whitespace-pre-wrap break-words rounded-md bg-sunken p-4 font-mono text-sm">
          {mail.text}
        </pre>
      </details>
    </>
  );
}
