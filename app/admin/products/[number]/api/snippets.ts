/** Stands where a key belongs. Never a real one: these texts are copied into tickets and repositories. */
export const KEY_PLACEHOLDER = 'YOUR_LICENSE_KEY';

export type Snippet = { name: 'activate' | 'status' | 'update' | 'deactivate' | 'php' | 'node'; text: string };

type Facts = { storeUrl: string; productNumber: number; title: string; version: string };

/** A call for each action, as clients of WooCommerce API Manager make them. */
export function wcAmSnippets({ storeUrl, productNumber, version }: Facts): Snippet[] {
  const shared = { api_key: KEY_PLACEHOLDER, product_id: String(productNumber), instance: 'my-computer' };
  const call = (action: string, more: Record<string, string>) => {
    const fields = Object.entries({ wc_am_action: action, ...shared, ...more });
    const lines = fields.map(([name, value]) => `  --data-urlencode ${shellWord(`${name}=${value}`)}`);
    return [`curl --get ${shellWord(`${storeUrl}/`)}`, "  --data-urlencode 'wc-api=wc-am-api'", ...lines].join(' \\\n');
  };
  return [
    { name: 'activate', text: call('activate', { object: 'client.example.com', software_version: version }) },
    { name: 'status', text: call('status', { object: 'client.example.com' }) },
    { name: 'update', text: call('update', { plugin_name: 'my-plugin/my-plugin.php', slug: 'my-plugin', version }) },
    { name: 'deactivate', text: call('deactivate', { object: 'client.example.com' }) },
  ];
}

/** The same calls of the store's own API. */
export function v1Snippets({ storeUrl, productNumber, version }: Facts): Snippet[] {
  const base = `${storeUrl}/api/v1`;
  const authorized = `-H 'Authorization: Bearer ${KEY_PLACEHOLDER}'`;
  const post = (path: string, body: Record<string, string | number>) =>
    [
      `curl ${shellWord(`${base}/${path}`)}`,
      `  ${authorized} -H 'Content-Type: application/json'`,
      `  -d ${shellWord(JSON.stringify(body))}`,
    ].join(' \\\n');
  const about = { product: productNumber, instance: 'my-computer' };
  const asked = new URLSearchParams({ product: String(productNumber), instance: 'my-computer', version });
  return [
    { name: 'activate', text: post('activations', { ...about, label: 'Lab 3', version }) },
    { name: 'status', text: post('status', { ...about, version }) },
    { name: 'update', text: [`curl ${shellWord(`${base}/updates?${asked}`)}`, `  ${authorized}`].join(' \\\n') },
    { name: 'deactivate', text: post('deactivations', about) },
  ];
}

/** How a plugin or theme builds the PHP client library in. */
export function phpSnippet({ storeUrl, productNumber, title, version }: Facts): Snippet {
  const arguments_ = ['__FILE__', String(productNumber), version, 'plugin', `${storeUrl}/`, title].map(
    (value, index) => (index === 0 || index === 1 ? value : phpText(value)),
  );
  return { name: 'php', text: `$client = new WC_AM_Client( ${arguments_.join(', ')} );` };
}

/** A whole program for Node.js 18 or newer: it activates this machine and says what came of it. */
export function nodeSnippet({ storeUrl, productNumber, version }: Facts): Snippet {
  const text = `import { hostname } from 'node:os';

const response = await fetch(${JSON.stringify(`${storeUrl}/api/v1/activations`)}, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    Authorization: \`Bearer \${process.env.LICENSE_KEY}\`,
  },
  body: JSON.stringify({
    product: ${productNumber},
    instance: hostname(),
    label: hostname(),
    version: ${JSON.stringify(version)},
  }),
});
const answer = await response.json();
console.log(response.ok ? 'Activated.' : answer.detail);`;
  return { name: 'node', text };
}

function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function phpText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
