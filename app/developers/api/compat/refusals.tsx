import type { ExplainedProtocol, ExplainedRefusal } from '@/lib/protocols/wc-am/handle';
import { text } from '../../../_texts/text';
import { Table } from '../../../_ui/table';
import { WrappedCode } from '../../wrapped-code';
import { Wire } from './wire';

type Profile = keyof ExplainedRefusal['sentences'];
type RefusalsProps = { protocol: ExplainedProtocol; profile: Profile };

/** Every refusal with its sentence, in the wording of this store first. */
export function Refusals({ protocol, profile }: RefusalsProps) {
  return (
    <>
      <WrappedCode name={text('compat.refusalJson')} code={protocol.refusal} />
      <WrappedCode name={text('compat.refusalSerialized')} code={protocol.serializedRefusal} />
      <p className="max-w-text">{text('compat.wordingNow', { profile })}</p>
      <Table
        caption={text('compat.refusals')}
        columns={[
          { key: 'reason', header: text('compat.reason') },
          { key: 'when', header: text('compat.when') },
        ]}
        rows={protocol.refusals.map(({ reason, told, sentences }) => ({
          id: reason,
          cells: { reason: <Wire>{told.join(', ')}</Wire>, when: text(`compat.when.${reason}`) },
          detail: <Sentences sentences={sentences} profile={profile} />,
        }))}
      />
    </>
  );
}

function Sentences({ sentences, profile }: { sentences: ExplainedRefusal['sentences']; profile: Profile }) {
  const others = (Object.keys(sentences) as Profile[]) // the keys of a Record are its key type
    .filter((other) => sentences[other] !== sentences[profile]);
  return (
    <div className="flex flex-col gap-1">
      <p className="max-w-prose break-words font-mono text-sm">{sentences[profile]}</p>
      {others.length > 0 ? (
        <details>
          <summary className="link inline-flex min-h-6 items-center text-sm">{text('compat.wordings')}</summary>
          <dl className="flex flex-col gap-1 pt-1">
            {others.map((other) => (
              <div key={other} className="flex flex-col">
                <dt className="text-muted text-sm">{other}</dt>
                <dd className="max-w-prose break-words font-mono text-sm">{sentences[other]}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  );
}
