import type { LicenceChange } from '@/lib/licensing/change-licences';

/** The change that a form asks for. What is no number of days is left to the rule to refuse. */
export function licenceChange(change: string, days: string): LicenceChange {
  if (change === 'suspend' || change === 'resume') return { kind: change };
  return { kind: 'extend', days: /^\d{1,6}$/.test(days.trim()) ? Number(days) : Number.NaN };
}
