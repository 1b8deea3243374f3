import type { AccessKeyKind } from '@/lib/access-keys/caller';
import { text } from '../../../_texts/text';
import { CodeBlock } from '../../../admin/logs/_parts/code-block';
import { exportSample, requestSamples } from './samples';

/** How to call with this key, in four languages and from cron. */
export function KeySamples({ kind, storeUrl }: { kind: AccessKeyKind; storeUrl: string }) {
  const samples = [
    ...requestSamples(storeUrl, kind),
    { name: text('apiKeys.samplesExport'), code: exportSample(storeUrl, kind) },
  ];
  return (
    <section aria-labelledby="samples" className="flex flex-col gap-3">
      <h2 id="samples" className="text-lg">
        {text('apiKeys.samplesTitle')}
      </h2>
      <p className="max-w-text text-muted">{text('apiKeys.samplesText')}</p>
      <div className="flex flex-col">
        {samples.map(({ name, code }, index) => (
          <details key={name} name="sample" open={index === 0} className="border-line border-b py-2">
            <summary className="py-1 font-medium">{name}</summary>
            <div className="py-2">
              <CodeBlock
                label={text('apiKeys.sample', { name })}
                copyName={text('apiKeys.sample', { name })}
                code={code}
              />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
