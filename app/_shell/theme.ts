import { cookies } from 'next/headers';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = 'theme';

/** A theme by name; anything else means: as the system has it. */
export function themeOf(name: unknown): Theme {
  return THEMES.find((theme) => theme === name) ?? 'system';
}

/** The visitor's choice, known before the first byte, so that the page never flashes in the other theme. */
export async function readTheme(): Promise<Theme> {
  return themeOf((await cookies()).get(THEME_COOKIE)?.value);
}
