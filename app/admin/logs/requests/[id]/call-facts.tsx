import type { LoggedCall } from '@/lib/request-log/list-calls';
import { text } from '../../../../_texts/text';
import { Badge } from '../../../../_ui/badge';
import { CopyButton } from '../../../../_ui/copy-button';
import { DateTime } from '../../../../_ui/date-time';
import { Link } from '../../../../_ui/link';
import { Facts } from '../../_parts/facts';
import { actionText, durationText, outcomeText, outcomeTone, protocolText } from '../call-words';

/** What the log kept of a call. Key, instance and address lead to the other calls with the same one. */
export function CallFacts({ call, productTitle }: { call: LoggedCall; productTitle: string }) {
  const product = productTitle === call.product ? call.product : `${productTitle} (${call.product})`;
  return (
    <Facts
      label={text('logs.requestTitle', { action: actionText(call) })}
      facts={[
        [
          text('logs.outcome'),
          <Badge key="o" tone={outcomeTone(call.outcome)}>
            {outcomeText(call.outcome)}
          </Badge>,
        ],
        [text('logs.time'), <DateTime key="t" at={call.at} form="moment" />],
        [text('logs.protocol'), protocolText(call.protocol)],
        [text('logs.key'), <Same key="k" name="key" value={call.keyHint} />],
        [text('logs.product'), call.action === 'not_logged' ? undefined : product],
        [text('logs.instance'), <Same key="i" name="instance" value={call.instance} />],
        [text('logs.version'), call.version],
        [text('logs.address'), <Same key="a" name="address" value={call.address} />],
        [text('logs.userAgent'), call.userAgent],
        [text('logs.duration'), durationText(call)],
        [text('logs.requestId'), call.requestId === null ? undefined : <RequestId key="r" id={call.requestId} />],
      ]}
    />
  );
}

function RequestId({ id }: { id: string }) {
  return (
    <span className="flex items-center gap-1">
      <span className="break-all font-mono text-sm">{id}</span>
      <CopyButton name={text('logs.requestId')} value={id} />
    </span>
  );
}

function Same({ name, value }: { name: 'key' | 'instance' | 'address'; value: string }) {
  if (value === '') return <span className="text-muted">{text('logs.noneSent')}</span>;
  return (
    <Link
      href={`/admin/logs/requests?${new URLSearchParams({ [name]: value })}`}
      className="link break-all font-mono text-sm"
    >
      {value}
    </Link>
  );
}
