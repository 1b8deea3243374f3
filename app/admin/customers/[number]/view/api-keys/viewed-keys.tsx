import type { ListedActivation, ListedResource } from '@/lib/licensing/list-api-resources';
import { text } from '../../../../../_texts/text';
import { Badge } from '../../../../../_ui/badge';
import { DateTime } from '../../../../../_ui/date-time';
import { PageHeader } from '../../../../../_ui/page-header';
import { Table } from '../../../../../_ui/table';
import { Expires } from '../../../../../account/_parts/expires';
import { usedOfTotal } from '../../../../../account/_parts/used';
import type { ApiKeys } from '../../../../../account/api-keys/read-api-keys';
import { KeyHint } from '../../../../orders/[number]/key-hint';

/** The API Keys page from masked facts, without anything to press. */
export function ViewedKeys({ keys }: { keys: ApiKeys }) {
  const { master, resources } = keys;
  return (
    <>
      <PageHeader title={text('account.keysTitle')} text={text('account.keysText')} />
      <section aria-labelledby="master-key" className="flex flex-col gap-2 rounded-md border border-line bg-raised p-5">
        <h2 id="master-key" className="text-lg">
          {text('account.masterTitle')}
        </h2>
        <Master master={master} />
      </section>
      <section aria-labelledby="api-resources" className="flex flex-col gap-3">
        <h2 id="api-resources" className="text-lg">
          {text('account.resourcesTitle')}
        </h2>
        {resources.length === 0 ? (
          <p className="text-muted">{text('account.resourcesEmptyTitle')}</p>
        ) : (
          <Resources keys={keys} />
        )}
      </section>
    </>
  );
}

function Master({ master }: Pick<ApiKeys, 'master'>) {
  if (!master.isShown) return <p className="text-muted">{text('customers.viewKeyHidden')}</p>;
  if (master.key === undefined) return <p className="text-muted">{text('account.masterNone')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-3">
      <KeyHint hint={master.key} />
      {master.isDisabled ? <Badge tone="bad">{text('customers.masterDisabled')}</Badge> : null}
    </p>
  );
}

function Resources({ keys }: { keys: ApiKeys }) {
  const { resources, hasProductOrderKeys, hasAssociatedKeys } = keys;
  return (
    <Table
      caption={text('account.resourcesCaption')}
      columns={[
        { key: 'product' as const, header: text('account.productTitle') },
        { key: 'id' as const, header: text('account.productId') },
        ...(hasProductOrderKeys ? [{ key: 'key' as const, header: text('account.productOrderApiKey') }] : []),
        ...(hasAssociatedKeys ? [{ key: 'associated' as const, header: text('account.associatedApiKey') }] : []),
        { key: 'expires' as const, header: text('account.expires') },
        { key: 'activations' as const, header: text('account.activations') },
      ]}
      rows={resources.map((resource) => ({
        id: resource.id,
        cells: {
          product: resource.productTitle,
          id: <span className="font-mono">{resource.productNumber}</span>,
          key: resource.productOrderApiKey === undefined ? null : <KeyHint hint={resource.productOrderApiKey} />,
          associated: <Associated resource={resource} />,
          expires: <Expires term={resource.term} />,
          activations: <span className="nums">{usedOfTotal(resource.allowance)}</span>,
        },
        detail: <Activations resource={resource} />,
      }))}
    />
  );
}

function Associated({ resource: { associatedApiKeys } }: { resource: ListedResource }) {
  if (associatedApiKeys.length === 0) return <span className="text-muted">{text('account.associatedNone')}</span>;
  return (
    <span className="flex flex-col items-start gap-1">
      {associatedApiKeys.map(({ id, key }) => (
        <KeyHint key={id} hint={key} />
      ))}
    </span>
  );
}

function Activations({ resource }: { resource: ListedResource }) {
  const { activations, activationCount: count, productTitle: product } = resource;
  if (activations.length === 0) return <p className="text-muted text-sm">{text('account.noActivations')}</p>;
  return (
    <>
      {count === undefined ? null : (
        <p className="text-muted text-sm">{text('account.newestActivations', { shown: activations.length, count })}</p>
      )}
      <ActivationList activations={activations} product={product} />
    </>
  );
}

function ActivationList({ activations, product }: { activations: ListedActivation[]; product: string }) {
  return (
    <ul aria-label={text('account.activationsOf', { product })} className="flex flex-col">
      {activations.map(({ id, label, instance, activatedAt, overLimit }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-line border-t py-2">
          <span className="break-all">{label.replace(/^https?:\/\//i, '') || instance}</span>
          {overLimit ? <Badge tone="warn">{text('account.overLimit')}</Badge> : null}
          <span className="text-muted text-sm">
            {text('account.activatedOn')} <DateTime at={activatedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
