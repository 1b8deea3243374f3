import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';
import { OwnedKey } from '../_parts/owned-key';
import { revealMasterKey } from './actions';
import type { ApiKeys } from './read-api-keys';

/** The key to everything the customer bought, unless the store hides it. */
export function MasterKeyBox({ master }: { master: ApiKeys['master'] }) {
  if (!master.isShown) return null;
  return (
    <section aria-labelledby="master-key" className="flex flex-col gap-2 rounded-md border border-line bg-raised p-5">
      <h2 id="master-key" className="text-lg">
        {text('account.masterTitle')}
      </h2>
      {master.key === undefined ? (
        <p className="text-muted">{text('account.masterNone')}</p>
      ) : (
        <>
          <p className="max-w-text text-muted">{text('account.masterText')}</p>
          {master.isDisabled ? <Notice tone="warn">{text('account.masterDisabled')}</Notice> : null}
          <p>
            <OwnedKey name={text('account.masterTitle')} value={master.key} read={revealMasterKey} />
          </p>
        </>
      )}
    </section>
  );
}
