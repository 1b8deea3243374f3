import type { DropboxOffer } from '@/lib/downloads/read-dropbox-offer';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { connectDropbox, disconnectDropboxAction } from '../../dropbox/actions';
import { KeepFresh } from './keep-fresh';

/** What the customer can do about Dropbox as a whole; each file has its own button. Nothing in a store without a key. */
export function DropboxPanel({ offer }: { offer: DropboxOffer }) {
  if (offer.kind === 'off') return null;
  if (offer.kind === 'out_of_reach') {
    return <Notice title={text('dropbox.out.title')}>{text(`dropbox.out.${offer.why}`)}</Notice>;
  }
  const isBusy = [...offer.saves.values()].some(({ status }) => status === 'queued' || status === 'saving');
  return (
    <section
      aria-labelledby="dropbox"
      className="flex flex-col items-start justify-between gap-x-8 gap-y-4 rounded-md border border-line bg-raised p-5 sm:flex-row sm:items-center"
    >
      {isBusy ? <KeepFresh /> : null}
      <div className="flex min-w-0 max-w-text flex-col gap-1">
        <h2 id="dropbox" className="font-semibold">
          {text('dropbox.title')}
        </h2>
        {offer.kind === 'connected' ? <Connected since={offer.connectedAt} /> : null}
        <p className="text-muted">
          {text(offer.kind === 'connected' ? 'dropbox.connectedText' : 'dropbox.connectText')}
        </p>
      </div>
      {offer.kind === 'connected' ? (
        <form action={disconnectDropboxAction} className="shrink-0">
          <SubmitButton variant="danger" pendingText={text('dropbox.disconnecting')}>
            {text('dropbox.disconnect')}
          </SubmitButton>
        </form>
      ) : (
        <form action={connectDropbox} className="shrink-0">
          <SubmitButton variant="secondary" pendingText={text('dropbox.connecting')}>
            {text('dropbox.connect')}
          </SubmitButton>
        </form>
      )}
    </section>
  );
}

function Connected({ since }: { since: Date }) {
  return (
    <p>
      {text('dropbox.connectedSince')} <DateTime at={since} form="moment" />
    </p>
  );
}
