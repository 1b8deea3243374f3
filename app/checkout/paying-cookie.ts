import { cookies } from 'next/headers';
import { storeFacts } from '@/lib/settings/store-facts';

const NAME = 'paying';
const DAYS_7 = 7 * 24 * 60 * 60;

/** Remembers which cart went to which payment, so that a paid cart, and no newer one, is emptied on return. */
export async function rememberPaying(token: string, cart: string): Promise<void> {
  (await cookies()).set(NAME, `${token}.${cart}`, {
    httpOnly: true,
    sameSite: 'lax',
    secure: storeFacts().isHttps,
    path: '/',
    maxAge: DAYS_7,
  });
}

/** The cart that went to this payment from this browser, in its cookie's form. */
export async function payingCart(token: string): Promise<string | undefined> {
  const value = (await cookies()).get(NAME)?.value ?? '';
  return value.startsWith(`${token}.`) ? value.slice(token.length + 1) : undefined;
}

/** The payment is over. */
export async function forgetPaying(): Promise<void> {
  (await cookies()).delete(NAME);
}
