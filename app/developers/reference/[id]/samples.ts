import type { DescribedOperation } from '@/lib/protocols/v1/manage/handle';

export type Sample = { language: string; code: string };

/** The same call in four languages. Each reads the key from the environment: a key does not belong into source code. */
export function samplesOf(operation: DescribedOperation, storeUrl: string): Sample[] {
  const call = { ...operation, url: `${storeUrl}${filledPath(operation)}` };
  return [
    { language: 'curl', code: inCurl(call) },
    { language: 'TypeScript', code: inTypeScript(call) },
    { language: 'Python', code: inPython(call) },
    { language: 'PHP', code: inPhp(call) },
  ];
}

type Call = DescribedOperation & { url: string };

/** The address with a plain value for each parameter. */
export function filledPath({ path, inPath }: DescribedOperation): string {
  return inPath.reduce((filled, { name, type }) => filled.replace(`{${name}}`, valueFor(name, type)), path);
}

function valueFor(name: string, type: string): string {
  if (/integer|number/.test(type)) return '1001';
  if (name === 'sid') return 'key_9fQx2B';
  return type === 'uuid' ? '00000000-0000-4000-8000-000000000000' : name;
}

function hasKey({ audience }: Call): boolean {
  return audience !== 'public';
}

function inCurl(call: Call): string {
  const { method, url, bodyKind, bodyExample } = call;
  const parts = [method === 'GET' ? `curl "${url}"` : `curl -X ${method} "${url}"`];
  if (hasKey(call)) parts.push('-H "Authorization: Bearer $LATCHKEY_KEY"');
  if (call.idempotency !== 'none') parts.push('-H "Idempotency-Key: $(uuidgen)"');
  if (bodyKind === 'file') parts.push('-H "Content-Type: application/octet-stream"', '--data-binary @FILE');
  if (isJson(bodyKind)) parts.push('-H "Content-Type: application/json"', `-d '${oneLine(bodyExample)}'`);
  return parts.join(' \\\n  ');
}

function inTypeScript(call: Call): string {
  const { method, url, bodyKind, bodyExample } = call;
  const headers = [
    ...(hasKey(call) ? ["Authorization: 'Bearer ' + process.env.LATCHKEY_KEY"] : []),
    ...(call.idempotency === 'none' ? [] : ["'Idempotency-Key': crypto.randomUUID()"]),
    ...(isJson(bodyKind) ? ["'Content-Type': 'application/json'"] : []),
  ];
  const lines = [
    `const response = await fetch('${url}', {`,
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length > 0 ? [`  headers: { ${headers.join(', ')} },`] : []),
    ...(isJson(bodyKind) ? [`  body: JSON.stringify(${oneLine(bodyExample)}),`] : []),
    ...(bodyKind === 'file' ? ['  body: await readFile(FILE),'] : []),
    '});',
    'if (!response.ok) throw new Error((await response.json()).code);',
    ...(call.answer.length > 0 ? ['const answer = await response.json();'] : []),
  ];
  return lines.join('\n');
}

function inPython(call: Call): string {
  const { method, url, bodyKind, bodyExample } = call;
  const headers = [
    ...(hasKey(call) ? ['"Authorization": "Bearer " + os.environ["LATCHKEY_KEY"]'] : []),
    ...(call.idempotency === 'none' ? [] : ['"Idempotency-Key": str(uuid.uuid4())']),
  ];
  const body = isJson(bodyKind)
    ? [`    json=json.loads('${oneLine(bodyExample)}'),`]
    : bodyKind === 'file'
      ? ['    data=open(FILE, "rb"),']
      : [];
  return [
    'import json, os, uuid, requests',
    '',
    `response = requests.${method.toLowerCase()}(`,
    `    "${url}",`,
    `    headers={${headers.join(', ')}},`,
    ...body,
    ')',
    'response.raise_for_status()',
    ...(call.answer.length > 0 ? ['answer = response.json()'] : []),
  ].join('\n');
}

function inPhp(call: Call): string {
  const { method, url, bodyKind, bodyExample } = call;
  const headers = [
    ...(hasKey(call) ? ["'Authorization: Bearer ' . getenv('LATCHKEY_KEY')"] : []),
    ...(call.idempotency === 'none' ? [] : ["'Idempotency-Key: ' . bin2hex(random_bytes(16))"]),
    ...(isJson(bodyKind) ? ["'Content-Type: application/json'"] : []),
  ];
  return [
    `$call = curl_init('${url}');`,
    'curl_setopt_array($call, [',
    `    CURLOPT_CUSTOMREQUEST => '${method}',`,
    '    CURLOPT_RETURNTRANSFER => true,',
    `    CURLOPT_HTTPHEADER => [${headers.join(', ')}],`,
    ...(isJson(bodyKind) ? [`    CURLOPT_POSTFIELDS => '${oneLine(bodyExample)}',`] : []),
    ...(bodyKind === 'file' ? ['    CURLOPT_POSTFIELDS => file_get_contents(FILE),'] : []),
    ']);',
    '$answer = json_decode(curl_exec($call), true);',
  ].join('\n');
}

function isJson(kind: Call['bodyKind']): boolean {
  return kind === 'json' || kind === 'form';
}

function oneLine(json: string): string {
  return JSON.stringify(JSON.parse(json));
}
