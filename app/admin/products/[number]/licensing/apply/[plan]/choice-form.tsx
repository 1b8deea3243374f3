import type { TermChange } from '@/lib/licensing/term-change';
import { text } from '../../../../../../_texts/text';
import { Button } from '../../../../../../_ui/button';

type ChoiceFormProps = { change: TermChange; recurs: boolean; path: string };

/** What is to be applied. It only asks for another preview, so it is a plain form that reads. */
export function ChoiceForm({ change, recurs, path }: ChoiceFormProps) {
  const { parts, takesAway } = change;
  return (
    <form action={path} className="flex flex-col gap-4 rounded-md border border-line bg-raised p-4">
      <input type="hidden" name="show" value="1" />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="contents">
          <span className="font-medium">{text('applyTerms.choose')}</span>
        </legend>
        <Box name="limit" isOn={parts.limit} words={text('applyTerms.limit')} />
        {recurs ? null : <Box name="term" isOn={parts.term} words={text('applyTerms.term')} />}
        {recurs ? null : <Box name="updates" isOn={parts.updates} words={text('applyTerms.updates')} />}
      </fieldset>
      <div className="flex flex-col gap-1">
        <Box name="takesAway" isOn={takesAway} words={text('applyTerms.takesAway')} />
        <p className="max-w-text ps-6 text-muted text-sm">{text('applyTerms.takesAwayHint')}</p>
      </div>
      <Button type="submit" variant="secondary" className="self-start">
        {text('applyTerms.show')}
      </Button>
    </form>
  );
}

function Box({ name, isOn, words }: { name: string; isOn: boolean; words: string }) {
  return (
    <label htmlFor={name} className="flex min-h-6 cursor-pointer items-start gap-2">
      <input
        key={String(isOn)}
        id={name}
        type="checkbox"
        name={name}
        defaultChecked={isOn}
        className="mt-1 size-4 shrink-0 accent-brass"
      />
      {words}
    </label>
  );
}
