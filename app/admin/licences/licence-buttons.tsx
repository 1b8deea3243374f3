import { text } from '../../_texts/text';
import { SubmitButton } from '../../_ui/submit-button';

/** The buttons of a change of licences, within its form. Each can be undone, so none asks back. */
export function LicenceButtons() {
  return (
    <>
      <SubmitButton
        name="change"
        value="suspend"
        variant="danger"
        size="small"
        pendingText={text('licences.suspending')}
      >
        {text('licences.suspendChosen')}
      </SubmitButton>
      <SubmitButton
        name="change"
        value="resume"
        variant="secondary"
        size="small"
        pendingText={text('licences.resuming')}
      >
        {text('licences.resumeChosen')}
      </SubmitButton>
      <ExtendButton />
    </>
  );
}

/** Days, and the button that adds them. */
export function ExtendButton() {
  return (
    <span className="inline-flex items-center gap-2">
      <SubmitButton
        name="change"
        value="extend"
        variant="secondary"
        size="small"
        pendingText={text('licences.extending')}
      >
        {text('licences.extend')}
      </SubmitButton>
      <input
        name="days"
        type="number"
        inputMode="numeric"
        min={1}
        max={3650}
        defaultValue={30}
        aria-label={text('licences.days')}
        className="nums min-h-8 w-20 rounded-md border border-edge bg-raised px-2 text-sm"
      />
      <span aria-hidden="true" className="text-sm">
        {text('licences.daysShort')}
      </span>
    </span>
  );
}
