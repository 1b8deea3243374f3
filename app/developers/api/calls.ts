/** The five calls of the client API with what the samples send. */
export type SampleCall = {
  name: 'activate' | 'status' | 'deactivate' | 'products' | 'updates';
  method: 'GET' | 'POST';
  /** Below the store's address. */
  path: string;
  /** Members of the body; none of a question by GET. */
  body: Readonly<Record<string, string | number>> | undefined;
};

/** Stands where a licence key belongs. Never a real one: samples are copied into tickets and repositories. */
export const KEY_PLACEHOLDER = 'YOUR_LICENSE_KEY';

/** The calls about one product. */
export function sampleCalls(product: number, newest: string): SampleCall[] {
  // A version is the store owner's text: no quotation mark may end a sample's own.
  const version = newest.replace(/[^\w.+-]/g, '');
  const about = { product, instance: 'my-computer' };
  const asked = new URLSearchParams({ product: String(product), instance: about.instance, version });
  return [
    {
      name: 'activate',
      method: 'POST',
      path: '/api/v1/activations',
      body: { ...about, label: 'Lab 3', version },
    },
    { name: 'status', method: 'POST', path: '/api/v1/status', body: { ...about, version } },
    { name: 'deactivate', method: 'POST', path: '/api/v1/deactivations', body: about },
    { name: 'products', method: 'GET', path: '/api/v1/products', body: undefined },
    { name: 'updates', method: 'GET', path: `/api/v1/updates?${asked}`, body: undefined },
  ];
}
