import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { SubmitButton } from '../../_ui/submit-button';
import { openNewAccount } from './actions';

/**
 * new_account: this browser may be signed in to the account that the purchase made. other_account: it is signed in, to another
 * account than the one that bought.
 */
export type Visitor = 'signed_in' | 'other_account' | 'new_account' | 'stranger';

/** The way to keys and downloads. A new buyer is signed in by the way; others sign in there if they are not. */
export function ToAccount({ token, visitor }: { token: string; visitor: Visitor }) {
  if (visitor === 'new_account') {
    return (
      <form action={openNewAccount} className="flex flex-col gap-3">
        <input type="hidden" name="token" value={token} />
        <SubmitButton name="page" value="api-keys">
          {text('thanks.toApiKeys')}
        </SubmitButton>
        <SubmitButton name="page" value="api-downloads" variant="secondary">
          {text('thanks.downloadNow')}
        </SubmitButton>
        <p className="text-muted text-sm">{text('thanks.signInNote')}</p>
      </form>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <LinkButton href="/account/api-keys">{text('thanks.toApiKeys')}</LinkButton>
      <LinkButton href="/account/api-downloads" variant="secondary">
        {text('thanks.toDownloads')}
      </LinkButton>
      {visitor === 'stranger' ? (
        <p className="text-muted text-sm">
          {text('thanks.toSignInText')}{' '}
          <Link href="/reset" className="text-brass underline underline-offset-2">
            {text('thanks.toSignInForgotten')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
