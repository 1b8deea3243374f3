import { text } from '../../_texts/text';
import { CopyButton } from '../../_ui/copy-button';

type Call = { name: string; line: string; about: string; example: string };

/** Each call with a line that can be pasted into a terminal. */
export function CallExamples({ storeUrl }: { storeUrl: string }) {
  return (
    <div className="flex flex-col gap-8">
      {callsOf(`${storeUrl}/api/v1`).map((call) => (
        <section key={call.line} className="flex flex-col gap-2">
          <h3 className="text-lg">{call.name}</h3>
          <p className="font-mono text-muted text-sm">{call.line}</p>
          <p className="max-w-text">{call.about}</p>
          <div className="flex items-start justify-between gap-2 rounded-md bg-sunken p-4">
            <pre className="min-w-0 whitespace-pre-wrap break-words font-mono text-sm">{call.example}</pre>
            <CopyButton name={text('developers.example', { call: call.name })} value={call.example} />
          </div>
        </section>
      ))}
    </div>
  );
}

function callsOf(base: string): Call[] {
  return [
    {
      name: text('developers.activate'),
      line: 'POST /api/v1/activations',
      about: text('developers.activateText'),
      example: post(
        base,
        'activations',
        '{"product": 123, "instance": "laptop", "label": "Lab 3", "version": "1.0.0"}',
      ),
    },
    {
      name: text('developers.status'),
      line: 'POST /api/v1/status',
      about: text('developers.statusText'),
      example: post(base, 'status', '{"product": 123, "instance": "laptop", "version": "1.0.0"}'),
    },
    {
      name: text('developers.deactivate'),
      line: 'POST /api/v1/deactivations',
      about: text('developers.deactivateText'),
      example: post(base, 'deactivations', '{"product": 123, "instance": "laptop"}'),
    },
    {
      name: text('developers.products'),
      line: 'GET /api/v1/products',
      about: text('developers.productsText'),
      example: `curl ${base}/products \\\n  -H "Authorization: Bearer $KEY"`,
    },
    {
      name: text('developers.updates'),
      line: 'GET /api/v1/updates?product=&instance=&version=',
      about: text('developers.updatesText'),
      example: `curl "${base}/updates?product=123&instance=laptop&version=1.0.0" \\\n  -H "Authorization: Bearer $KEY"`,
    },
  ];
}

function post(base: string, call: string, body: string): string {
  const headers = '-H "Authorization: Bearer $KEY" -H "Content-Type: application/json"';
  return `curl ${base}/${call} \\\n  ${headers} \\\n  -d '${body}'`;
}
