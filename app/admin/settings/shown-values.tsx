import type { EnteredSettings } from './entered-settings';

/** What the page showed when it was opened goes back with the form, so that only what was changed is saved. */
export function ShownValues({ shown }: { shown: EnteredSettings }) {
  const { docTabs, ...rest } = shown;
  const fields = [
    ...Object.entries(rest).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'on' : '') : value]),
    ...docTabs.map((tab) => [`docTabs.${tab}`, 'on']),
  ];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={`shown.${name}`} value={value} />);
}
