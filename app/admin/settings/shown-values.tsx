import type { EnteredSettings } from './entered-settings';
import { KEY_SWITCHES } from './key-visibility';

/**
 * What the page showed when it was opened goes back with the form, so that only what was changed is saved. The switches of
 * key visibility are not in this form: told as off before and after, they are not changed by it.
 */
export function ShownValues({ shown }: { shown: EnteredSettings }) {
  const { docTabs, ...rest } = shown;
  const fields = [
    ...Object.entries(rest)
      .filter(([name]) => !KEY_SWITCHES.some((own) => own === name))
      .map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'on' : '') : value]),
    ...docTabs.map((tab) => [`docTabs.${tab}`, 'on']),
  ];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={`shown.${name}`} value={value} />);
}
