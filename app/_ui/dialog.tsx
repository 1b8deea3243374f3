'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { ui } from '../_texts/en/ui';
import { type ButtonLook, buttonClass } from './button-look';

type DialogProps = {
  /** The words on the button that opens it. */
  trigger: string;
  /** For the screen reader when several buttons say the same: "Delete activation laptop". */
  triggerName?: string;
  look?: ButtonLook;
  title: string;
  text?: string;
  /** The form or the facts; its own buttons come with it. */
  children: ReactNode;
  /** The words on the button that leaves without doing anything. */
  closeText?: string;
  onOpen?: () => void;
};

/** A question in front of the page. Keeps the focus inside, closes on Escape, gives the focus back to its button. */
export function Dialog({
  trigger,
  triggerName,
  look,
  title,
  text,
  children,
  closeText = ui.close,
  onOpen,
}: DialogProps) {
  return (
    <Base.Root onOpenChange={(isOpen) => isOpen && onOpen?.()}>
      <Base.Trigger aria-label={triggerName} className={buttonClass(look ?? { variant: 'secondary' })}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-[#0d0e10]/50 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed inset-x-4 top-1/2 z-50 mx-auto flex max-h-[85dvh] max-w-3xl -translate-y-1/2 flex-col gap-4 overflow-auto rounded-md border border-line bg-raised p-6 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Base.Title className="text-lg">{title}</Base.Title>
          {text ? <Base.Description className="text-muted">{text}</Base.Description> : null}
          {children}
          <Base.Close className={buttonClass({ variant: 'secondary' }, 'self-start')}>{closeText}</Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
