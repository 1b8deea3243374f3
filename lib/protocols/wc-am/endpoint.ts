const ENDPOINTS = new Set(['wc-am-api', 'am-software-api', 'upgrade-api']);

/**
 * Does this URL speak to the client API? `wc-api=NAME` in the query at any path, `/wc-api/NAME/`, or our own `/api/wc-am`
 * (wc-am.md 1.1). Cheap: every request of the store passes here.
 */
export function isClientUrl(url: string): boolean {
  return url.includes('wc-api') ? endpointOf(url) !== undefined : /^\/api\/wc-am\/?(\?|$)/.test(url);
}

/** Known endpoint names all reach the same actions; an unknown name is answered as WooCommerce would. */
export function isKnownEndpoint(url: string): boolean {
  const name = endpointOf(url);
  return name === undefined || ENDPOINTS.has(name);
}

function endpointOf(url: string): string | undefined {
  const path = /^\/wc-api\/([^/?]+)/.exec(url)?.[1];
  const name = path ?? /[?&](?:amp;)?wc-api=([^&]*)/.exec(url)?.[1];
  // The original lower-cases the name and drops every other character before it looks it up.
  return name?.toLowerCase().replace(/[^a-z0-9_-]/g, '');
}
