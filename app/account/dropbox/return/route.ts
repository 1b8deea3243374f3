import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { sessionActor } from '@/lib/auth/session-actor';
import { type FinishConsentResult, finishDropboxConsent } from '@/lib/downloads/dropbox-consent';

/** Where Dropbox sends the browser back to, with a code or a refusal. It leaves at once, so neither stays in the address. */
export async function GET(request: Request): Promise<Response> {
  const customer = await requireCustomer('/account/api-downloads');
  const query = new URL(request.url).searchParams;
  const value = (name: string) => query.get(name) ?? '';
  const result = await finishDropboxConsent(
    { customerId: customer.id, sessionId: customer.sessionId },
    { state: value('state'), code: value('code'), error: value('error') },
    await sessionActor(customer),
  );
  redirect(`/account/api-downloads?notice=dropbox_${noticeOf(result)}`);
}

function noticeOf(result: FinishConsentResult): string {
  if (result.ok) return 'connected';
  if (result.reason === 'consent_denied') return 'denied';
  if (result.reason === 'state_unknown') return 'state';
  return result.refusal === 'dropbox_busy' ? 'busy' : 'refused';
}
