import type { FoundPlan } from '@/lib/catalog/find-plans';
import type { ManualOrderWish } from '@/lib/orders/create-manual-order';
import { formField } from '../../../_shell/form-field';
import { readAmount } from '../read-amount';

/** What the form asks for. Amounts are read in the currency of the first chosen plan. */
export function readNewOrder(form: FormData, plans: readonly FoundPlan[]): ManualOrderWish {
  const lines = plans.flatMap(({ number }) => {
    const quantity = formField(form, `quantity_${number}`).trim();
    return /^[1-9]\d?$/.test(quantity) ? [{ planNumber: number, quantity: Number(quantity) }] : [];
  });
  const currency = plans.find(({ number }) => number === lines[0]?.planNumber)?.currency ?? 'usd';
  return {
    requestId: formField(form, 'request'),
    email: formField(form, 'email'),
    name: plain(formField(form, 'name')),
    lines,
    paid: formField(form, 'paid') === 'free' ? { kind: 'free' } : paidOutside(form, currency),
  };
}

function paidOutside(form: FormData, currency: string): ManualOrderWish['paid'] {
  const tax = formField(form, 'tax').trim();
  return {
    kind: 'outside',
    amount: readAmount(formField(form, 'amount'), currency),
    taxAmount: tax === '' ? 0 : readAmount(tax, currency),
    reference: plain(formField(form, 'reference')),
  };
}

/** PostgreSQL text cannot hold NUL, and nobody's name is longer. */
function plain(typed: string): string {
  return typed.replaceAll('\0', '').slice(0, 200);
}
