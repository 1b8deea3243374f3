import type { ReactNode } from 'react';
import type { DownloadRow } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { DateTime } from '../../_ui/date-time';
import { LinkButton } from '../../_ui/link-button';
import { revealProductOrderKey } from '../api-keys/actions';
import type { HomeCard } from '../read-home';
import { Expires } from './expires';
import { OwnedKey } from './owned-key';
import { RowRenewal } from './row-renewal';
import { UsedBar } from './used-bar';

/** One product of the customer: its key, places, newest version and end, and what to do next. */
export function ProductCard({ card }: { card: HomeCard }) {
  const { resource, download } = card;
  const title = `product-${resource.id}`;
  return (
    <li>
      <article
        aria-labelledby={title}
        className="flex h-full flex-col gap-4 rounded-md border border-line bg-raised p-5"
      >
        <div>
          <h2 id={title} className="text-lg">
            {resource.productTitle}
          </h2>
          <p className="text-muted text-sm">{factsOf(card).join(' · ')}</p>
        </div>
        <UsedBar allowance={resource.allowance} />
        <dl className="flex flex-col gap-2 text-sm">
          {resource.productOrderApiKey === undefined ? null : (
            <Fact label={text('account.cardKey')}>
              <OwnedKey
                name={text('account.keyOf', {
                  product: resource.productTitle,
                  order: String(resource.orderNumber ?? ''),
                })}
                value={resource.productOrderApiKey}
                read={revealProductOrderKey.bind(null, resource.id)}
              />
            </Fact>
          )}
          <Fact label={text('account.cardVersion')}>
            <Newest card={card} />
          </Fact>
          <Fact label={text('account.expires')}>
            <Expires term={resource.term} canPay />
          </Fact>
        </dl>
        <div className="mt-auto flex flex-wrap gap-2">
          <LinkButton href="/account/api-keys" variant="secondary" size="small">
            {text('account.cardKeys')}
          </LinkButton>
          {download ? <NewestDownload download={download} /> : null}
          <RowRenewal renewals={card.renewals} />
        </div>
      </article>
    </li>
  );
}

function factsOf({ resource }: HomeCard): string[] {
  const { planName, productNumber, orderNumber } = resource;
  return [
    ...(planName === undefined ? [] : [planName]),
    text('account.productIdNumber', { number: String(productNumber) }),
    ...(orderNumber === undefined ? [] : [text('account.order', { number: String(orderNumber) })]),
  ];
}

function Newest({ card: { download } }: { card: HomeCard }) {
  if (!download) return text('account.cardNoVersion');
  return (
    <>
      <span className="font-mono">{download.newest.version}</span>{' '}
      <span className="text-muted">
        <DateTime at={download.newest.releasedAt} />
      </span>
    </>
  );
}

/** Straight to the file when there is one; several are chosen among on the downloads page. */
function NewestDownload({ download }: { download: DownloadRow }) {
  const [file, ...others] = download.newest.files;
  const words = text('account.cardDownload', { version: download.newest.version });
  if (!file || others.length > 0) {
    return (
      <LinkButton href="/account/api-downloads" variant="quiet" size="small">
        {words}
      </LinkButton>
    );
  }
  return (
    <a href={file.href} download={file.fileName} className={buttonClass({ variant: 'quiet', size: 'small' })}>
      {words}
    </a>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 border-line border-t pt-2">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
