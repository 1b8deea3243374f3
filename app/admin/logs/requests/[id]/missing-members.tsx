import type { LoggedCall } from '@/lib/request-log/list-calls';
import { text } from '../../../../_texts/text';
import { missingNames } from '../missing-names';

/** Which members a refused call lacked; nothing where that cannot be told. */
export function MissingMembers({ call }: { call: LoggedCall }) {
  const missing = missingNames(call);
  if (!missing) return null;
  const { isCertain, names } = missing;
  const said = call.protocol === 'v1' ? 'unreadNames' : isCertain ? 'missingNames' : 'missingOneOf';
  const isTitle = call.product !== '' && names.includes('product_id');
  return (
    <p className="max-w-text">
      {text(`logs.${said}`, { names: names.join(', ') })}
      {isTitle ? ` ${text('logs.missingTitle')}` : ''}
    </p>
  );
}
