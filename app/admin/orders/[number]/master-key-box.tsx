import type { AdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { KeyHint } from './key-hint';

/** The customer's master API key, by its hint. */
export function MasterKeyBox({ masterKey }: { masterKey: AdminOrder['masterKey'] }) {
  return (
    <section aria-labelledby="master-key" className="flex flex-col gap-2 rounded-md border border-line bg-raised p-5">
      <h2 id="master-key" className="text-lg">
        {text('orders.masterKey')}
      </h2>
      {masterKey ? (
        <>
          <p className="flex flex-wrap items-center gap-3">
            <KeyHint hint={masterKey.hint} />
            {masterKey.disabledAt ? <Badge tone="bad">{text('orders.keyDisabled')}</Badge> : null}
          </p>
          <p className="text-muted text-sm">{text('orders.masterKeyText')}</p>
        </>
      ) : (
        <p className="text-muted">{text('orders.noMasterKey')}</p>
      )}
    </section>
  );
}
