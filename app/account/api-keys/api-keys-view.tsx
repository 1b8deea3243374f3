import type { ReactNode } from 'react';
import { text } from '../../_texts/text';
import { EmptyState } from '../../_ui/empty-state';
import { PageHeader } from '../../_ui/page-header';
import { KeysElsewhere } from '../_parts/keys-elsewhere';
import { ApiResourcesTable } from './api-resources-table';
import { MasterKeyBox } from './master-key-box';
import type { ApiKeys } from './read-api-keys';

/** The API Keys page from its facts: master key box, then the API Resources table. */
export function ApiKeysView({ keys, actions }: { keys: ApiKeys; actions?: ReactNode }) {
  return (
    <>
      <PageHeader title={text('account.keysTitle')} text={text('account.keysText')} actions={actions} />
      <MasterKeyBox master={keys.master} />
      <section aria-labelledby="api-resources" className="flex flex-col gap-3">
        <h2 id="api-resources" className="text-lg">
          {text('account.resourcesTitle')}
        </h2>
        {keys.resources.length === 0 ? (
          <EmptyState
            title={text('account.resourcesEmptyTitle')}
            text={text('account.resourcesEmptyText')}
            action={<KeysElsewhere />}
          />
        ) : (
          <ApiResourcesTable
            resources={keys.resources}
            renewals={keys.renewals}
            hasKeys={keys.hasProductOrderKeys}
            hasAssociatedKeys={keys.hasAssociatedKeys}
          />
        )}
      </section>
    </>
  );
}
