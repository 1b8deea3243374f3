import type { DownloadRow } from '@/lib/downloads/list-downloads';
import type { CheckoutView } from '@/lib/orders/read-checkout';
import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { type TextKey, text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { SecretText } from '../../_ui/secret-text';
import { OrderTotals } from '../../account/orders/[id]/order-totals';
import { BoughtItem } from './bought-item';
import { EmptyPaidCart } from './empty-paid-cart';
import { Renews } from './renews';
import { ToAccount, type Visitor } from './to-account';
import { ToInvoice } from './to-invoice';

export type Ordered = Extract<CheckoutView, { state: 'ordered' }>;

type PaidProps = {
  token: string;
  view: Ordered;
  downloads: DownloadRow[];
  visitor: Visitor;
  subscriptions: SubscriptionView[];
};

/** Paid: the keys, the downloads and the way on. */
export function Paid({ token, view, downloads, visitor, subscriptions }: PaidProps) {
  const { order, email, masterApiKey } = view;
  const isRenewal = order.items.every((item) => item.isRenewal);
  const first = order.items.find((item) => !item.isRenewal);
  const words = wordsFor(view, isRenewal);
  return (
    <div className="flex flex-col gap-10">
      <EmptyPaidCart token={token} />
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl sm:text-3xl">{text('thanks.paidTitle')}</h1>
        <p className="max-w-text break-words text-lg text-muted">
          {text(words.text, { number: String(order.number), email })}
        </p>
      </div>
      <div className="grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="keys" className="flex min-w-0 flex-col">
          <h2 id="keys" className="pb-3 text-xl">
            {text(words.title)}
          </h2>
          {order.items.map((item) => (
            <BoughtItem
              key={item.id}
              item={item}
              download={downloads.find((row) => row.productNumber === item.productNumber)}
            />
          ))}
          {masterApiKey && !isRenewal ? (
            <div className="flex flex-col gap-1 border-line border-t py-5">
              <h3 className="text-base">{text('thanks.masterKey')}</h3>
              <p className="text-muted">{text('thanks.masterKeyText')}</p>
              <SecretText name={text('thanks.masterKey')} value={masterApiKey} />
            </div>
          ) : null}
          {view.keysElsewhere && words.tellsOfOtherKeys ? (
            <p className="border-line border-t pt-4 text-muted">{text('thanks.keysElsewhere', { email })}</p>
          ) : null}
          <div className="border-line border-t pt-5">
            <OrderTotals order={order} />
            <ToInvoice token={token} order={order} visitor={visitor} />
          </div>
        </section>
        <div className="flex flex-col gap-8">
          <Renews subscriptions={subscriptions} />
          {first ? <Steps product={first.productTitle} number={first.productNumber} /> : null}
          <ToAccount token={token} visitor={visitor} />
          <Helps />
        </div>
      </div>
    </div>
  );
}

/** The questions that come up right after buying. */
function Helps() {
  const helps = [
    { href: '/help/activate', words: text('thanks.helpActivate') },
    { href: '/help/keys-missing', words: text('thanks.helpMissing') },
  ];
  return (
    <ul className="no-print flex flex-col gap-1">
      {helps.map(({ href, words }) => (
        <li key={href}>
          <Link href={href} className="link">
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type Words = { text: TextKey; title: TextKey; tellsOfOtherKeys: boolean };

/** Keys are said to be below only where one is. */
function wordsFor({ order, masterApiKey }: Ordered, isRenewal: boolean): Words {
  const isFree = order.totalAmount === 0;
  if (isRenewal) return { text: 'renewals.paidText', title: 'renewals.paidTitle', tellsOfOtherKeys: false };
  const hasKey =
    masterApiKey !== undefined ||
    order.items.some((item) => item.productOrderApiKey !== undefined || (item.associatedApiKeys ?? []).length > 0);
  if (hasKey) {
    return { text: isFree ? 'thanks.freeText' : 'thanks.paidText', title: 'thanks.keysTitle', tellsOfOtherKeys: true };
  }
  const elsewhere = isFree ? 'thanks.freeElsewhereText' : 'thanks.paidElsewhereText';
  return { text: elsewhere, title: 'thanks.boughtTitle', tellsOfOtherKeys: false };
}

function Steps({ product, number }: { product: string; number: number }) {
  const steps = [
    text('thanks.step1', { product }),
    text('thanks.step2', { number: String(number) }),
    text('thanks.step3'),
  ];
  return (
    <section aria-labelledby="steps" className="flex flex-col gap-3">
      <h2 id="steps" className="text-lg">
        {text('thanks.stepsTitle', { product })}
      </h2>
      <ol className="flex flex-col">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.5rem_1fr] border-line border-t py-3">
            <span aria-hidden="true" className="font-mono text-muted text-sm">
              {index + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
    </section>
  );
}
