import { classNames } from './class-names';

export type ButtonLook = {
  /** primary: ink on paper, one a view. danger: destroys something and says so in its words. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
};

const base =
  'inline-flex select-none items-center justify-center gap-2 rounded-md text-center border font-medium transition-colors disabled:opacity-60 aria-disabled:opacity-60';

const variants = {
  primary: 'border-ink bg-ink text-paper hover:bg-ink/85',
  secondary: 'border-edge/60 bg-raised text-ink hover:border-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken',
  danger: 'border-bad/50 bg-raised text-bad hover:border-bad hover:bg-bad/10',
};

const sizes = {
  small: 'min-h-8 whitespace-nowrap px-3 py-1 text-sm',
  medium: 'min-h-10 whitespace-nowrap px-4 py-2 text-base',
  large: 'min-h-12 px-6 py-2.5 text-base',
};

/** One look for everything that is pressed, whether it is a button or a link. */
export function buttonClass({ variant = 'primary', size = 'medium' }: ButtonLook, more?: string): string {
  return classNames(base, variants[variant], sizes[size], more);
}
