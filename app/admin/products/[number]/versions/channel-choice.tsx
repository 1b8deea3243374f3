import { releases as words } from '../../../../_texts/en/releases';

const CHANNELS = [
  { value: 'stable', label: words.stable, hint: words.stableHint },
  { value: 'beta', label: words.beta, hint: words.betaHint },
] as const;

/** For whom a version is. */
export function ChannelChoice({ chosen }: { chosen: 'stable' | 'beta' }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="contents">
        <span className="font-medium">{words.channel}</span>
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {CHANNELS.map(({ value, label, hint }) => (
          <label
            key={value}
            htmlFor={`channel-${value}`}
            className="flex cursor-pointer gap-3 rounded-md border border-line bg-raised p-4 transition-colors hover:border-edge has-checked:border-brass has-checked:shadow-[inset_0_0_0_1px_var(--brass)]"
          >
            <input
              id={`channel-${value}`}
              type="radio"
              name="channel"
              value={value}
              defaultChecked={chosen === value}
              className="mt-1 size-4 shrink-0 accent-brass"
            />
            <span className="flex min-w-0 flex-col gap-1">
              <span className="font-medium">{label}</span>
              <span className="text-muted text-sm">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
