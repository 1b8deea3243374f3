'use client';

import { useFormStatus } from 'react-dom';
import { formField } from '../../../_shell/form-field';
import { SubmitButton } from '../../../_ui/submit-button';

type IntentButtonProps = { intent: 'save' | 'test'; pendingText: string; variant?: 'secondary'; children: string };

/** One of the two buttons of the form. Only the pressed one says what happens. */
export function IntentButton({ intent, pendingText, variant, children }: IntentButtonProps) {
  const { data } = useFormStatus();
  const isPressed = formField(data, 'intent') === intent;
  return (
    <SubmitButton
      name="intent"
      value={intent}
      {...(variant ? { variant } : {})}
      {...(isPressed ? { pendingText } : {})}
    >
      {children}
    </SubmitButton>
  );
}
