import type { KeyNow } from '@/lib/licensing/ask-again';
import type { PlaceBeyondLimit } from '@/lib/request-log/find-place-beyond-limit';
import type { LoggedCall } from '@/lib/request-log/list-calls';
import { text } from '../../../../_texts/text';
import { Notice } from '../../../../_ui/notice';
import { explainReason, type LoggedReason } from '../explain-reason';
import { verdictOf } from '../verdict-now';
import { weighChecks } from '../weigh-checks';
import { ChecksTable } from './checks-table';
import { KeysNow } from './keys-now';
import { MissingMembers } from './missing-members';
import { WhatToDo } from './what-to-do';

type ExplainedProps = {
  call: LoggedCall;
  /** Undefined when the call was carried out. */
  reason: LoggedReason | undefined;
  keys: KeyNow[];
  isSourceTrusted: boolean;
  /** The activation of the instance, if it is one beyond a reduced limit. */
  beyond: PlaceBeyondLimit | undefined;
};

/** Why the call was refused, what to do about it, and every check then and now. */
export function Explained({ call, reason, keys, isSourceTrusted, beyond }: ExplainedProps) {
  const [likeliest] = keys;
  const verdict = verdictOf(call, likeliest);
  const isMaster = likeliest ? likeliest.kind === 'master' : call.keyHint.startsWith('lkm_');
  const rows = weighChecks(call, isMaster, reason, { verdict, isSourceTrusted });
  const isMended = verdict === 'ok' && !rows.some(({ saysNow }) => saysNow === 'failed');
  return (
    <section aria-labelledby="why" className="flex flex-col gap-4">
      <h2 id="why" className="text-lg">
        {text(reason === undefined ? 'logs.whyServedTitle' : 'logs.whyTitle')}
      </h2>
      {reason === undefined ? null : <p className="max-w-text">{text(`refusals.why.${reason}`)}</p>}
      <MissingMembers call={call} />
      {reason === undefined ? null : isMended ? (
        <Mended reason={reason} />
      ) : (
        <WhatToDo reason={reason} present={verdict} likeliest={likeliest} beyond={beyond} />
      )}
      <ChecksTable rows={rows} />
      <KeysNow
        keys={keys}
        hint={call.keyHint}
        wasUnknown={reason === 'key_not_found'}
        isUnasked={reason !== undefined && explainReason(reason).check === 'request'}
      />
    </section>
  );
}

// Whether there is a release to fetch is more than the key can be asked.
function Mended({ reason }: { reason: LoggedReason }) {
  const isOffer = reason === 'unlicensed';
  return (
    <Notice tone="good" title={text(isOffer ? 'logs.activeTitle' : 'logs.fixedTitle')}>
      {text(isOffer ? 'logs.activeText' : 'logs.fixedText')}
    </Notice>
  );
}
