import { text } from '../../_texts/text';
import { Bitting } from '../../_ui/bitting';
import { LinkButton } from '../../_ui/link-button';
import { LookAgain } from './look-again';

type WaitingProps = { token: string; explanation: string; payUrl?: string | undefined };

/** Not paid as far as the store knows: said as it is, looked at again by itself. */
export function Waiting({ token, explanation, payUrl }: WaitingProps) {
  return (
    <div className="flex min-h-96 flex-col items-start gap-5">
      <LookAgain />
      <Bitting id="bitting-waiting" className="motion-safe:animate-pulse" />
      <h1 className="text-2xl">{text('thanks.waitingTitle')}</h1>
      <p role="status" className="max-w-text text-lg text-muted">
        {explanation}
      </p>
      {/* A plain link: it works without JavaScript and always asks the server. */}
      <a href={`/checkout/thanks?token=${encodeURIComponent(token)}`} className="link">
        {text('thanks.lookAgain')}
      </a>
      {payUrl ? (
        <div className="mt-4 flex flex-col items-start gap-3 border-line border-t pt-6">
          <p>{text('thanks.notPaidYet')}</p>
          <LinkButton href={payUrl} prefetch={false} variant="secondary">
            {text('thanks.toPaymentPage')}
          </LinkButton>
        </div>
      ) : null}
    </div>
  );
}
