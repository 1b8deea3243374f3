import { storage as words } from '../../../_texts/en/storage';
import { SettingsSection } from '../settings-section';

const PLACES = ['local', 's3'] as const;

/** Where uploads go from now on. */
export function NewFilesSection({ chosen, error }: { chosen: string; error: string | undefined }) {
  return (
    <SettingsSection title={words.newFilesTitle} text={words.newFilesText}>
      <fieldset id="newFiles" tabIndex={-1} className="flex min-w-0 flex-col py-5">
        <legend className="sr-only">{words.newFiles}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {PLACES.map((place) => (
            <label
              key={place}
              htmlFor={`newFiles-${place}`}
              className="flex cursor-pointer gap-3 rounded-md border border-line bg-raised p-4 transition-colors hover:border-edge has-checked:border-brass has-checked:shadow-[inset_0_0_0_1px_var(--brass)]"
            >
              <input
                id={`newFiles-${place}`}
                type="radio"
                name="newFiles"
                value={place}
                defaultChecked={chosen === place}
                className="mt-1 size-4 shrink-0 accent-brass"
              />
              <span className="flex min-w-0 flex-col gap-1">
                <span className="font-medium">{words[`newFiles.${place}`]}</span>
                <span className="text-muted text-sm">{words[`newFilesHint.${place}`]}</span>
              </span>
            </label>
          ))}
        </div>
        {error ? <p className="mt-2 font-medium text-bad text-sm">{error}</p> : null}
      </fieldset>
    </SettingsSection>
  );
}
