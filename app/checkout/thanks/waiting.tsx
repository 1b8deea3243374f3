import { text } from '../../_texts/text';
import { Bitting } from '../../_ui/bitting';
import { LinkButton } from '../../_ui/link-button';
import { LookAgain } from './look-again';

type WaitingProps = {
  token: string;
  /** Left out: it is the payment that is waited for. */
  title?: string;
  explanation: string;
  payUrl?: string | undefined;
};

/** No order with its keys as far as the store knows: said as it is, looked at again by itself. */
export function Waiting({ token, title = text('thanks.waitingTitle'), explanation, payUrl }: WaitingProps) {
  return (
    <div className="flex min-h-96 flex-col items-start gap-5">
      <LookAgain />
      <Bitting id="bitting-waiting" className="motion-safe:animate-pulse" />
      <h1 className="text-2xl">{title}</h1>
      <p role="status" className="w-full max-w-text break-words text-lg text-muted">
        {explanation}
      </p>
      {/* A plain link: it works without JavaScript and always asks the server. */}
      <a href={`/checkout/thanks?token=${encodeURIComponent(token)}`} className="link">
        {text('thanks.lookAgain')}
      </a>
      {payUrl ? (
        <div className="mt-4 flex flex-col items-start gap-3 border-line border-t pt-6">
          <p>{text('thanks.notPaidYet')}</p>
          <LinkButton href={payUrl} variant="secondary">
            {text('thanks.toPaymentPage')}
          </LinkButton>
        </div>
      ) : null}
    </div>
  );
}
