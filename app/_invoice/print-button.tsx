'use client';

import { Button } from '../_ui/button';

/** Opens the browser's print dialog, which also saves as PDF. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button size="small" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
