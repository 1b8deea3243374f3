/** The client calls of `/api/v1`, in the words of the core. */
export type V1Verb = 'activate' | 'deactivate' | 'status' | 'products' | 'updates';

type Endpoint = { verb: V1Verb; methods: readonly string[] };

const ASK_OR_TELL = ['GET', 'HEAD', 'POST'];

// The two questions are also answered by POST: a key that does not fit into a header travels in the body.
const ENDPOINTS: Record<string, Endpoint> = {
  activations: { verb: 'activate', methods: ['POST'] },
  deactivations: { verb: 'deactivate', methods: ['POST'] },
  status: { verb: 'status', methods: ['POST'] },
  products: { verb: 'products', methods: ASK_OR_TELL },
  updates: { verb: 'updates', methods: ASK_OR_TELL },
};

/** Is this the URL of one of the client calls? Cheap: every request of the store passes here. */
export function isV1ClientUrl(url: string): boolean {
  return url.startsWith('/api/v1/') && endpointOf(url) !== undefined;
}

/** The call that a path (or a URL with its query) names; undefined for everything else below `/api/v1`. */
export function endpointOf(url: string): Endpoint | undefined {
  const name = /^\/api\/v1\/([a-z]+)\/?(?:\?|$)/.exec(url)?.[1];
  return name !== undefined && Object.hasOwn(ENDPOINTS, name) ? ENDPOINTS[name] : undefined;
}
