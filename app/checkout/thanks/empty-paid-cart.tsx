'use client';

import { useEffect } from 'react';
import { emptyPaidCart } from './actions';

/** The cart's cookie cannot change while a page is shown, so the page asks for it once it is there. */
export function EmptyPaidCart({ token }: { token: string }) {
  useEffect(() => {
    void emptyPaidCart(token);
  }, [token]);
  return null;
}
