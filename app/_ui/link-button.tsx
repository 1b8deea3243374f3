import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-look';

type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook;

/** Looks like a button, goes somewhere. What changes something is a Button in a form instead. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={buttonClass({ ...(variant ? { variant } : {}), ...(size ? { size } : {}) }, className)}
    />
  );
}
