import type { OwnActivationList } from '@/lib/licensing/list-own-activations';
import { text } from '../../../_texts/text';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { ListPager } from '../../../admin/_list/list-pager';
import type { ListView } from '../../../admin/_list/list-view';
import { ActivationTable } from '../activation-table';
import { ACTIVATIONS_PATH } from '../activations-path';

type ActivationsViewProps = { view: ListView; list: OwnActivationList };

/** The search, the page that was found, and the way to its neighbours. Works without scripts. */
export function ActivationsView({ view, list }: ActivationsViewProps) {
  return (
    <section aria-label={text('account.foundActivations')} className="flex flex-col gap-4">
      {view.q === '' && list.rows.length === 0 ? null : <ActivationSearch q={view.q} />}
      {list.isCursorBroken ? <Notice tone="warn">{text('lists.cursorBroken')}</Notice> : null}
      {list.rows.length === 0 ? (
        <p className="text-muted">{text(view.q === '' ? 'account.noActivations' : 'account.noActivationFound')}</p>
      ) : (
        <ActivationTable
          rows={list.rows}
          caption={text('account.foundActivations')}
          on={{ search: view.q }}
          hasProducts
        />
      )}
      <ListPager view={view} previous={list.previous} next={list.next} />
    </section>
  );
}

function ActivationSearch({ q }: { q: string }) {
  return (
    <search>
      <form action={ACTIVATIONS_PATH} className="flex max-w-2xl flex-wrap gap-2">
        <label htmlFor="activation-search" className="sr-only">
          {text('account.findActivation')}
        </label>
        <input
          // The address decides what stands in the box.
          key={q}
          id="activation-search"
          name="q"
          type="search"
          defaultValue={q}
          placeholder={text('account.findActivation')}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="min-h-11 min-w-48 grow rounded-md border border-edge bg-raised px-3 py-2 transition-colors hover:border-ink"
        />
        <SubmitButton variant="secondary" className="min-h-11">
          {text('account.findActivationAction')}
        </SubmitButton>
      </form>
    </search>
  );
}
