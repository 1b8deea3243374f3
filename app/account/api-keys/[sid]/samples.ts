import type { AccessKeyKind } from '@/lib/access-keys/caller';

export type Sample = { name: string; code: string };

/** A first call in four ways. The key comes from the environment, never from the source. */
export function requestSamples(storeUrl: string, kind: AccessKeyKind): Sample[] {
  const url = `${storeUrl}/api/v1/whoami`;
  return kind === 'pair' ? pairSamples(url) : keySamples(url);
}

/** A line for cron that saves all orders each night. */
export function exportSample(storeUrl: string, kind: AccessKeyKind): string {
  // A percent sign ends the command in a crontab unless a backslash stands before it.
  return `0 3 * * * curl -fsS ${credentials(kind)} "${storeUrl}/api/v1/exports/orders.csv" -o "$HOME/orders-$(date +\\%F).csv"`;
}

function credentials(kind: AccessKeyKind): string {
  return kind === 'pair'
    ? '-u "$LATCHKEY_ACCESS_KEY:$LATCHKEY_ACCESS_SECRET"'
    : '-H "Authorization: Bearer $LATCHKEY_API_KEY"';
}

function keySamples(url: string): Sample[] {
  return [
    { name: 'curl', code: `curl ${credentials('standard')} ${url}` },
    {
      name: 'TypeScript',
      code: `const answer = await fetch('${url}', {
  headers: { Authorization: \`Bearer \${process.env.LATCHKEY_API_KEY}\` },
});
console.log(await answer.json());`,
    },
    {
      name: 'PHP',
      code: `$options = ['http' => ['header' => 'Authorization: Bearer ' . getenv('LATCHKEY_API_KEY')]];
echo file_get_contents('${url}', false, stream_context_create($options));`,
    },
    {
      name: 'Python',
      code: `import os, urllib.request

request = urllib.request.Request(
    '${url}',
    headers={'Authorization': f"Bearer {os.environ['LATCHKEY_API_KEY']}"},
)
print(urllib.request.urlopen(request).read().decode())`,
    },
  ];
}

function pairSamples(url: string): Sample[] {
  const both = (read: (name: string) => string) =>
    [read('LATCHKEY_ACCESS_KEY'), read('LATCHKEY_ACCESS_SECRET')] as const;
  const [tsKey, tsSecret] = both((name) => `process.env.${name}`);
  const [phpKey, phpSecret] = both((name) => `getenv('${name}')`);
  const [pyKey, pySecret] = both((name) => `os.environ['${name}']`);
  return [
    { name: 'curl', code: `curl ${credentials('pair')} ${url}` },
    {
      name: 'TypeScript',
      code: `const pair = Buffer.from(\`\${${tsKey}}:\${${tsSecret}}\`).toString('base64');
const answer = await fetch('${url}', { headers: { Authorization: \`Basic \${pair}\` } });
console.log(await answer.json());`,
    },
    {
      name: 'PHP',
      code: `$pair = base64_encode(${phpKey} . ':' . ${phpSecret});
$options = ['http' => ['header' => 'Authorization: Basic ' . $pair]];
echo file_get_contents('${url}', false, stream_context_create($options));`,
    },
    {
      name: 'Python',
      code: `import base64, os, urllib.request

pair = base64.b64encode(f"{${pyKey}}:{${pySecret}}".encode()).decode()
request = urllib.request.Request('${url}', headers={'Authorization': f'Basic {pair}'})
print(urllib.request.urlopen(request).read().decode())`,
    },
  ];
}
