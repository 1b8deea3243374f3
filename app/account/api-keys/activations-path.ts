export const ACTIVATIONS_PATH = '/account/api-keys/activations';

/** Where a deletion leads back to: the search it was made in, or the API Keys page when it was made there. */
export function afterDeletion(search: string | undefined, notice: string): string {
  if (search === undefined) return `/account/api-keys?notice=${notice}`;
  return `${ACTIVATIONS_PATH}?${new URLSearchParams({ ...(search === '' ? {} : { q: search }), notice })}`;
}
