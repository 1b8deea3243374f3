import { Monitor, Moon, Sun } from 'lucide-react';
import { text } from '../_texts/text';
import { classNames } from '../_ui/class-names';
import { chooseTheme } from './actions';
import { THEMES, type Theme } from './theme';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** System, light or dark: three buttons of one form, so it works without JavaScript. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <form action={chooseTheme}>
      <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
        <legend className="sr-only">{text('shell.theme')}</legend>
        {THEMES.map((each) => {
          const Icon = icons[each];
          return (
            <button
              key={each}
              type="submit"
              name="theme"
              value={each}
              aria-pressed={each === theme}
              className={classNames(
                'inline-flex min-h-8 items-center gap-1.5 rounded-sm border px-2 text-sm transition-colors',
                each === theme ? 'border-edge text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
              {text(`shell.theme.${each}`)}
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
