import type { LoggedCall } from '@/lib/request-log/list-calls';

const YOUR_KEY = 'YOUR_KEY';
const V1_PATHS: Record<string, string> = {
  activate: 'activations',
  deactivate: 'deactivations',
  status: 'status',
  products: 'products',
  updates: 'updates',
};

type Asked = Pick<LoggedCall, 'protocol' | 'action' | 'product' | 'instance' | 'version'>;

/** The call for a terminal, with a placeholder for the key; undefined for a call that was not understood. */
export function curlCommand(call: Asked, publicUrl: string): string | undefined {
  if (call.action === '') return undefined;
  return call.protocol === 'v1' ? v1Command(call, publicUrl) : wcAmCommand(call, publicUrl);
}

function wcAmCommand({ action, product, instance, version }: Asked, publicUrl: string): string {
  const isPlace = action === 'activate' || action === 'deactivate' || action === 'status';
  const isOffer = /^(plugin)?(update|information)/.test(action);
  const sent: [string, string][] = [
    ['wc_am_action', action],
    ['api_key', YOUR_KEY],
    ['product_id', product],
    ['instance', instance],
    ['version', version],
    ['object', isPlace ? 'www.example.test' : ''],
    ['plugin_name', isOffer ? 'plugin/plugin.php' : ''],
  ];
  const lines = sent.flatMap(([name, value]) =>
    value === '' ? [] : [`--data-urlencode ${quoted(`${name}=${value}`)}`],
  );
  return [`curl -G ${quoted(`${publicUrl}/?wc-api=wc-am-api`)}`, ...lines].join(' \\\n  ');
}

function v1Command({ action, product, instance, version }: Asked, publicUrl: string): string | undefined {
  const path = V1_PATHS[action];
  if (path === undefined) return undefined;
  const head = [`curl ${quoted(`${publicUrl}/api/v1/${path}`)}`, `-H ${quoted(`Authorization: Bearer ${YOUR_KEY}`)}`];
  if (action === 'products') return head.join(' \\\n  ');
  const body = {
    product: /^\d{1,15}$/.test(product) ? Number(product) : product,
    ...(instance === '' ? {} : { instance }),
    ...(version === '' ? {} : { version }),
  };
  return [...head, `-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(JSON.stringify(body))}`].join(
    ' \\\n  ',
  );
}

// What a client sent must stay one word in a shell, and a line end or an escape sequence must not reach the terminal.
function quoted(word: string): string {
  return `'${word.replace(/\p{Cc}/gu, '').replaceAll("'", "'\\''")}'`;
}
