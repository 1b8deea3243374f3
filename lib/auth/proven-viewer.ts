import { currentCustomer } from './current-customer';

/**
 * Who this browser is signed in as, if it showed their password or factor for it; undefined also for a browser that was let
 * in because it bought, or by a mailed link: an address that somebody sent shows nothing of who opens it.
 */
export async function provenViewerId(): Promise<string | undefined> {
  const viewer = await currentCustomer();
  return viewer?.proof ? viewer.id : undefined;
}
