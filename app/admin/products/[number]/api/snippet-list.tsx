import { text } from '../../../../_texts/text';
import { CopyButton } from '../../../../_ui/copy-button';
import type { Snippet } from './snippets';

/** Calls that can be pasted as they are. `about` tells the groups apart in the buttons' names. */
export function SnippetList({ snippets, about }: { snippets: Snippet[]; about: string }) {
  return (
    <ul className="flex flex-col gap-4">
      {snippets.map((snippet) => {
        const name = text(`productApi.call_${snippet.name}`);
        return (
          <li key={snippet.name} className="flex flex-col gap-1">
            <h4 className="font-medium text-sm">{name}</h4>
            <div className="flex items-start justify-between gap-2 rounded-md bg-sunken p-4">
              <pre className="min-w-0 whitespace-pre-wrap break-words font-mono text-sm">{snippet.text}</pre>
              <CopyButton name={text('productApi.copyOf', { call: `${name}, ${about}` })} value={snippet.text} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
