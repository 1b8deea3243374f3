import type { ReactNode } from 'react';
import type { EnteredSettings } from './entered-settings';
import type { ReachTexts } from './reach-texts';

/** What a section of the page is given. */
export type SectionProps = {
  values: EnteredSettings;
  errorOf: (fieldId: string) => string | undefined;
  /** How many a setting affects today; empty where nobody can be counted. */
  reach: ReachTexts;
};

type SettingsSectionProps = {
  /** Its place in the page's address: `#mail`. */
  id?: string;
  title: string;
  text: string;
  children: ReactNode;
};

/** A group of settings under one heading; hairlines stand between its rows. */
export function SettingsSection({ id, title, text, children }: SettingsSectionProps) {
  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 scroll-mt-6 flex-col outline-none">
      <legend className="font-semibold text-lg">{title}</legend>
      <p className="mb-2 max-w-text text-muted">{text}</p>
      <div className="divide-y divide-line border-line border-y">{children}</div>
    </fieldset>
  );
}
