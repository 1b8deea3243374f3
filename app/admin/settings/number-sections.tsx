import { settings as words } from '../../_texts/en/settings';
import { LinkButton } from '../../_ui/link-button';
import { Switch } from '../../_ui/switch';
import type { NumberSetting } from './entered-settings';
import { NumberRow } from './number-row';
import { type SectionProps, SettingsSection } from './settings-section';

/** How long a link works, and the way to the page that says where files lie. */
export function DownloadsSection(section: SectionProps) {
  return (
    <SettingsSection id="downloads" title={words.downloadsTitle} text={words.downloadsText}>
      <Rows {...section} rows={[['downloadLinkDays', words.days]]} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-5">
        <p className="max-w-text text-muted text-sm">{words.storageText}</p>
        <LinkButton href="/admin/settings/storage" variant="secondary">
          {words.storageLink}
        </LinkButton>
      </div>
    </SettingsSection>
  );
}

/** Whether, at what price and when the holder of a fixed term can renew it. */
export function RenewalsSection(section: SectionProps) {
  const { values, reach } = section;
  return (
    <SettingsSection id="renewals" title={words.renewalsTitle} text={words.renewalsText}>
      <Switch
        id="manualRenewal"
        label={words.manualRenewal}
        hint={[words.manualRenewalHint, reach.manualRenewal].filter(Boolean).join(' ')}
        defaultChecked={values.manualRenewal}
      />
      <Rows
        {...section}
        rows={[
          ['renewalDiscountPercent', words.percent],
          ['renewalOfferDays', words.days],
          ['renewablePeriodDays', words.days],
        ]}
      />
    </SettingsSection>
  );
}

/** How long a right goes on while its payment is owed, and what one key may ask for. */
export function TimeSection(section: SectionProps) {
  return (
    <SettingsSection id="time" title={words.timeTitle} text={words.timeText}>
      <Switch
        id="suspendOnDispute"
        label={words.suspendOnDispute}
        hint={words.suspendOnDisputeHint}
        defaultChecked={section.values.suspendOnDispute}
      />
      <Rows
        {...section}
        rows={[
          ['paymentGraceDays', words.days],
          ['activationRatePerMinute', words.perMinute],
          ['activationBurst', words.calls],
        ]}
      />
    </SettingsSection>
  );
}

/** How long calls and downloads are remembered. */
export function LogSection(section: SectionProps) {
  return (
    <SettingsSection id="log" title={words.logTitle} text={words.logText}>
      <Rows
        {...section}
        rows={[
          ['requestLogDays', words.days],
          ['downloadLogDays', words.days],
        ]}
      />
    </SettingsSection>
  );
}

type RowsProps = SectionProps & { rows: [name: NumberSetting, unit: string][] };

function Rows({ values, errorOf, reach, rows }: RowsProps) {
  return rows.map(([name, unit]) => (
    <NumberRow key={name} id={name} unit={unit} value={values[name]} error={errorOf(name)} reach={reach[name]} />
  ));
}
