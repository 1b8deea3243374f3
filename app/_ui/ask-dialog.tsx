'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { buttonClass } from './button-look';
import { classNames } from './class-names';

type AskDialogProps = {
  isOpen: boolean;
  /** Cancel, Escape and a press beside it all come here; nothing has been done then. */
  onClose: () => void;
  title: string;
  text?: string;
  /** Fields and facts between the text and the buttons. */
  children?: ReactNode;
  /** The words that leave without doing anything. */
  closeText: string;
  /** The button that does it; stands last. Left out where the children bring their own. */
  action?: ReactNode;
  /** The buttons belong to this form. */
  onSubmit?: (form: FormData) => void;
  /** What is about to happen destroys something: the way out has the cursor first. */
  isDangerous?: boolean;
  isWide?: boolean;
};

/**
 * A question in front of the page, opened by whoever holds `isOpen`. Keeps the focus inside, Escape cancels, and the focus
 * goes back to where it came from.
 */
export function AskDialog(props: AskDialogProps) {
  const { isOpen, onClose, title, text, children, closeText, action, onSubmit, isDangerous, isWide } = props;
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-[#0d0e10]/50 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(isDangerous ? { initialFocus: close } : {})}
          className={classNames(
            'fixed inset-x-4 top-1/2 z-50 mx-auto flex max-h-[90dvh] -translate-y-1/2 flex-col rounded-md border border-line bg-raised shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
            isWide ? 'max-w-3xl' : 'max-w-lg',
          )}
        >
          <Shell onSubmit={onSubmit}>
            <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-6">
              <Base.Title className="text-lg">{title}</Base.Title>
              {text ? <Base.Description className="max-w-text text-muted">{text}</Base.Description> : null}
              {children}
            </div>
            <div className="flex flex-wrap justify-end gap-3 border-line border-t px-6 py-4">
              <Base.Close ref={close} className={buttonClass({ variant: 'secondary' })}>
                {closeText}
              </Base.Close>
              {action}
            </div>
          </Shell>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Shell({ onSubmit, children }: { onSubmit: AskDialogProps['onSubmit']; children: ReactNode }) {
  if (!onSubmit) return <div className="flex min-h-0 flex-col">{children}</div>;
  return (
    <form
      className="flex min-h-0 flex-col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A portal's events still bubble to the React parents: a form around the whole must not be sent with it.
        event.stopPropagation();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {children}
    </form>
  );
}
