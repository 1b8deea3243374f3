import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-look';

type ButtonProps = ComponentProps<'button'> & ButtonLook;

/** A button. Its words are a verb and the thing: "Delete activation". Outside a form give it `type="button"`. */
export function Button({ variant, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass(lookOf(variant, size), className)} />;
}

function lookOf(variant: ButtonLook['variant'], size: ButtonLook['size']): ButtonLook {
  return { ...(variant ? { variant } : {}), ...(size ? { size } : {}) };
}
