import { text } from '../../_texts/text';

type SelectRowProps = {
  /** The id of the `BulkBar`'s form. */
  formId: string;
  /** What the action gets: the row's id. */
  value: string;
  /** What is selected, for the screen reader: "licence 12". */
  name: string;
};

/** The box that puts a row among those a bulk change is for. It stands in the row's first cell, before its name. */
export function SelectRow({ formId, value, name }: SelectRowProps) {
  return (
    <input
      type="checkbox"
      form={formId}
      name="chosen"
      value={value}
      aria-label={text('lists.select', { name })}
      className="size-5 shrink-0 cursor-pointer accent-ink"
    />
  );
}
