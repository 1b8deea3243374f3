// biome-ignore-all lint/a11y/useAriaPropsForRole: a checkbox tells aria-checked by itself
import type { ComponentProps } from 'react';
import { ui } from '../_texts/en/ui';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  id: string;
  label: string;
  hint?: string;
  /** What stands beside it instead of On and Off. */
  words?: { on: string; off: string };
};

/** On or off, as part of a form: a checkbox in a switch's dress, so it is sent without JavaScript. */
export function Switch({ id, label, hint, words = ui, ...rest }: SwitchProps) {
  return (
    <div className="flex items-start justify-between gap-6 py-5">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="max-w-text text-muted text-sm">
            {hint}
          </p>
        ) : null}
      </div>
      <span className="relative inline-flex shrink-0 items-center gap-3">
        <input
          {...rest}
          id={id}
          name={rest.name ?? id}
          type="checkbox"
          role="switch"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="peer order-2 h-6 w-11 cursor-pointer appearance-none rounded-full border border-edge bg-sunken transition-colors before:block before:size-4 before:translate-x-[3px] before:translate-y-[3px] before:rounded-full before:bg-edge before:transition-transform checked:border-ink checked:bg-ink checked:before:translate-x-[23px] checked:before:bg-paper forced-colors:appearance-auto"
        />
        <span aria-hidden="true" className="order-1 hidden text-muted text-sm peer-checked:inline">
          {words.on}
        </span>
        <span aria-hidden="true" className="order-1 text-muted text-sm peer-checked:hidden">
          {words.off}
        </span>
      </span>
    </div>
  );
}
