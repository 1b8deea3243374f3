export const ACTIVATIONS_PATH = '/account/api-keys/activations';

/** The page that an activation is shown on. A change comes back to it: to the search, to the licence, or else to API Keys. */
export type ShownOn = { search?: string | undefined; licence?: string | undefined };

/** What became of a change: a notice, and the deletion that can be taken back. */
export type Told = { notice: string; deleted?: string | undefined };

/** The address that a change leads back to. Anything may stand in what a form says of it. */
export function backToActivations({ search, licence }: ShownOn, { notice, deleted }: Told): string {
  const params = new URLSearchParams({ ...(search ? { q: search } : {}), notice, ...(deleted ? { deleted } : {}) });
  if (licence !== undefined && /^\d{1,9}$/.test(licence)) return `/account/licences/${licence}?${params}`;
  return `${search === undefined ? '/account/api-keys' : ACTIVATIONS_PATH}?${params}`;
}
