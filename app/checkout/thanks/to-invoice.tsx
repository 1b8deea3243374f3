import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { SubmitButton } from '../../_ui/submit-button';
import { openNewAccount } from './actions';
import { invoicePath } from './invoice-path';
import type { Visitor } from './to-account';

type ToInvoiceProps = { token: string; order: { id: string; number: number }; visitor: Visitor };

/**
 * The way to the invoice, which only its customer sees. A new buyer is signed in by the way, a stranger is asked to sign in; to
 * somebody who is signed in to another account it would not be there.
 */
export function ToInvoice({ token, order, visitor }: ToInvoiceProps) {
  if (visitor === 'other_account') return null;
  const look = { variant: 'secondary', size: 'small' } as const;
  const name = text('invoices.linkOf', { number: String(order.number) });
  return (
    <div className="no-print flex justify-end pt-4">
      {visitor === 'new_account' ? (
        <form action={openNewAccount}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton {...look} name="page" value="invoice" aria-label={name}>
            {text('invoices.link')}
          </SubmitButton>
        </form>
      ) : (
        <LinkButton {...look} href={invoicePath(order.id)} aria-label={name}>
          {text('invoices.link')}
        </LinkButton>
      )}
    </div>
  );
}
