import type { AdminActivation, AdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Dialog } from '../../../_ui/dialog';
import { SubmitButton } from '../../../_ui/submit-button';
import { Table } from '../../../_ui/table';
import { deleteOrderActivation } from './actions';
import { KeyHint } from './key-hint';

/** Where the order's keys are in use, and through which key each place was taken. */
export function ActivationsBox({ order }: { order: AdminOrder }) {
  const { activations, activationCount: count } = order;
  return (
    <section aria-labelledby="activations" className="flex flex-col gap-2 rounded-md border border-line bg-raised p-5">
      <h2 id="activations" className="text-lg">
        {text('orders.activations')}
      </h2>
      {activations.length === 0 ? (
        <p className="text-muted">{text('orders.noActivations')}</p>
      ) : (
        <Table
          caption={text('orders.activationsCaption')}
          columns={[
            { key: 'place', header: text('orders.place') },
            { key: 'key', header: text('orders.keyUsed') },
            { key: 'product', header: text('orders.productId') },
            { key: 'version', header: text('orders.clientVersion') },
            { key: 'at', header: text('orders.activatedAt') },
            { key: 'actions', header: text('orders.actions'), isHeaderHidden: true, align: 'end' },
          ]}
          rows={activations.map((activation) => toRow(order, activation))}
        />
      )}
      {count > activations.length ? (
        <p className="text-muted text-sm">{text('orders.moreActivations', { shown: activations.length, count })}</p>
      ) : null}
    </section>
  );
}

function toRow(order: AdminOrder, activation: AdminActivation) {
  const { licenseKey, version, overLimit } = activation;
  return {
    id: activation.id,
    cells: {
      place: (
        <span className="flex flex-col items-start gap-1">
          <span className="break-all">{placeOf(activation)}</span>
          {overLimit ? <Badge tone="warn">{text('orders.overLimit')}</Badge> : null}
        </span>
      ),
      key: (
        <span className="flex flex-col items-end sm:items-start">
          <span className="text-muted text-sm">{text(`orders.keyKind.${licenseKey.kind}`)}</span>
          <KeyHint hint={licenseKey.hint} />
        </span>
      ),
      product: <span className="nums break-all">{activation.requestedProduct}</span>,
      version:
        version === '' ? (
          <span className="text-muted">{text('orders.noClientVersion')}</span>
        ) : (
          <span className="font-mono text-sm">{version}</span>
        ),
      at: <DateTime at={activation.activatedAt} form="moment" />,
      actions: <Delete order={order} activation={activation} />,
    },
  };
}

function Delete({ order, activation }: { order: AdminOrder; activation: AdminActivation }) {
  const place = placeOf(activation);
  return (
    <Dialog
      trigger={text('orders.delete')}
      triggerName={text('orders.deleteOf', { place })}
      look={{ variant: 'danger', size: 'small' }}
      title={text('orders.deleteTitle', { place })}
      text={text('orders.deleteText')}
      closeText={text('orders.keep')}
    >
      <form action={deleteOrderActivation}>
        <input type="hidden" name="number" value={String(order.number)} />
        <input type="hidden" name="customer" value={order.customerId} />
        <input type="hidden" name="activation" value={activation.id} />
        <SubmitButton variant="danger" pendingText={text('orders.deleting')}>
          {text('orders.deleteActivation')}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function placeOf({ label, instance }: AdminActivation): string {
  return label.replace(/^https?:\/\//i, '') || instance;
}
