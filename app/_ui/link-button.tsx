import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-look';
import { Link } from './link';

type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook;

/** Looks like a button, goes somewhere. What changes something is a Button in a form instead. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return (
    <Link
      {...rest}
      className={buttonClass({ ...(variant ? { variant } : {}), ...(size ? { size } : {}) }, className)}
    />
  );
}
