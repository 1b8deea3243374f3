import { present } from '../payments/support';
import { findOrder, pressPay, type Shop } from './support';

/** Presses Pay, does what the forms of the payment page do (a code, billing details), pays, and delivers every event. */
export async function buyOnPage(
  shop: Shop,
  wish: Parameters<typeof pressPay>[0],
  forms: Record<string, string>[] = [],
) {
  const pressed = await pressPay(wish);
  for (const form of [...forms, { action: 'pay' }]) {
    const body = new URLSearchParams(form);
    await shop.payments.double.handle(new Request(pressed.payUrl, { method: 'POST', body }));
  }
  await shop.payments.double.settle();
  return { ...pressed, order: present(await findOrder(pressed.sessionId)) };
}

export const BILLING = {
  action: 'save_billing',
  name: 'Ada Byron',
  business: 'Engine Ltd',
  line1: 'Row 1',
  postal_code: '10115',
  city: 'Berlin',
  country: 'DE',
  tax_id: 'DE123456789',
};
