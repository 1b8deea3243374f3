'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from './button-look';

type SubmitButtonProps = ComponentProps<'button'> & ButtonLook & { pendingText?: string };

/** Sends its form. While the form is on its way a second press does nothing and `pendingText` says what happens. */
export function SubmitButton({ variant, size, className, pendingText, children, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={buttonClass({ ...(variant ? { variant } : {}), ...(size ? { size } : {}) }, className)}
    >
      {pending && pendingText ? `${pendingText}…` : children}
    </button>
  );
}
