import type { Metadata } from 'next';
import type { AccessKeyKind } from '@/lib/access-keys/caller';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { now } from '@/lib/clock';
import { readCredentials } from '@/lib/customers/read-credentials';
import { text } from '../../../_texts/text';
import { EmptyState } from '../../../_ui/empty-state';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { one, type SearchParams } from '../../../products/catalogue-view';
import { ProofForm } from '../../../step-up/proof-form';
import { accessChoices } from '../../_keys/access-choice';
import { createKeyAction } from '../../_keys/form-actions';
import { KeyForm } from '../../_keys/key-form';
import { kindChoices } from '../../_keys/kind-choices';
import { KEYS_PATH } from '../key-view-address';

// What this page may show once must not travel on with the address of anything.
export const metadata: Metadata = { title: text('apiKeys.newTitle'), referrer: 'no-referrer' };

const DAY_MS = 86_400_000;
const SECRET_DAYS = 90;

/** The form that makes a key (api-keys.md S4), and in its place the key itself (S5). */
export default async function NewKeyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = one((await searchParams).kind);
  const here = asked === undefined ? `${KEYS_PATH}/new` : `${KEYS_PATH}/new?${new URLSearchParams({ kind: asked })}`;
  const customer = await requireStepUp(here);
  const [allowance, means] = await Promise.all([readAllowance(customer.id), readCredentials(customer.id)]);
  if (!allowance) return null;
  const kinds = kindChoices(allowance);
  const kind = firstOpen(kinds, asked);
  const { maxLifetimeDays: maxDays, keys } = allowance;
  const at = now();
  const days = maxDays === 0 ? SECRET_DAYS : Math.min(SECRET_DAYS, maxDays);
  const expires = kind === 'secret' || maxDays > 0 ? dayOf(new Date(at.getTime() + days * DAY_MS)) : '';
  if (kind === undefined) return <NoRoom />;
  return (
    <>
      <PageHeader title={text('apiKeys.newTitle')} text={text('apiKeys.newText')} />
      <KeyForm
        action={createKeyAction}
        kind={kind}
        kinds={kinds}
        values={{ expires, readyName: text('apiKeys.formNameReady', { number: String(keys.used + 1) }) }}
        headersOnly={false}
        isHeadersOnlyStore={!allowance.areQueryKeysAllowed}
        maxDays={maxDays}
        today={dayOf(at)}
        areas={accessChoices(customer.role === 'admin')}
        access={{ mode: 'full' }}
        cancelHref={KEYS_PATH}
        proof={<ProofForm means={means} goal={here} />}
        provenAt={customer.proof?.at.toISOString() ?? ''}
      />
    </>
  );
}

function NoRoom() {
  return (
    <>
      <PageHeader title={text('apiKeys.newTitle')} />
      <EmptyState
        title={text('apiKeys.nothingLeftTitle')}
        text={text('apiKeys.nothingLeftText')}
        action={<LinkButton href={KEYS_PATH}>{text('apiKeys.backToKeys')}</LinkButton>}
      />
    </>
  );
}

/** The kind that was asked for, else a secret key, else any that can be had. */
function firstOpen(kinds: ReturnType<typeof kindChoices>, asked: string | undefined): AccessKeyKind | undefined {
  const open = kinds.filter(({ closed }) => closed === undefined).map(({ kind }) => kind);
  return open.find((kind) => kind === asked) ?? open.find((kind) => kind === 'secret') ?? open[0];
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
