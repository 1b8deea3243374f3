import { readOwnDeletion } from '@/lib/licensing/undo-own-deletion';
import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { one, type SearchParams } from '../../products/catalogue-view';
import { PageNotice } from '../_parts/page-notice';
import { undoDeletion } from './activation-actions';
import { placeOf } from './activation-place';
import type { ShownOn } from './activations-path';
import { ShownOnFields } from './shown-on-fields';

const NOTICES = {
  activation_deleted: { tone: 'good', key: 'account.notice.activation_deleted' },
  activation_not_found: { tone: 'warn', key: 'account.notice.activation_not_found' },
  activation_restored: { tone: 'good', key: 'ownActivations.notice.restored' },
  activation_renamed: { tone: 'good', key: 'ownActivations.notice.renamed' },
  label_has_key: { tone: 'warn', key: 'ownActivations.notice.label_has_key' },
  limit_reached: { tone: 'warn', key: 'ownActivations.notice.limit_reached' },
  taken_again: { tone: 'warn', key: 'ownActivations.notice.taken_again' },
  licence_gone: { tone: 'warn', key: 'ownActivations.notice.licence_gone' },
  already_undone: { tone: 'good', key: 'ownActivations.notice.already_undone' },
  change_not_found: { tone: 'warn', key: 'ownActivations.notice.change_not_found' },
} as const;

type ActivationNoticeProps = { params: SearchParams; customerId: string; on: ShownOn };

/** What became of the last change of an activation, and after a deletion the button that takes it back. */
export async function ActivationNotice({ params, customerId, on }: ActivationNoticeProps) {
  const deletion = await readOwnDeletion({ id: one(params.deleted) ?? '', customerId });
  if (!deletion) return <PageNotice code={params.notice} known={NOTICES} />;
  if (deletion.isUndone) return <PageNotice code="already_undone" known={NOTICES} />;
  return (
    <Notice tone="good" isAnswer>
      <div className="flex flex-col items-start gap-3">
        <p className="break-words">{text('ownActivations.notice.deleted', { place: placeOf(deletion) })}</p>
        <form action={undoDeletion}>
          <input type="hidden" name="deleted" value={deletion.id} />
          <ShownOnFields {...on} />
          <SubmitButton variant="secondary" size="small" pendingText={text('lists.undoing')}>
            {text('lists.undo')}
          </SubmitButton>
        </form>
      </div>
    </Notice>
  );
}
