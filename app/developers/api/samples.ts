import { KEY_PLACEHOLDER, type SampleCall } from './calls';

export type Sample = { language: string; code: string };

/**
 * A call as a whole program in each language, with nothing but what the language brings. Tests run them against a store, all
 * but the one in C#.
 */
export function samplesOf(call: SampleCall, storeUrl: string): Sample[] {
  const url = `${storeUrl}${call.path}`;
  return [
    { language: 'curl', code: inCurl(call, url) },
    { language: 'JavaScript', code: inJavaScript(call, url) },
    { language: 'Python', code: inPython(call, url) },
    { language: 'PHP', code: inPhp(call, url) },
    { language: 'C#', code: inCSharp(call, url) },
  ];
}

type Members = NonNullable<SampleCall['body']>;

function inCurl({ body }: SampleCall, url: string): string {
  const parts = [`curl "${url}"`, `-H "Authorization: Bearer ${KEY_PLACEHOLDER}"`];
  if (body) parts.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(body)}'`);
  return parts.join(' \\\n  ');
}

/** Also TypeScript as it stands. */
function inJavaScript({ method, body }: SampleCall, url: string): string {
  const type = body ? ", 'Content-Type': 'application/json'" : '';
  return [
    `const key = '${KEY_PLACEHOLDER}';`,
    '',
    `const response = await fetch('${url}', {`,
    ...(body ? [`  method: '${method}',`] : []),
    `  headers: { Authorization: 'Bearer ' + key${type} },`,
    ...(body ? [`  body: JSON.stringify({ ${written(body, (name, value) => `${name}: ${value}`, "'")} }),`] : []),
    '});',
    'const answer = await response.json();',
    "if (!response.ok) throw new Error(answer.code + ': ' + answer.detail);",
    'console.log(answer);',
  ].join('\n');
}

function inPython({ method, body }: SampleCall, url: string): string {
  const type = body ? ', "Content-Type": "application/json"' : '';
  return [
    'import json, urllib.error, urllib.request',
    '',
    `key = "${KEY_PLACEHOLDER}"`,
    '',
    'request = urllib.request.Request(',
    `    "${url}",`,
    `    method="${method}",`,
    `    headers={"Authorization": "Bearer " + key${type}},`,
    ...(body ? [`    data=json.dumps({${written(body, (name, value) => `"${name}": ${value}`, '"')}}).encode(),`] : []),
    ')',
    'try:',
    '    answer = json.load(urllib.request.urlopen(request))',
    'except urllib.error.HTTPError as refused:',
    '    problem = json.load(refused)',
    '    raise SystemExit(problem["code"] + ": " + problem["detail"])',
    'print(answer)',
  ].join('\n');
}

function inPhp({ method, body }: SampleCall, url: string): string {
  const type = body ? ", 'Content-Type: application/json'" : '';
  return [
    `$key = '${KEY_PLACEHOLDER}';`,
    '',
    "$context = stream_context_create(['http' => [",
    `    'method' => '${method}',`,
    `    'header' => ['Authorization: Bearer ' . $key${type}],`,
    ...(body
      ? [`    'content' => json_encode([${written(body, (name, value) => `'${name}' => ${value}`, "'")}]),`]
      : []),
    "    'ignore_errors' => true,",
    ']]);',
    `$answer = json_decode(file_get_contents('${url}', false, $context), true);`,
    "if (isset($answer['code'])) throw new Exception($answer['code'] . ': ' . $answer['detail']);",
    'print_r($answer);',
  ].join('\n');
}

function inCSharp({ body }: SampleCall, url: string): string {
  const asked = body
    ? `PostAsJsonAsync("${url}", new { ${written(body, (name, value) => `${name} = ${value}`, '"')} })`
    : `GetAsync("${url}")`;
  return [
    'using System.Net.Http.Json;',
    'using System.Text.Json;',
    '',
    'var http = new HttpClient();',
    `http.DefaultRequestHeaders.Authorization = new("Bearer", "${KEY_PLACEHOLDER}");`,
    '',
    `var response = await http.${asked};`,
    'var answer = await response.Content.ReadFromJsonAsync<JsonElement>();',
    'if (!response.IsSuccessStatusCode) throw new Exception($"{answer.GetProperty("code")}: {answer.GetProperty("detail")}");',
    'Console.WriteLine(answer);',
  ].join('\n');
}

// No text of a sample holds a quotation mark.
function written(body: Members, pair: (name: string, value: string) => string, quote: string): string {
  return Object.entries(body)
    .map(([name, value]) => pair(name, typeof value === 'number' ? String(value) : `${quote}${value}${quote}`))
    .join(', ');
}
