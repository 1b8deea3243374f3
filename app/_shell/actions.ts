'use server';

import { cookies } from 'next/headers';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { storeFacts } from '@/lib/settings/store-facts';
import { formField } from './form-field';
import { THEME_COOKIE, themeOf } from './theme';

const YEAR = 365 * 24 * 60 * 60;

/** Public: keeps the visitor's theme in a cookie. */
export async function chooseTheme(form: FormData): Promise<void> {
  await requireOwnPage();
  const theme = themeOf(formField(form, 'theme'));
  (await cookies()).set(THEME_COOKIE, theme, {
    httpOnly: true,
    sameSite: 'lax',
    secure: storeFacts().isHttps,
    path: '/',
    maxAge: YEAR,
  });
}
