import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DownloadRow } from '@/lib/downloads/list-downloads';
import type { OrderItemView } from '@/lib/orders/order-view';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { CopyButton } from '../../_ui/copy-button';
import { formatSize } from '../../_ui/format-size';
import { SecretText } from '../../_ui/secret-text';
import { Expires } from '../../account/_parts/expires';

type BoughtItemProps = { item: OrderItemView; download: DownloadRow | undefined };

/** One bought plan: its key, its number and its file. */
export function BoughtItem({ item, download }: BoughtItemProps) {
  return (
    <div className="flex flex-col gap-3 border-line border-t py-5">
      <h3 className="text-lg">
        {item.quantity > 1 ? `${text('checkout.quantityTimes', { count: item.quantity })} ` : ''}
        {item.productTitle}, {item.planName}
      </h3>
      <dl className="flex flex-col gap-2">
        {item.productOrderApiKey ? (
          <Fact name={text('thanks.productOrderKey')}>
            <SecretText name={text('thanks.keyOf', { product: item.productTitle })} value={item.productOrderApiKey} />
          </Fact>
        ) : null}
        {item.associatedApiKeys?.map((key) => (
          <Fact key={key} name={text('thanks.associatedKey')}>
            <SecretText name={text('thanks.associatedKeyOf', { product: item.productTitle })} value={key} />
          </Fact>
        ))}
        <Fact name={text('thanks.productId')}>
          <span className="inline-flex items-center gap-1">
            <span className="font-mono text-sm">{item.productNumber}</span>
            <CopyButton name={text('thanks.productId')} value={String(item.productNumber)} />
          </span>
        </Fact>
        {item.isRenewal && item.term ? (
          <Fact name={text('account.expires')}>
            <Expires term={item.term} />
          </Fact>
        ) : null}
        {item.activationLimit === undefined ? null : (
          <Fact name={text('thanks.places')}>
            {item.activationLimit === null
              ? text('shop.unlimited')
              : text('shop.activations', { count: item.activationLimit })}
          </Fact>
        )}
      </dl>
      <DownloadNow download={download} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 sm:grid-cols-[13rem_1fr]">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function DownloadNow({ download }: { download: DownloadRow | undefined }) {
  const file = download?.newest.files[0];
  if (!download || !file) return null;
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      {/* Not a Link: the answer is a file, and asking for it in advance would count as a download. */}
      <a href={file.href} className={buttonClass({ variant: 'secondary' })}>
        <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
        {text('thanks.downloadNow')}
      </a>
      <span className="text-muted text-sm">
        {text('thanks.downloadNote', { version: download.newest.version, size: formatSize(file.sizeBytes) })}
      </span>
    </p>
  );
}
