import { DOC_TABS, MESSAGE_PROFILES } from '@/lib/settings/setting-choices';
import { settings as words } from '../../_texts/en/settings';
import { Switch } from '../../_ui/switch';
import { TextArea } from '../../_ui/text-area';
import { type SectionProps, SettingsSection } from './settings-section';

const ANSWERS = [
  'strictReactivation',
  'stopOverLimit',
  'publicVersionInfo',
  'translateSoftwareAddOn',
  'sendApiResourceData',
] as const;

/** How installed client software is answered. */
export function ClientApiSection({ values, errorOf, reach }: SectionProps) {
  const hint = (name: (typeof ANSWERS)[number] | 'messageProfile' | 'trustedSources') =>
    [words[`${name}Hint`], reach[name]].filter(Boolean).join(' ');
  return (
    <SettingsSection id="client" title={words.clientTitle} text={words.clientText}>
      <ProfileCards chosen={values.messageProfile} hint={hint('messageProfile')} error={errorOf('messageProfile')} />
      {ANSWERS.map((name) => (
        <Switch key={name} id={name} label={words[name]} hint={hint(name)} defaultChecked={values[name]} />
      ))}
      <DocTabBoxes chosen={values.docTabs} />
      <TextArea
        id="trustedSources"
        label={words.trustedSources}
        hint={hint('trustedSources')}
        error={errorOf('trustedSources')}
        defaultValue={values.trustedSources}
        spellCheck={false}
        autoComplete="off"
        className="py-5"
      />
    </SettingsSection>
  );
}

function ProfileCards({ chosen, hint, error }: { chosen: string; hint: string; error: string | undefined }) {
  return (
    <fieldset id="messageProfile" tabIndex={-1} className="flex min-w-0 flex-col py-5">
      <legend className="contents">
        <span className="font-medium">{words.messageProfile}</span>
      </legend>
      <p className="mt-1 mb-3 max-w-text text-muted text-sm">{hint}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        {MESSAGE_PROFILES.map((profile) => (
          <label
            key={profile}
            htmlFor={`messageProfile-${profile}`}
            className="flex cursor-pointer gap-3 rounded-md border border-line bg-raised p-4 transition-colors hover:border-edge has-checked:border-brass has-checked:shadow-[inset_0_0_0_1px_var(--brass)]"
          >
            <input
              id={`messageProfile-${profile}`}
              type="radio"
              name="messageProfile"
              value={profile}
              defaultChecked={chosen === profile}
              className="mt-1 size-4 shrink-0 accent-brass"
            />
            <span className="flex min-w-0 flex-col gap-1">
              <span className="font-medium">{words[`profile.${profile}`]}</span>
              <span className="text-muted text-sm">“{words[`profileExample.${profile}`]}”</span>
            </span>
          </label>
        ))}
      </div>
      {error ? <p className="mt-2 font-medium text-bad text-sm">{error}</p> : null}
    </fieldset>
  );
}

function DocTabBoxes({ chosen }: { chosen: string[] }) {
  return (
    <fieldset className="flex min-w-0 flex-col py-5">
      <legend className="contents">
        <span className="font-medium">{words.docTabs}</span>
      </legend>
      <p className="mt-1 mb-2 max-w-text text-muted text-sm">{words.docTabsHint}</p>
      <div className="flex flex-wrap gap-x-6">
        {DOC_TABS.map((tab) => (
          <label key={tab} htmlFor={`docTabs.${tab}`} className="flex min-h-11 cursor-pointer items-center gap-2">
            <input
              id={`docTabs.${tab}`}
              type="checkbox"
              name={`docTabs.${tab}`}
              defaultChecked={chosen.includes(tab)}
              className="size-4 accent-brass"
            />
            {words[`docTab.${tab}`]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
