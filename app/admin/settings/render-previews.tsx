import type { ReactNode } from 'react';
import { now } from '@/lib/clock';
import { writeExampleOrders } from '@/lib/mailbox/write-example-order';
import { DownloadsView } from '../../account/api-downloads/downloads-view';
import { ApiKeysView } from '../../account/api-keys/api-keys-view';
import { framedMail } from '../mail/framed-mail';
import { exampleApiKeys, exampleDownloads, examplePurchase } from './example-purchase';
import { VISIBILITIES, visibilityName } from './key-visibility';

/** What customers see, for every way the switches may stand; by `visibilityName`. */
export type KeyPreviews = {
  keys: Record<string, ReactNode>;
  mails: Record<string, { subject: string; html: string }>;
  downloads: ReactNode;
};

/** Renders an example by the very pages of My Account and the very writer of mails, so that a preview cannot disagree. */
export async function renderPreviews(linkDays: number): Promise<KeyPreviews> {
  const at = now();
  const written = await writeExampleOrders(examplePurchase(at), VISIBILITIES);
  const names = VISIBILITIES.map(visibilityName);
  const mails = written.map(({ subject, html }, i) => [names[i] ?? '', { subject, html: framedMail(html) }] as const);
  const keys = VISIBILITIES.map((shown) => [
    visibilityName(shown),
    <ApiKeysView key={visibilityName(shown)} keys={exampleApiKeys(shown, at)} />,
  ]);
  return {
    keys: Object.fromEntries(keys),
    mails: Object.fromEntries(mails),
    downloads: <DownloadsView rows={exampleDownloads(linkDays, at)} />,
  };
}
