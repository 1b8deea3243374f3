import type { LoggedCall } from '@/lib/request-log/list-calls';

const YOUR_KEY = 'YOUR_KEY';
const V1_PATHS: Record<string, string> = {
  activate: 'activations',
  deactivate: 'deactivations',
  status: 'status',
  products: 'products',
  updates: 'updates',
};

type Asked = Pick<LoggedCall, 'protocol' | 'action' | 'outcome' | 'keyHint' | 'product' | 'instance' | 'version'>;

// Of these the path and perhaps some members are known, but not what was wrong with them.
const NOT_REPEATABLE = ['method_not_allowed', 'unsupported_media_type', 'key_in_url', 'two_keys'];

/**
 * The call for a terminal, with a placeholder for its key if it had one; undefined for a call that was not understood, or not
 * kept so far that it could be made again.
 */
export function curlCommand(call: Asked, publicUrl: string): string | undefined {
  if (call.action === '' || NOT_REPEATABLE.includes(call.outcome)) return undefined;
  return call.protocol === 'v1' ? v1Command(call, publicUrl) : wcAmCommand(call, publicUrl);
}

function wcAmCommand({ action, outcome, keyHint, product, instance, version }: Asked, publicUrl: string): string {
  const isPlace = action === 'activate' || action === 'deactivate' || action === 'status';
  const isOffer = /^(plugin)?(update|information)/.test(action);
  const sent: [string, string][] = [
    ['wc_am_action', action],
    ['api_key', keyHint === '' ? '' : YOUR_KEY],
    ['product_id', product],
    ['instance', instance],
    ['version', version],
    ['object', isPlace ? 'www.example.test' : ''],
    // Not kept: where nothing else is missing, it is what was.
    ['plugin_name', isOffer && outcome !== 'missing' ? 'plugin/plugin.php' : ''],
  ];
  const lines = sent.flatMap(([name, value]) =>
    value === '' ? [] : [`--data-urlencode ${quoted(`${name}=${value}`)}`],
  );
  return [`curl -G ${quoted(`${publicUrl}/?wc-api=wc-am-api`)}`, ...lines].join(' \\\n  ');
}

function v1Command({ action, keyHint, product, instance, version }: Asked, publicUrl: string): string | undefined {
  const path = V1_PATHS[action];
  if (path === undefined) return undefined;
  const head = [`curl ${quoted(`${publicUrl}/api/v1/${path}`)}`];
  if (keyHint !== '') head.push(`-H ${quoted(`Authorization: Bearer ${YOUR_KEY}`)}`);
  if (action === 'products') return head.join(' \\\n  ');
  const body = {
    ...(product === '' ? {} : { product: /^\d{1,15}$/.test(product) ? Number(product) : product }),
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
