'use client';

import { ChevronDown, UserRound } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../_ui/class-names';
import { Link } from '../_ui/link';

type UserMenuProps = {
  /** What the button shows: the person's name. */
  name: string;
  /** What it is called for the screen reader. */
  label: string;
  links: { href: string; label: string }[];
  /** The form that signs out. */
  children: ReactNode;
};

/** The small menu under the person's name. Opens on hover, on a press and on Enter; without scripts on hover and focus. */
export function UserMenu({ name, label, links, children }: UserMenuProps) {
  const id = useId();
  const { isOpen, box, button, handlers, toggle } = useMenu();
  return (
    <div ref={box} {...handlers} className="group relative">
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
        className="inline-flex min-h-9 max-w-44 items-center gap-1.5 rounded-sm px-2 text-muted transition-colors hover:text-ink aria-expanded:text-ink"
      >
        <UserRound aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
        <span className="truncate max-sm:sr-only">{name}</span>
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2} />
      </button>
      <div
        id={id}
        className={classNames(
          'absolute end-0 top-full z-40 w-52 pt-1',
          isOpen ? 'block' : 'hidden noscript:group-focus-within:block noscript:group-hover:block',
        )}
      >
        <ul className="flex flex-col rounded-md border border-line bg-raised p-1.5 shadow-float">
          {links.map((link) => (
            <li key={link.href}>
              <Link
                href={link.href}
                className="flex min-h-9 items-center rounded-sm px-3 py-1.5 transition-colors hover:bg-sunken"
              >
                {link.label}
              </Link>
            </li>
          ))}
          <li className="mt-1.5 border-line border-t pt-1.5">{children}</li>
        </ul>
      </div>
    </div>
  );
}

function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // A mouse enters before it presses: that press must not close again what the hover has just opened.
  const hoveredAt = useRef(0);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [isOpen]);
  const handlers = {
    onPointerEnter: (event: { pointerType: string; timeStamp: number }) => {
      if (event.pointerType !== 'mouse') return;
      hoveredAt.current = event.timeStamp;
      setOpen(true);
    },
    onPointerLeave: (event: { pointerType: string }) => {
      if (event.pointerType === 'mouse' && !box.current?.contains(document.activeElement)) setOpen(false);
    },
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) setOpen(false);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen) return;
      setOpen(false);
      button.current?.focus();
    },
  };
  const toggle = (event: { timeStamp: number }) => {
    if (event.timeStamp - hoveredAt.current > 400) setOpen((before) => !before);
    else setOpen(true);
  };
  return { isOpen, box, button, handlers, toggle };
}
