import { text } from '../../_texts/text';
import { WrappedCode } from '../wrapped-code';
import type { SampleCall } from './calls';
import { SampleTabs } from './sample-tabs';
import { samplesOf } from './samples';

type CallExamplesProps = { calls: SampleCall[]; storeUrl: string };

/** Each call with a program in every language that can be pasted and run. */
export function CallExamples({ calls, storeUrl }: CallExamplesProps) {
  return (
    <div className="flex flex-col gap-10">
      {calls.map((call) => {
        const name = text(`developers.${call.name}`);
        return (
          <section key={call.name} aria-labelledby={call.name} className="flex flex-col gap-2">
            <h3 id={call.name} className="scroll-mt-24 text-lg">
              {name}
            </h3>
            <p className="break-all font-mono text-muted text-sm">{`${call.method} ${call.path}`}</p>
            <p className="max-w-text">{text(`developers.${call.name}Text`)}</p>
            <SampleTabs
              label={text('developers.example', { call: name })}
              samples={samplesOf(call, storeUrl).map(({ language, code }) => ({
                language,
                panel: <WrappedCode name={text('developers.exampleIn', { call: name, language })} code={code} />,
              }))}
            />
          </section>
        );
      })}
    </div>
  );
}
