import type { TermPreview } from '@/lib/licensing/preview-plan-terms';
import type { TermChange } from '@/lib/licensing/term-change';
import { text } from '../../../../../../_texts/text';
import { Notice } from '../../../../../../_ui/notice';
import { SubmitButton } from '../../../../../../_ui/submit-button';
import { applyTerms } from '../../actions';

type ApplyFormProps = { change: TermChange; preview: TermPreview; productNumber: number };

/** Applies exactly what was previewed; a plan that says something else by then is refused. */
export function ApplyForm({ change, preview, productNumber }: ApplyFormProps) {
  const count = preview.changing;
  const takesSomething = preview.limitLowered + preview.endsSooner + preview.updatesShorter > 0;
  if (count === 0) return <Notice>{text('applyTerms.nothing')}</Notice>;
  const { planId, activationLimit, termDays, updateDays, parts, takesAway } = change;
  const hidden = {
    number: String(productNumber),
    plan: planId,
    activationLimit: activationLimit ?? '',
    termDays: termDays ?? '',
    updateDays: updateDays ?? '',
    limit: parts.limit ? 'on' : '',
    term: parts.term ? 'on' : '',
    updates: parts.updates ? 'on' : '',
    takesAway: takesAway ? 'on' : '',
  };
  return (
    <form action={applyTerms} className="flex flex-col items-start gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Notice tone="warn">{text('applyTerms.noUndo')}</Notice>
      <SubmitButton variant={takesSomething ? 'danger' : 'primary'} pendingText={text('applyTerms.applying')}>
        {text('applyTerms.apply', { count })}
      </SubmitButton>
    </form>
  );
}
