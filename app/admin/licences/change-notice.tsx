import { now } from '@/lib/clock';
import { type BulkChangeView, readBulkChange } from '@/lib/licensing/bulk-change';
import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';
import { one, type SearchParams } from '../../products/catalogue-view';
import { UndoNotice } from '../_list/undo-notice';
import { undoChange } from './actions';

const REFUSED = ['nothing_chosen', 'days_invalid', 'change_not_found', 'already_undone'] as const;

type ChangeNoticeProps = { params: SearchParams; adminId: string; back: string };

/** What became of the last change of licences or activations, as the address names it, with its Undo. */
export async function ChangeNotice({ params, adminId, back }: ChangeNoticeProps) {
  const refused = REFUSED.find((reason) => reason === one(params.refused));
  if (refused) {
    return (
      <Notice tone="warn" isAnswer>
        {text(`licences.refused.${refused}`)}
      </Notice>
    );
  }
  const change = await readBulkChange({ id: one(params.change) ?? '', actorId: adminId, at: now() });
  return change ? <UndoNotice {...wordsOf(change)} action={undoChange} back={back} /> : null;
}

function wordsOf({ id, kind, changed, left, undone }: BulkChangeView) {
  if (undone !== undefined) {
    const lost = changed - undone;
    const said = text('licences.undone', { count: undone });
    return { said, ...(lost > 0 ? { left: text('licences.undoneLeft', { count: lost }) } : {}) };
  }
  return {
    said: text(`licences.done.${kind}`, { count: changed }),
    ...(left > 0 ? { left: text('licences.left', { count: left }) } : {}),
    ...(changed > 0 ? { changeId: id } : {}),
  };
}
