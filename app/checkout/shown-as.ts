import type { SignedInCustomer } from '@/lib/customers/session';

/** Form field: whom the form was shown as, because who is signed in may change while it is open. */
export const SHOWN_AS = 'shownAs';

const GUEST = 'guest';

type Viewer = Pick<SignedInCustomer, 'id'> | undefined;

/** What the form carries. */
export function shownAs(viewer: Viewer): string {
  return viewer?.id ?? GUEST;
}

export type Changed = 'signed_out' | 'signed_in' | 'form_outdated';

/** What became different since the form was shown, in the page's word for it; undefined: the same person as then. */
export function changedSince(shown: string, viewer: Viewer): Changed | undefined {
  if (shown === shownAs(viewer)) return undefined;
  if (shown === '') return 'form_outdated';
  return viewer ? 'signed_in' : 'signed_out';
}
