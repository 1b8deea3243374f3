import { LONGEST_LINES } from '@/lib/settings/setting-choices';
import { settings as words } from '../../_texts/en/settings';
import { Field } from '../../_ui/field';
import type { LineSetting } from './entered-settings';
import type { SectionProps } from './settings-section';

// A store without a name and dates without a form cannot be saved.
const REQUIRED: readonly LineSetting[] = ['storeName', 'dateFormat'];

/** A text of one line, with what it means above its field. */
export function LineRow({ id, values, errorOf }: SectionProps & { id: LineSetting }) {
  return (
    <div className="py-5">
      <Field
        id={id}
        label={words[id]}
        hint={words[`${id}Hint`]}
        defaultValue={values[id]}
        error={errorOf(id)}
        maxLength={LONGEST_LINES[id]}
        required={REQUIRED.includes(id)}
        autoComplete="off"
        className="max-w-text"
      />
    </div>
  );
}
