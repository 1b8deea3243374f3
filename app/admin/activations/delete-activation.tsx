import { text } from '../../_texts/text';
import { Dialog } from '../../_ui/dialog';
import { SubmitButton } from '../../_ui/submit-button';
import { deleteChosenActivations } from './actions';

type DeleteActivationProps = { id: string; name: string; back: string };

/** The button that deletes one activation, after asking. */
export function DeleteActivation({ id, name, back }: DeleteActivationProps) {
  return (
    <Dialog
      trigger={text('activations.delete')}
      triggerName={text('activations.deleteNamed', { name })}
      look={{ variant: 'danger', size: 'small' }}
      title={text('activations.deleteTitle', { name })}
      text={text('activations.deleteText')}
      closeText={text('activations.keep')}
    >
      <form action={deleteChosenActivations}>
        <input type="hidden" name="chosen" value={id} />
        <input type="hidden" name="back" value={back} />
        <SubmitButton variant="danger" pendingText={text('activations.deleting')}>
          {text('activations.deleteConfirm')}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
