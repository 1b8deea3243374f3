import { text } from '../../../../_texts/text';
import { Notice } from '../../../../_ui/notice';
import { SubmitButton } from '../../../../_ui/submit-button';
import { restrictToUsed } from './actions';
import type { Suggestion } from './read-usage-page';
import { OperationName } from './usage-parts';

type SuggestionPartProps = { sid: string; suggestion: Suggestion; summaries: Map<string, string> };

/** The offer to leave a key only what it needs, with the calls that it would keep. */
export function SuggestionPart({ sid, suggestion, summaries }: SuggestionPartProps) {
  const { used, total, days } = suggestion;
  return (
    <Notice title={text('usage.suggestTitle')}>
      <div className="flex flex-col items-start gap-3">
        <p>{text('usage.suggestText', { count: used.length, total, days })}</p>
        <details className="w-full">
          <summary className="link inline-block py-1 text-sm">{text('usage.suggestCalls')}</summary>
          <ul className="flex flex-col gap-2 py-2">
            {used.map((id) => (
              <li key={id}>
                <OperationName id={id} summary={summaries.get(id)} />
              </li>
            ))}
          </ul>
        </details>
        <form action={restrictToUsed}>
          <input type="hidden" name="sid" value={sid} />
          {/* What was read is what is left: a call made since then changes nothing unseen. */}
          <input type="hidden" name="operations" value={used.join(' ')} />
          <SubmitButton variant="secondary" size="small" pendingText={text('usage.suggestPending')}>
            {text('usage.suggestAction')}
          </SubmitButton>
        </form>
      </div>
    </Notice>
  );
}
