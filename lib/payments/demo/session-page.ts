import { applyPromotion, removePromotion } from './apply-promotion';
import { bankMoves, intentOfInvoice, playBank } from './bank-moves';
import { saveBilling } from './billing-details';
import type { Double } from './double';
import { hostedPage } from './hosted-page';
import {
  askForAuthentication,
  declineSession,
  failAuthentication,
  findIntent,
  payLater,
  paySession,
  settleLater,
} from './settle-session';
import type { StoredSession } from './state';

/** The payment page of a session. */
export function sessionPage(double: Double, stored: StoredSession, notice: string | undefined): string {
  const intent = findIntent(double, stored) ?? intentOfInvoice(double, stored.session.invoice);
  return hostedPage(stored, { intent, notice, bank: bankMoves(double, intent) });
}

/** Does what the button says and tells where the browser goes next. */
export function actOnSession(double: Double, stored: StoredSession, form: URLSearchParams): string {
  const { session } = stored;
  const action = form.get('action') ?? '';
  const here = `/demo-payments/${session.id}`;
  const store = session.success_url ?? here;
  const afterPayment = (result: ReturnType<typeof paySession>, next: string) =>
    result.ok || result.reason === 'not_open' ? next : `${here}?notice=promotion_gone`;
  switch (action) {
    case 'pay':
      return afterPayment(paySession(double, stored), store);
    case 'later':
      return afterPayment(payLater(double, stored), here);
    case 'pay_then_decline':
      return afterPayment(paySession(double, stored, 'declines'), store);
    case 'pay_then_authenticate':
      return afterPayment(paySession(double, stored, 'authenticates'), store);
    case 'decline':
      declineSession(double, stored);
      return stored.subscription ? `${here}?notice=declined` : here;
    case 'authenticate':
      askForAuthentication(double, stored);
      return here;
    case 'refuse':
      failAuthentication(double, stored);
      return here;
    case 'succeed':
    case 'fail':
      settleLater(double, stored, action);
      return store;
    case 'cancel':
      return session.cancel_url ?? here;
    case 'apply_code':
      return applyPromotion(double, stored, form.get('code') ?? '').ok ? here : `${here}?notice=code_invalid`;
    case 'remove_code':
      if (session.status === 'open') removePromotion(stored);
      return here;
    case 'save_billing':
      if (session.status === 'open') saveBilling(session, form);
      return here;
    default:
      playBank(double, findIntent(double, stored) ?? intentOfInvoice(double, session.invoice), action);
      return here;
  }
}
