import { readRefusal } from '@/lib/mailbox/note-refusal';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';

/** Tells that mails to this address bounce: which, when, in whose words, and what to do. Nothing while they go through. */
export async function RefusedMail({ email }: { email: string }) {
  const refusal = await readRefusal(email);
  if (!refusal) return null;
  const { mailId, title, reason, refusedAt } = refusal;
  return (
    <Notice tone="warn" title={text('mails.refusedTitle')}>
      <div className="flex flex-col gap-2">
        <p>
          {text('mails.refusedText', { email, mail: title })} <DateTime at={refusedAt} form="moment" />
        </p>
        <p className="break-words font-mono text-sm">{reason}</p>
        <p>{text('mails.refusedTodo')}</p>
        <p>
          <Link href={`/admin/mail/${mailId}`} className="link">
            {text('mails.refusedLink')}
          </Link>
        </p>
      </div>
    </Notice>
  );
}
