import type { ExplainedAction } from '@/lib/protocols/wc-am/handle';
import { text } from '../../../_texts/text';
import { Table } from '../../../_ui/table';
import { NATIVE_CALLS, NATIVE_MEMBERS, NATIVE_PARAMETERS } from './native-calls';
import { Wire } from './wire';

/** What actions, parameters and members become in the client API. */
export function Mapping({ actions }: { actions: ExplainedAction[] }) {
  const here = { key: 'here', header: text('compat.here') } as const;
  const native = { key: 'native', header: text('compat.native') } as const;
  return (
    <div className="flex flex-col gap-8">
      <Table
        caption={text('compat.mappingActions')}
        isCaptionHidden={false}
        columns={[here, native, { key: 'note', header: text('compat.noteColumn') }]}
        rows={actions.map(({ action }) => ({
          id: action,
          cells: {
            here: <Wire>{action}</Wire>,
            native: <Wire>{NATIVE_CALLS[action]}</Wire>,
            note: text(`compat.native.${action}`),
          },
        }))}
      />
      <Table
        caption={text('compat.mappingParameters')}
        isCaptionHidden={false}
        columns={[here, native]}
        rows={NATIVE_PARAMETERS.map(([wire, name]) => ({
          id: wire,
          cells: { here: <Wire>{wire}</Wire>, native: <Wire>{name}</Wire> },
        }))}
      />
      <Table
        caption={text('compat.mappingMembers')}
        isCaptionHidden={false}
        columns={[{ key: 'of', header: text('compat.actions') }, here, native]}
        rows={NATIVE_MEMBERS.map(({ action, wire, native: member }) => ({
          id: `${action} ${wire}`,
          cells: { of: <Wire>{action}</Wire>, here: <Wire>{wire}</Wire>, native: <Wire>{member}</Wire> },
        }))}
      />
      <p className="max-w-text">{text('compat.mapSentence')}</p>
    </div>
  );
}
