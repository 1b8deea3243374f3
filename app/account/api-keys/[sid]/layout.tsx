import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { readKey } from '@/lib/access-keys/list-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { KeyBadges } from '../../_keys/key-badges';
import { KEYS_PATH } from '../key-view-address';
import { KeyTabs } from './key-tabs';

type KeyLayoutProps = { params: Promise<{ sid: string }>; children: ReactNode };

/** The name of a key and the parts of what is known about it. Each page asks whose key it is itself. */
export default async function KeyLayout({ params, children }: KeyLayoutProps) {
  const { sid } = await params;
  const path = `${KEYS_PATH}/${encodeURIComponent(sid)}`;
  const customer = await requireCustomer(path);
  const key = await readKey({ customerId: customer.id, sid }, now());
  if (!key) notFound();
  return (
    <>
      <div className="flex flex-col gap-2">
        <Link href={`${KEYS_PATH}#developer-keys`} className="link self-start text-sm">
          {text('apiKeys.backToKeys')}
        </Link>
        <h1 className="break-words text-2xl">{key.name}</h1>
        <p className="flex flex-wrap items-center gap-2 empty:hidden">
          <KeyBadges of={key} />
        </p>
      </div>
      <KeyTabs
        label={text('apiKeys.tabs')}
        tabs={[
          { href: path, label: text('apiKeys.tabDetails') },
          { href: `${path}/usage`, label: text('apiKeys.tabUsage') },
          { href: `${path}/history`, label: text('apiKeys.tabHistory') },
        ]}
      />
      {children}
    </>
  );
}
