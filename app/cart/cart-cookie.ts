import { cookies } from 'next/headers';
import { type CartLine, formatCartLines, parseCartLines } from '@/lib/catalog/cart-lines';
import { storeFacts } from '@/lib/settings/store-facts';

const NAME = 'cart';
const DAYS_90 = 90 * 24 * 60 * 60;

/** What this browser has in its cart. */
export async function readCart(): Promise<CartLine[]> {
  return parseCartLines((await cookies()).get(NAME)?.value ?? '');
}

/** Keeps the cart in this browser for 90 days. Only in a server action or route. */
export async function saveCart(lines: CartLine[]): Promise<void> {
  const jar = await cookies();
  if (lines.length === 0) {
    jar.delete(NAME);
    return;
  }
  jar.set(NAME, formatCartLines(lines), {
    httpOnly: true,
    sameSite: 'lax',
    secure: storeFacts().isHttps,
    path: '/',
    maxAge: DAYS_90,
  });
}
