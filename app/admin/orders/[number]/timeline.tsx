import type { TimelineEntry } from '@/lib/orders/list-order-timeline';
import type { AdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Dialog } from '../../../_ui/dialog';
import { Link } from '../../../_ui/link';
import { SubmitButton } from '../../../_ui/submit-button';
import { TextArea } from '../../../_ui/text-area';
import { addNote, deleteNote } from './actions';
import { sentenceOf } from './timeline-sentence';

type TimelineProps = { order: AdminOrder; entries: TimelineEntry[]; adminId: string };

/** What happened to the order, newest first, and the admins' notes among it. */
export function Timeline({ order, entries, adminId }: TimelineProps) {
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-4">
      <h2 id="timeline" className="text-lg">
        {text('orders.timeline')}
      </h2>
      <form action={addNote} className="flex max-w-2xl flex-col gap-3">
        <input type="hidden" name="number" value={String(order.number)} />
        <TextArea
          id="note"
          label={text('orders.note')}
          hint={text('orders.noteHint')}
          rows={3}
          maxLength={4_000}
          required
        />
        <SubmitButton variant="secondary" className="self-start" pendingText={text('orders.addingNote')}>
          {text('orders.addNote')}
        </SubmitButton>
      </form>
      <ol className="flex flex-col border-line border-s ps-5">
        {entries.map((entry) => (
          <li key={entry.id} className="relative flex flex-col gap-1 py-2.5">
            <span
              aria-hidden="true"
              className="absolute -start-[calc(1.25rem+0.25rem)] top-[1.15rem] size-2 rounded-full border border-edge bg-paper"
            />
            <Said order={order} entry={entry} adminId={adminId} />
            <p className="flex flex-wrap gap-x-3 text-muted text-sm">
              <DateTime at={entry.at} form="moment" />
              <span>{whoOf(entry)}</span>
              {entry.eventType ? <span>{text('orders.eventType', { type: entry.eventType })}</span> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Said({ order, entry, adminId }: { order: AdminOrder; entry: TimelineEntry; adminId: string }) {
  const { fact } = entry;
  if (fact.kind === 'mail') {
    return (
      <p>
        <Link href={`/admin/mail/${fact.mailId}`} className="link">
          {text(`orders.event.mail.${fact.template}`)}
        </Link>
        : {text(`orders.event.mailState.${fact.state}`)}
      </p>
    );
  }
  if (fact.kind !== 'note') return <p className="break-words">{sentenceOf(fact, order.currency)}</p>;
  return (
    <div className="flex max-w-2xl flex-col items-start gap-2 rounded-md bg-sunken px-4 py-3">
      <p className="max-w-full whitespace-pre-wrap break-words">{fact.body}</p>
      {fact.authorId === adminId ? <DeleteNote number={order.number} noteId={fact.noteId} /> : null}
    </div>
  );
}

function DeleteNote({ number, noteId }: { number: number; noteId: string }) {
  return (
    <Dialog
      trigger={text('orders.deleteNote')}
      look={{ variant: 'danger', size: 'small' }}
      title={text('orders.deleteNoteTitle')}
      text={text('orders.deleteNoteText')}
      closeText={text('orders.keep')}
    >
      <form action={deleteNote}>
        <input type="hidden" name="number" value={String(number)} />
        <input type="hidden" name="note" value={noteId} />
        <SubmitButton variant="danger" pendingText={text('orders.deletingNote')}>
          {text('orders.deleteNote')}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function whoOf({ by }: TimelineEntry): string {
  return by.name ?? text(`orders.by.${by.kind}`);
}
