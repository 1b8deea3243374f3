import type { ReactNode } from 'react';
import type { EnteredSettings } from './entered-settings';

/** What a section of the page is given. */
export type SectionProps = { values: EnteredSettings; errorOf: (fieldId: string) => string | undefined };

/** A group of settings under one heading; hairlines stand between its rows. */
export function SettingsSection({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="font-semibold text-lg">{title}</legend>
      <p className="mb-2 max-w-text text-muted">{text}</p>
      <div className="divide-y divide-line border-line border-y">{children}</div>
    </fieldset>
  );
}
