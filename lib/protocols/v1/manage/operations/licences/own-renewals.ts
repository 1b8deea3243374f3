import { z } from 'zod';
import { newCheckoutToken } from '../../../../../orders/checkout-token';
import { listRenewals, type Renewal } from '../../../../../orders/list-renewals';
import { type StartRenewalResult, startRenewal } from '../../../../../orders/start-renewal';
import { operation } from '../../operation';
import { fault, isoOf, maybeTold, notFound, refuse, rowNumber } from '../shop-fields';

const price = z.object({
  amount: z.int().describe('Minor units, before tax.'),
  full_amount: z.int().describe('What it costs those who do not renew.'),
  discount_percent: z.int(),
  units: z.int(),
  currency: z.string(),
});

const renewal = z.object({
  licence_number: z.int(),
  product: z.string(),
  plan: z.string(),
  product_id: z.int(),
  expires_at: maybeTold,
  state: z
    .string()
    .describe('open: it can be renewed now. Otherwise why not: not_yet, period_over, payment_pending, not_sold …'),
  price: price.nullable().describe('Today’s; null where there is nothing to pay for.'),
  opens_at: maybeTold,
  closes_at: maybeTold,
  renewed_until: maybeTold.describe('Its end if it is paid now; null also where the plan is for life.'),
});

export const listOwnRenewals = operation({
  id: 'licences.list_renewals',
  area: 'licences',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/renewals',
  summary: 'List your own licences with a fixed term, and what renewing them costs.',
  refusals: [],
  answerSchema: z.object({ data: z.array(renewal) }),
  handle: async ({ caller, at }) => {
    const renewals = await listRenewals({ customerId: caller.customerId, at });
    return { ok: true, body: { data: renewals.map(presentRenewal) } };
  },
});

const MOST = 50;

export const startOwnRenewal = operation({
  id: 'licences.renew',
  area: 'licences',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/renewals',
  summary: 'Open the payment page for a further term of some of your licences.',
  description:
    'Nothing is charged by this call: whoever opens the address pays there. Key, activations and remaining time stay.',
  refusals: ['not_found', 'payments_unreachable'],
  idempotency: 'taken',
  success: 201,
  bodySchema: z.strictObject({
    licences: z.array(rowNumber).min(1).max(MOST).describe('Their numbers.'),
    expected_amount: z.int().min(0).optional().describe('In minor units: another sum of today is refused.'),
  }),
  answerSchema: z.object({ payment_url: z.url() }),
  handle: async ({ caller, body, at }) => {
    const { customerId } = caller;
    const own = await listRenewals({ customerId, numbers: body.licences, at });
    const ids = body.licences.map((number) => own.find((one) => one.resourceNumber === number)?.apiResourceId);
    const apiResourceIds = ids.filter((id) => id !== undefined);
    if (apiResourceIds.length !== ids.length) return notFound;
    const wish = { formToken: newCheckoutToken(), customerId, apiResourceIds, at };
    const { expected_amount: shownAmount } = body;
    const started = await startRenewal({ ...wish, ...(shownAmount === undefined ? {} : { shownAmount }) });
    if (!started.ok) return refuseRenewal(started, ids);
    return { ok: true, status: 201, body: { payment_url: started.payUrl } };
  },
});

function refuseRenewal(refused: Extract<StartRenewalResult, { ok: false }>, ids: (string | undefined)[]) {
  if (refused.reason === 'payments_unreachable') return refuse({ reason: 'payments_unreachable' });
  if (refused.reason === 'licence_not_found') return notFound;
  if (refused.reason === 'price_changed') return fault('expected_amount', 'is not what it costs today');
  if ('apiResourceId' in refused) {
    return fault(`licences.${ids.indexOf(refused.apiResourceId)}`, `cannot be renewed: ${refused.reason}`);
  }
  return fault('licences', `cannot be renewed together: ${refused.reason}`);
}

function presentRenewal({ offer, ...of }: Renewal): z.input<typeof renewal> {
  const known = 'price' in offer ? offer.price : undefined;
  return {
    licence_number: of.resourceNumber,
    product: of.productTitle,
    plan: of.planName,
    product_id: of.planNumber,
    expires_at: isoOf(of.expiresAt),
    state: offer.ok ? 'open' : offer.reason,
    price: known
      ? {
          amount: known.amount,
          full_amount: known.fullAmount,
          discount_percent: known.discountPercent,
          units: known.units,
          currency: known.currency,
        }
      : null,
    opens_at: isoOf('opensAt' in offer ? offer.opensAt : null),
    closes_at: isoOf(offer.ok ? offer.closesAt : null),
    renewed_until: isoOf(offer.ok ? offer.endsAt : null),
  };
}
