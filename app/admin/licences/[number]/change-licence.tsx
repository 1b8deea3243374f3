import type { LicenceDetail } from '@/lib/licensing/read-licence';
import { text } from '../../../_texts/text';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { changeChosenLicences } from '../actions';
import { ExtendButton } from '../licence-buttons';

type ChangeLicenceProps = { licence: LicenceDetail; back: string };

/** What can be done with this licence as it stands, each with what it means for the customer. */
export function ChangeLicence({ licence, back }: ChangeLicenceProps) {
  if (licence.customer.deletedAt) return <Notice>{text('licences.deletedText')}</Notice>;
  if (licence.state === 'revoked') return <Notice tone="warn">{text('licences.revokedText')}</Notice>;
  const verb = licence.state === 'suspended' ? 'resume' : 'suspend';
  const canExtend = licence.expiresAt !== null && licence.subscriptionNumber === null;
  return (
    <section aria-labelledby="change" className="flex flex-col gap-4">
      <h2 id="change" className="text-lg">
        {text('licences.changeTitle')}
      </h2>
      <form action={changeChosenLicences} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Which id={licence.id} back={back} />
        <SubmitButton
          name="change"
          value={verb}
          variant={verb === 'suspend' ? 'danger' : 'secondary'}
          size="small"
          pendingText={text(verb === 'suspend' ? 'licences.suspending' : 'licences.resuming')}
        >
          {text(`licences.${verb}`)}
        </SubmitButton>
        <p className="text-muted">{text(`licences.${verb}Text`)}</p>
      </form>
      {canExtend ? (
        <form action={changeChosenLicences} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Which id={licence.id} back={back} />
          <ExtendButton />
          <p className="text-muted">{text('licences.extendText')}</p>
        </form>
      ) : null}
    </section>
  );
}

function Which({ id, back }: { id: string; back: string }) {
  return (
    <>
      <input type="hidden" name="chosen" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}
