import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { mailVerification } from '../actions';

/** The address has not been confirmed yet, and how to. */
export function UnverifiedNotice() {
  return (
    <Notice title={text('account.unverifiedTitle')}>
      <p>{text('account.unverifiedText')}</p>
      <form action={mailVerification} className="mt-2">
        <SubmitButton variant="secondary" size="small">
          {text('account.unverifiedAction')}
        </SubmitButton>
      </form>
    </Notice>
  );
}
