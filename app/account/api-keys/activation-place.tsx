import type { ListedActivation } from '@/lib/licensing/list-api-resources';
import { LONGEST_LABEL } from '@/lib/licensing/rename-activation';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { Field } from '../../_ui/field';
import { SubmitButton } from '../../_ui/submit-button';
import { deleteActivationAction, renameActivationAction } from './activation-actions';
import type { ShownOn } from './activations-path';
import { ShownOnFields } from './shown-on-fields';

type Which = Pick<ListedActivation, 'id' | 'label' | 'instance' | 'licenceNumber'>;
type ActivationFormProps = { activation: Which; on: ShownOn };

/** What the customer or the client calls the place; a web address without its scheme. */
export function placeOf({ label, instance }: Pick<Which, 'label' | 'instance'>): string {
  return label.replace(/^https?:\/\//i, '') || instance;
}

/** The name of the place; a web address leads there. */
export function Place({ activation }: { activation: Which }) {
  const name = placeOf(activation);
  if (!/^https?:\/\//i.test(activation.label) || !URL.canParse(activation.label)) {
    return <span className="[overflow-wrap:anywhere]">{name}</span>;
  }
  return (
    <a
      href={activation.label}
      rel="nofollow noopener noreferrer"
      className="text-brass underline underline-offset-2 [overflow-wrap:anywhere]"
    >
      {name}
    </a>
  );
}

/** Gives a place another name. Opens without scripts, and says whose word counts in the end. */
export function RenameActivation({ activation, on }: ActivationFormProps) {
  const { id, label, licenceNumber } = activation;
  if (licenceNumber === undefined) return null;
  return (
    // A press on another one closes this one.
    <details name="rename" className="no-print relative text-start font-normal">
      <summary
        aria-label={text('ownActivations.renameOf', { label: placeOf(activation) })}
        className={buttonClass(
          { variant: 'secondary', size: 'small' },
          'cursor-pointer list-none [&::-webkit-details-marker]:hidden',
        )}
      >
        {text('ownActivations.rename')}
      </summary>
      <form
        action={renameActivationAction}
        className="flex max-w-sm flex-col items-start gap-3 py-3 text-base sm:absolute sm:end-0 sm:z-20 sm:mt-2 sm:w-80 sm:rounded-md sm:border sm:border-line sm:bg-raised sm:p-4 sm:shadow-float"
      >
        <input type="hidden" name="activation" value={id} />
        <input type="hidden" name="onLicence" value={licenceNumber} />
        <ShownOnFields {...on} />
        <Field
          id={`label-${id}`}
          name="label"
          label={text('ownActivations.name')}
          hint={text('ownActivations.nameHint')}
          defaultValue={label}
          maxLength={LONGEST_LABEL}
          autoComplete="off"
          className="w-full"
        />
        <SubmitButton size="small" pendingText={text('ownActivations.renaming')}>
          {text('ownActivations.saveName')}
        </SubmitButton>
      </form>
    </details>
  );
}

/** Gives a place back; the page that follows offers to undo it. */
export function DeleteActivation({ activation, on }: ActivationFormProps) {
  return (
    <form action={deleteActivationAction} className="no-print">
      <input type="hidden" name="activation" value={activation.id} />
      <ShownOnFields {...on} />
      <SubmitButton
        variant="danger"
        size="small"
        aria-label={text('account.deleteActivationOf', { label: placeOf(activation) })}
        pendingText={text('account.deletingActivation')}
      >
        {text('account.deleteActivation')}
      </SubmitButton>
    </form>
  );
}
