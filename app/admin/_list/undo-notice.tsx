import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';

type UndoNoticeProps = {
  /** What was done: "Suspended 3 licences." */
  said: string;
  /** What could not be done, and why. */
  left?: string | undefined;
  /** The change to undo; left out, there is nothing to undo (any more). */
  changeId?: string | undefined;
  action: (form: FormData) => Promise<void>;
  back: string;
};

/** What a bulk change did, with the button that takes it back. */
export function UndoNotice({ said, left, changeId, action, back }: UndoNoticeProps) {
  return (
    <Notice tone={left ? 'warn' : 'good'} isAnswer>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          {said} {left}
        </p>
        {changeId ? (
          <form action={action}>
            <input type="hidden" name="id" value={changeId} />
            <input type="hidden" name="back" value={back} />
            <SubmitButton variant="secondary" size="small" pendingText={text('lists.undoing')}>
              {text('lists.undo')}
            </SubmitButton>
          </form>
        ) : null}
      </div>
    </Notice>
  );
}
