/** The mark: a keyhole in a rounded square. The same drawing as public/icon.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <path
        d="M16 7.5a5 5 0 0 1 2.6 9.27l1.35 6.2a1.25 1.25 0 0 1-1.22 1.53h-5.46a1.25 1.25 0 0 1-1.22-1.53l1.35-6.2A5 5 0 0 1 16 7.5Z"
        className="fill-paper"
      />
    </svg>
  );
}
