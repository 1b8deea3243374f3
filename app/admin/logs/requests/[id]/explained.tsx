import type { KeyNow } from '@/lib/licensing/ask-again';
import type { LoggedCall } from '@/lib/request-log/list-calls';
import { text } from '../../../../_texts/text';
import { LinkButton } from '../../../../_ui/link-button';
import { Notice } from '../../../../_ui/notice';
import { explainReason, type LoggedReason } from '../explain-reason';
import { weighChecks } from '../weigh-checks';
import { ChecksTable } from './checks-table';
import { KeysNow } from './keys-now';
import { remedyHref } from './remedy-href';

type ExplainedProps = {
  call: LoggedCall;
  /** Undefined when the call was carried out. */
  reason: LoggedReason | undefined;
  keys: KeyNow[];
  isSourceTrusted: boolean;
};

/** Why the call was refused, what to do about it, and every check then and now. */
export function Explained({ call, reason, keys, isSourceTrusted }: ExplainedProps) {
  const [likeliest] = keys;
  const verdict = verdictOf(call, likeliest);
  const isMaster = likeliest ? likeliest.kind === 'master' : call.keyHint.startsWith('lkm_');
  const rows = weighChecks(call, isMaster, reason, { verdict, isSourceTrusted });
  const isMended = reason !== undefined && verdict === 'ok' && !rows.some(({ saysNow }) => saysNow === 'failed');
  return (
    <section aria-labelledby="why" className="flex flex-col gap-4">
      <h2 id="why" className="text-lg">
        {text(reason === undefined ? 'logs.whyServedTitle' : 'logs.whyTitle')}
      </h2>
      {reason === undefined ? null : <p className="max-w-text">{text(`refusals.why.${reason}`)}</p>}
      {isMended ? (
        <Notice tone="good" title={text('logs.fixedTitle')}>
          {text('logs.fixedText')}
        </Notice>
      ) : null}
      {reason !== undefined && !isMended ? <WhatToDo reason={reason} present={verdict} likeliest={likeliest} /> : null}
      <ChecksTable rows={rows} />
      <KeysNow keys={keys} hint={call.keyHint} wasUnknown={reason === 'key_not_found'} />
    </section>
  );
}

// A status that says "not active" and a version without its download are what these calls are told instead of "not found".
function verdictOf({ action }: LoggedCall, key: KeyNow | undefined): LoggedReason | 'ok' | undefined {
  if (!key) return undefined;
  if (key.verdict.ok) return 'ok';
  if (key.verdict.reason !== 'activation_not_found' || action === 'deactivate') return key.verdict.reason;
  return action === 'status' ? 'inactive' : 'unlicensed';
}

type WhatToDoProps = { reason: LoggedReason; present: LoggedReason | 'ok' | undefined; likeliest: KeyNow | undefined };

function WhatToDo({ reason, present, likeliest }: WhatToDoProps) {
  // What stands in the way by now is what has to be mended; about the request itself the past is all there is.
  const isOther = present !== undefined && present !== 'ok' && present !== reason && isAboutKey(reason);
  const mending = isOther ? present : reason;
  const { remedy } = explainReason(mending);
  const href = remedyHref(remedy, likeliest);
  return (
    <Notice tone="warn" title={text('logs.whatToDo')}>
      <div className="flex flex-col items-start gap-3">
        {isOther ? <p>{text('logs.nowFails', { why: text(`refusals.why.${present}`) })}</p> : null}
        <p>{text(`refusals.fix.${mending}`)}</p>
        {href ? (
          <LinkButton href={href.href} variant="secondary" size="small">
            {href.label}
          </LinkButton>
        ) : null}
      </div>
    </Notice>
  );
}

function isAboutKey(reason: LoggedReason): boolean {
  return !['request', 'source', 'pace', 'store'].includes(explainReason(reason).check);
}
