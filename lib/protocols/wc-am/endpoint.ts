/** The names that are known at any time. */
export const ENDPOINTS = new Set(['wc-am-api', 'am-software-api', 'upgrade-api']);

/** The endpoint name of Software Add-on clients, known only while the store translates for them. */
export const SOFTWARE_ADD_ON = 'software-api';

const SENT = 'wc-api=';

/**
 * Does this URL speak to the client API? `wc-api=NAME` in the query at any path, `/wc-api/NAME/` at the end of any, or our own
 * `/api/wc-am` (wc-am.md 1.1). Cheap: every request of the store passes here.
 */
export function isClientUrl(url: string): boolean {
  return url.includes('wc-api') ? endpointOf(url) !== undefined : /^\/api\/wc-am\/?(\?|$)/.test(url);
}

/** Known endpoint names all reach the same actions; an unknown name is answered as WooCommerce would. */
export function isKnownEndpoint(url: string, options: { translateSoftwareAddOn: boolean }): boolean {
  const name = endpointOf(url);
  return name === undefined || ENDPOINTS.has(name) || (options.translateSoftwareAddOn && name === SOFTWARE_ADD_ON);
}

/** Software Add-on clients know one more word for an action (wc-am.md 1.1, form 5). */
export function isSoftwareAddOn(url: string): boolean {
  return url.includes(SOFTWARE_ADD_ON) && endpointOf(url) === SOFTWARE_ADD_ON;
}

function endpointOf(url: string): string | undefined {
  const cut = url.indexOf('?');
  const path = cut === -1 ? url : url.slice(0, cut);
  const name = /\/wc-api\/([^/]+)\/?$/.exec(path)?.[1] ?? (cut === -1 ? undefined : lastSent(url.slice(cut)));
  // The original lower-cases the name and drops every other character before it looks it up.
  if (name === undefined || ENDPOINTS.has(name)) return name;
  return decoded(name)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '');
}

// The last of several, as with every other parameter (read-parameters.ts); "&amp;" stands for "&" there too.
function lastSent(query: string): string | undefined {
  for (let at = query.lastIndexOf(SENT); at > 0; at = query.lastIndexOf(SENT, at - 1)) {
    const before = query.charAt(at - 1);
    if (before === '?' || before === '&' || query.endsWith('&amp;', at)) {
      const end = query.indexOf('&', at);
      return query.slice(at + SENT.length, end === -1 ? undefined : end);
    }
  }
  return undefined;
}

function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
