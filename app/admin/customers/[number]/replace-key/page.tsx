import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { readCustomer } from '@/lib/customers/read-customer';
import { readMasterHint } from '@/lib/licensing/read-master-hint';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { LinkButton } from '../../../../_ui/link-button';
import { Notice } from '../../../../_ui/notice';
import { PageHeader } from '../../../../_ui/page-header';
import { SubmitButton } from '../../../../_ui/submit-button';
import { rowNumber } from '../../../licences/licence-view';
import { KeyHint } from '../../../orders/[number]/key-hint';
import { replaceKey } from '../actions';
import { customerPath } from '../customer-path';

export const metadata: Metadata = { title: text('customers.replace'), referrer: 'same-origin' };

/** Asks what becomes of the activations before a master key is replaced. */
export default async function ReplaceKeyPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const path = customerPath(number);
  await requireAdmin(`${path}/replace-key`);
  await requireStepUp(`${path}/replace-key`);
  const customer = await readCustomer(rowNumber(number) ?? 0);
  const masterKey = customer && (await readMasterHint(customer.id));
  if (!customer || !masterKey) notFound();
  const { email, id } = customer;
  return (
    <>
      <p>
        <Link href={path} className="link">
          {customer.name ?? email}
        </Link>
      </p>
      <PageHeader title={text('customers.replaceTitle', { email })} text={text('customers.replaceText')} />
      <p>
        <KeyHint hint={masterKey.hint} />
      </p>
      {masterKey.disabledAt ? <Notice>{text('customers.replaceDisabled')}</Notice> : null}
      <form action={replaceKey} className="flex max-w-text flex-col gap-5">
        <input type="hidden" name="number" value={String(customer.number)} />
        <input type="hidden" name="customer" value={id} />
        <input type="hidden" name="key" value={masterKey.id} />
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-2 font-medium">{text('customers.replaceChoice')}</legend>
          <p className="text-muted text-sm">{countText(masterKey.activations)}</p>
          <Choice value="keep" isFirst />
          <Choice value="end" />
        </fieldset>
        <div className="flex flex-wrap gap-2">
          <SubmitButton variant="danger" pendingText={text('customers.replacing')}>
            {text('customers.replace')}
          </SubmitButton>
          <LinkButton href={path} variant="secondary">
            {text('customers.cancel')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}

function countText(count: number): string {
  if (count === 0) return `${text('customers.replaceCountNone')} ${text('customers.replaceOthers')}`;
  return `${text('customers.replaceCount', { count })} ${text('customers.replaceOthers')}`;
}

const WORDS = {
  keep: { label: 'customers.replaceKeep', about: 'customers.replaceKeepText' },
  end: { label: 'customers.replaceEnd', about: 'customers.replaceEndText' },
} as const;

function Choice({ value, isFirst = false }: { value: keyof typeof WORDS; isFirst?: boolean }) {
  const { label, about } = WORDS[value];
  return (
    <label className="flex items-start gap-3 rounded-md border border-line bg-raised p-4 has-checked:border-ink">
      <input
        type="radio"
        name="activations"
        value={value}
        defaultChecked={isFirst}
        className="mt-0.5 size-5 shrink-0 accent-ink"
      />
      <span className="flex flex-col gap-0.5">
        <span className="font-medium">{text(label)}</span>
        <span className="text-muted text-sm">{text(about)}</span>
      </span>
    </label>
  );
}
