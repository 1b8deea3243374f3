import { text } from '../../_texts/text';
import { Dialog } from '../../_ui/dialog';
import { SubmitButton } from '../../_ui/submit-button';
import { removeFactorAction } from './actions';

/** Asks once more, and says what is lost. */
export function RemoveFactor({ id, name, isLast }: { id: string; name: string; isLast: boolean }) {
  return (
    <Dialog
      trigger={text('factors.remove')}
      triggerName={text('factors.removeNamed', { name })}
      look={{ variant: 'danger', size: 'small' }}
      title={text('factors.removeTitle', { name })}
      text={text(isLast ? 'factors.removeLastText' : 'factors.removeText')}
      closeText={text('factors.keep')}
    >
      <form action={removeFactorAction}>
        <input type="hidden" name="factor" value={id} />
        <SubmitButton variant="danger" pendingText={text('factors.removing')}>
          {text('factors.removeNamed', { name })}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
