import fc from 'fast-check';

/** One request, in bytes as they go over the wire: `query` and `body` hold a character a byte. */
export type HostileCall = {
  method: string;
  path: string;
  query: string;
  contentType: string | undefined;
  body: string;
};

/** A well-meant value for each parameter; keys are those of the store under attack. */
export type Honest = Record<string, string>;

const ACTIONS = [
  'activate',
  'deactivate',
  'activation',
  'deactivation',
  'status',
  'update',
  'information',
  'product_list',
  'verify_api_key_is_active',
  'pluginupdatecheck',
  'plugininformation',
  'themeupdatecheck',
  'check',
  '__proto__',
  'constructor',
  'toString',
];

const METHODS = ['GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'];

const NAMES = [
  'wc_am_action',
  'request',
  'api_key',
  'licence_key',
  'license_key',
  'product_id',
  'software_id',
  'product_parent_id',
  'parent_product_id',
  'instance',
  'object',
  'platform',
  'version',
  'software_version',
  'plugin_name',
  'slug',
  'email',
  'ip_address',
];

const ODD_NAMES = [
  'api_key[]',
  'instance[$ne]',
  'product_id[0][0]',
  '__proto__',
  '__proto__[success]',
  'constructor',
  'constructor[prototype][admin]',
  'hasOwnProperty',
  'wc-api',
  '',
  '%00',
  '%ff',
  'api_key%00',
];

const ODD_VALUES = [
  '',
  '0',
  '00',
  '-1',
  '1e3',
  '0x0c',
  '2147483648',
  '99999999999999999999999999',
  'true',
  'null',
  'undefined',
  '[object%20Object]',
  '__proto__',
  'constructor',
  '%00',
  'a%00b',
  '%C3%28',
  '%ff%fe',
  '%ED%A0%80',
  '%F0%9F%94%91',
  '%F0%9F',
  '%',
  '%%%',
  '%zz',
  '%u0041',
  '%2541',
  '%E2%80%AE',
  '+',
  '%20%20',
  '%0d%0aX-Injected:%201',
  "'%3B--",
  '%27%20OR%201%3D1',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%3C%3Cb%3Eimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '%3C!DOCTYPE%20html%3E',
  'O:8:%22stdClass%22:0:{}',
  '%F0%9F%94%91'.repeat(300),
  'x'.repeat(5000),
  '9'.repeat(400),
  `${'%3C'.repeat(1500)}`,
];

// A text as it goes over the wire, a character a byte.
const utf8 = (text: string) => Buffer.from(text).toString('latin1');
const oneOf = (values: readonly string[]) => fc.constantFrom(...values);

// Random bytes, percent-encoded as a browser would, or as they are. Node refuses those beyond ASCII in a request line before
// anybody sees them, so they travel in bodies.
const encodedBytes = fc
  .uint8Array({ maxLength: 40 })
  .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
const bytesBetween = (min: number, max: number) =>
  fc
    .array(fc.integer({ min, max }), { maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes).replace(/[#&=]/g, 'a'));
const printable = bytesBetween(0x21, 0x7e);
const rawBytes = bytesBetween(0x01, 0xff);
const anyText = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => encodeURIComponent(text.toWellFormed()));

const oddValue = fc.oneof({ weight: 3, arbitrary: oneOf(ODD_VALUES) }, encodedBytes, printable, anyText);

/** Parameters of an action: mostly honest, some dropped, some spoiled, some added, some sent twice. */
function parametersOf(honest: Honest): fc.Arbitrary<[string, string][]> {
  const names = Object.keys(honest);
  const kept = fc.subarray(names, { minLength: Math.max(0, names.length - 3) });
  const spoiled = fc.array(fc.tuple(oneOf([...names, ...NAMES, ...ODD_NAMES]), oddValue), { maxLength: 3 });
  return fc.tuple(oneOf(ACTIONS), kept, spoiled).chain(([action, present, odd]) => {
    const pairs: [string, string][] = [
      ['wc_am_action', action],
      ...present.map((name): [string, string] => [name, encodeURIComponent(honest[name] ?? '')]),
      ...odd,
    ];
    return fc.shuffledSubarray(pairs, { minLength: pairs.length });
  });
}

const endpoint = oneOf([
  'wc-am-api',
  'am-software-api',
  'upgrade-api',
  'WC-AM-API',
  'wc-am-api%00',
  'software-api',
  'x',
]);

/** A path and the query it forces, in each of the forms of wc-am.md 1.1. */
const place: fc.Arbitrary<{ path: string; first: string }> = fc.oneof(
  endpoint.map((name) => ({ path: '/', first: `wc-api=${name}` })),
  endpoint.map((name) => ({ path: '/index.php', first: `wc-api=${name}` })),
  endpoint.map((name) => ({ path: '/shop/produkt-%C3%BC/', first: `wc-api=${name}` })),
  endpoint.map((name) => ({ path: `/wc-api/${name}/`, first: '' })),
  fc.constant({ path: '/wc-api/wc-am-api', first: 'consumer_key=ck&oauth_nonce=1' }),
  fc.constant({ path: '/api/wc-am', first: '' }),
);

const contentType = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=iso-8859-1',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'APPLICATION/JSON;;;',
  undefined,
);

// JSON of every shape, deep, with names that mean something to JavaScript; and what is no JSON at all.
const oddJson = fc.oneof(
  fc.json({ maxDepth: 4 }).map(utf8),
  oneOf([
    '{"__proto__":{"wc_am_action":"activate"},"constructor":{"prototype":{}}}',
    '{"wc_am_action":["activate"],"api_key":{"$ne":""}}',
    '{"wc_am_action":"activate","wc_am_action":"status","instance":1e999}',
    '{"wc_am_action":"status","api_key":"a\\u0000b","instance":"\\ud800"}',
    '"wc_am_action"',
    '12',
    'null',
    '[]',
    '{',
    '\xef\xbb\xbf{}',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`,
  ]),
);

const joined = (pairs: [string, string][]) => pairs.map(([name, value]) => `${name}=${value}`).join('&');

const TYPES = {
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data; boundary=x',
  json: 'application/json',
};

function asParts(pairs: [string, string][]): string {
  const parts = pairs.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--x--`;
}

function asJson(pairs: [string, string][]): string {
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return utf8(JSON.stringify(Object.fromEntries(pairs.map(([name, value]) => [decode(name), decode(value)]))));
}

/** Calls of every kind of malice that a parameter can carry. */
export function hostileCall(honest: Honest): fc.Arbitrary<HostileCall> {
  return fc
    .record({
      method: oneOf(METHODS),
      place,
      pairs: parametersOf(honest),
      contentType,
      where: fc.constantFrom('query', 'query', 'form', 'multipart', 'json', 'both', 'junk'),
      junk: fc.oneof(oddJson, rawBytes, encodedBytes),
    })
    .map(({ method, place: { path, first }, pairs, contentType: type, where, junk }) => {
      const inQuery = where === 'query' || where === 'both' || where === 'junk';
      const query = [first, inQuery ? joined(pairs) : ''].filter((part) => part !== '').join('&');
      const form = `${joined(pairs)}&object=${junk}`;
      const parts = asParts([...pairs, ['object', junk]]);
      const bodies = { query: '', form, multipart: parts, json: asJson(pairs), both: joined(pairs.slice(1)), junk };
      const known = { ...TYPES, both: type, junk: type };
      return {
        method,
        path,
        query,
        contentType: where === 'query' ? undefined : known[where],
        body: method === 'POST' || method === 'PUT' ? bodies[where] : '',
      };
    });
}
