import { newCheckoutToken } from '@/lib/orders/checkout-token';
import type { Renewal } from '@/lib/orders/list-renewals';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { formatPrice } from '../../_ui/format-price';
import { LinkButton } from '../../_ui/link-button';
import { SubmitButton } from '../../_ui/submit-button';
import { Table, type TableRow } from '../../_ui/table';
import { RenewButton } from '../_parts/renew-button';
import { renewLicences } from './actions';

type Column = 'licence' | 'ends' | 'renewal';

const FORM = 'renew-chosen';

/** Fixed terms: those that can be renewed now with their price, those from when on they can, and those too late for it. */
export function RenewalsSection({ renewals }: { renewals: Renewal[] }) {
  const open = renewals.filter(({ offer }) => offer.ok);
  const canChoose = open.length > 1;
  const inOrder = [...open, ...renewals.filter(({ offer }) => !offer.ok)];
  return (
    <section aria-labelledby="renewals" className="flex flex-col gap-3">
      <h2 id="renewals" className="scroll-mt-20 text-lg">
        {text('renewals.renewals')}
      </h2>
      <p className="max-w-text text-muted">{text('renewals.renewalsText')}</p>
      <Table<Column>
        caption={text('renewals.caption')}
        columns={[
          { key: 'licence', header: text('renewals.licence') },
          { key: 'ends', header: text('renewals.ends') },
          { key: 'renewal', header: text('renewals.renewal'), align: 'end' },
        ]}
        rows={inOrder.map((renewal) => toRow(renewal, canChoose))}
      />
      {canChoose ? <RenewChosen renewals={open} /> : null}
    </section>
  );
}

function toRow(renewal: Renewal, canChoose: boolean): TableRow<Column> {
  return {
    id: renewal.apiResourceId,
    cells: {
      licence: <Licence renewal={renewal} canChoose={canChoose && renewal.offer.ok} />,
      ends: <Ends renewal={renewal} />,
      renewal: <Offer renewal={renewal} />,
    },
  };
}

function Licence({ renewal, canChoose }: { renewal: Renewal; canChoose: boolean }) {
  const { apiResourceId, productTitle, planName, resourceNumber } = renewal;
  const number = String(resourceNumber);
  return (
    <span className="flex items-center gap-3">
      {canChoose ? (
        <input
          type="checkbox"
          name="licence"
          value={apiResourceId}
          form={FORM}
          aria-label={text('renewals.chooseOf', { title: productTitle, number })}
          className="size-5 shrink-0 accent-brass"
        />
      ) : null}
      <span className="flex flex-col">
        <span>{productTitle}</span>
        <span className="font-normal text-muted text-sm">
          {planName} · {text('renewals.licenceNumber', { number })}
        </span>
      </span>
    </span>
  );
}

function Ends({ renewal: { expiresAt, isOver, offer } }: { renewal: Renewal }) {
  if (!expiresAt) return null;
  return (
    <span className="inline-flex flex-col max-sm:items-end">
      <span>
        {isOver ? <Badge tone="warn">{text('renewals.ended')}</Badge> : null} <DateTime at={expiresAt} />
      </span>
      {isOver && offer.ok ? (
        <span className="text-muted text-sm">
          {text('renewals.renewableUntil')} <DateTime at={offer.closesAt} />
        </span>
      ) : null}
    </span>
  );
}

function Offer({ renewal }: { renewal: Renewal }) {
  const { offer } = renewal;
  if (offer.ok) {
    const { amount, fullAmount, currency } = offer.price;
    return (
      <span className="inline-flex flex-col items-end gap-1">
        <RenewButton renewal={renewal} />
        {fullAmount > amount ? (
          <span className="text-muted text-sm">
            {text('renewals.instead', { price: formatPrice(fullAmount, currency) })}
          </span>
        ) : null}
      </span>
    );
  }
  if (offer.reason === 'not_yet') {
    const price = formatPrice(offer.price.amount, offer.price.currency);
    return (
      <span className="inline-flex flex-col items-end text-sm">
        <span>
          {text('renewals.opensOn')} <DateTime at={offer.opensAt} />
        </span>
        <span className="text-muted">{text('renewals.todayPrice', { price })}</span>
      </span>
    );
  }
  return <TooLate renewal={renewal} reason={offer.reason} />;
}

type TooLateProps = { renewal: Renewal; reason: Exclude<(Renewal['offer'] & { ok: false })['reason'], 'not_yet'> };

function TooLate({ renewal: { productSlug, productTitle }, reason }: TooLateProps) {
  return (
    <span className="inline-flex flex-col items-end gap-1 text-sm">
      {reason === 'payment_pending' ? <Badge>{text('renewals.why.payment_pending')}</Badge> : null}
      {reason === 'payment_pending' ? null : <span className="text-muted">{text(`renewals.why.${reason}`)}</span>}
      {reason === 'period_over' || reason === 'plan_recurs' ? (
        <LinkButton
          href={`/products/${productSlug}`}
          variant="secondary"
          size="small"
          aria-label={text('renewals.buyAgainOf', { title: productTitle })}
        >
          {text('renewals.buyAgain')}
        </LinkButton>
      ) : null}
    </span>
  );
}

function RenewChosen({ renewals }: { renewals: Renewal[] }) {
  return (
    <form id={FORM} action={renewLicences} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="formToken" value={newCheckoutToken()} />
      {renewals.map(({ apiResourceId, offer }) =>
        offer.ok ? (
          <input key={apiResourceId} type="hidden" name={`price.${apiResourceId}`} value={offer.price.amount} />
        ) : null,
      )}
      <SubmitButton variant="secondary" pendingText={text('renewals.renewing')}>
        {text('renewals.renewChosen')}
      </SubmitButton>
      <span className="text-muted text-sm">{text('renewals.renewChosenHint')}</span>
    </form>
  );
}
