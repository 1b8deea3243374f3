import { settings as words } from '../../_texts/en/settings';
import { NumberRow } from './number-row';
import { type SectionProps, SettingsSection } from './settings-section';

/** How long a right goes on, can be renewed, and how long a link works. */
export function TimeSection({ values, errorOf }: SectionProps) {
  const names = ['paymentGraceDays', 'renewablePeriodDays', 'downloadLinkDays'] as const;
  return (
    <SettingsSection title={words.timeTitle} text={words.timeText}>
      {names.map((name) => (
        <NumberRow key={name} id={name} unit={words.days} value={values[name]} error={errorOf(name)} />
      ))}
    </SettingsSection>
  );
}

/** What one key may ask for, and how long the calls are remembered. */
export function LimitsSection({ values, errorOf }: SectionProps) {
  const rows = [
    ['activationRatePerMinute', words.perMinute],
    ['activationBurst', words.calls],
    ['requestLogDays', words.days],
    ['downloadLogDays', words.days],
  ] as const;
  return (
    <SettingsSection title={words.limitsTitle} text={words.limitsText}>
      {rows.map(([name, unit]) => (
        <NumberRow key={name} id={name} unit={unit} value={values[name]} error={errorOf(name)} />
      ))}
    </SettingsSection>
  );
}
