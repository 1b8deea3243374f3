import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { readKey } from '@/lib/access-keys/list-keys';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { readCredentials } from '@/lib/customers/read-credentials';
import { text } from '../../../../_texts/text';
import { ProofForm } from '../../../../step-up/proof-form';
import { editKeyAction } from '../../../_keys/form-actions';
import { KeyForm } from '../../../_keys/key-form';
import { KEYS_PATH } from '../../key-view-address';

export const metadata: Metadata = { title: text('apiKeys.editPageTitle'), referrer: 'no-referrer' };

/** What can be changed of a key besides its access, state and value. */
export default async function EditKeyPage({ params }: { params: Promise<{ sid: string }> }) {
  const { sid } = await params;
  const here = `${KEYS_PATH}/${encodeURIComponent(sid)}`;
  const customer = await requireCustomer(`${here}/edit`);
  const at = now();
  const [key, allowance, means] = await Promise.all([
    readKey({ customerId: customer.id, sid }, at),
    readAllowance(customer.id),
    readCredentials(customer.id),
  ]);
  if (!key || !allowance || key.state === 'revoked') notFound();
  return (
    <>
      <h2 className="text-lg">{text('apiKeys.editPageTitle')}</h2>
      <KeyForm
        action={editKeyAction}
        sid={key.sid}
        kind={key.kind}
        kinds={[]}
        values={valuesOf(key)}
        headersOnly={key.headersOnly}
        isHeadersOnlyStore={!allowance.areQueryKeysAllowed}
        maxDays={allowance.maxLifetimeDays}
        today={at.toISOString().slice(0, 10)}
        areas={[]}
        access={key.access}
        cancelHref={here}
        proof={<ProofForm means={means} goal={`${here}/edit`} />}
        provenAt={customer.proof?.at.toISOString() ?? ''}
      />
    </>
  );
}

function valuesOf(key: DeveloperKey): Record<string, string> {
  return {
    name: key.name,
    note: key.note ?? '',
    description: key.description ?? '',
    expires: key.expiresAt?.toISOString().slice(0, 10) ?? '',
    addresses: key.addresses.join('\n'),
    rateCalls: String(key.rate?.calls ?? ''),
    rateWindow: key.rate?.window ?? 'minute',
    monthlyCap: String(key.monthlyCap ?? ''),
    rotateDays: String(key.rotateDays ?? ''),
  };
}
