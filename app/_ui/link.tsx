import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link within the store. It fetches nothing before it is pressed: Next would ask the store twice for every link in sight at
 * every look at a page, and once more at the press, because these pages are made for who is looking.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
