import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { isFromOwnPage } from './own-page';

/** The first line of every server action: a request from somebody else's page ends here, before any effect. */
export async function requireOwnPage(): Promise<void> {
  if (!isFromOwnPage(await headers())) notFound();
}
