import type { ExplainedAction } from '@/lib/protocols/wc-am/handle';
import { text } from '../../../_texts/text';
import { WrappedCode } from '../../wrapped-code';
import { Wire } from './wire';

type ActionsProps = { actions: ExplainedAction[]; storeUrl: string };

/** Each action with what it needs, a request to paste into a terminal, and its answer. */
export function Actions({ actions, storeUrl }: ActionsProps) {
  return (
    <div className="flex flex-col gap-10">
      {actions.map((one) => (
        <Action key={one.action} explained={one} storeUrl={storeUrl} />
      ))}
    </div>
  );
}

function Action({ explained, storeUrl }: { explained: ExplainedAction; storeUrl: string }) {
  const { action, aliases, required, isSerialized, query, answer } = explained;
  return (
    <section aria-labelledby={`action-${action}`} className="flex flex-col gap-3">
      <h3 id={`action-${action}`} className="scroll-mt-24 break-all font-mono text-lg">
        {action}
      </h3>
      <p className="max-w-text">
        {text(`compat.does.${action}`)} {aliases.map((alias) => text('compat.alsoCalled', { alias })).join(' ')}
      </p>
      <p className="max-w-text">
        {`${text('compat.needs')}: `}
        <Wire>{required.join(', ')}</Wire>
        {required.includes('plugin_name') ? `. ${text('compat.needsTitleKey')}` : null}
      </p>
      <WrappedCode name={text('compat.requestOf', { action })} code={inCurl(storeUrl, query)} />
      <details>
        <summary className="link inline-flex min-h-6 items-center">{text('compat.answerOf', { action })}</summary>
        <div className="flex flex-col gap-2 pt-2">
          <p className="text-muted text-sm">{text(isSerialized ? 'compat.answerSerialized' : 'compat.answerJson')}</p>
          <WrappedCode name={text('compat.answerOf', { action })} code={answer} />
        </div>
      </details>
    </section>
  );
}

// As a question by GET, one parameter a line: all of it in one address could not be read.
function inCurl(storeUrl: string, query: string): string {
  const lines = [...new URLSearchParams(query)].map(([name, value]) => `  --data-urlencode "${name}=${value}"`);
  return [`curl --get "${storeUrl}/"`, ...lines].join(' \\\n');
}
