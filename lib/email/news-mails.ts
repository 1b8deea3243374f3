import { formatMinute } from './format';
import type { MailBlock, MailContent } from './mail-content';

type ReleaseFacts = {
  title: string;
  version: string;
  /** Plain text, as the version's page has it; empty: none. */
  upgradeNotice: string;
  needs: { label: string; value: string }[];
  downloadsUrl: string;
};

/** A new version of something the reader has a live right to. */
export function newReleaseMail(facts: ReleaseFacts): MailContent {
  const { title, version, upgradeNotice, needs } = facts;
  return {
    subject: `${title} ${version} is here`,
    heading: `${title} ${version} is here`,
    blocks: [
      { kind: 'paragraph', text: `Version ${version} of ${title} is ready to download. Your licence covers it.` },
      ...(upgradeNotice === '' ? [] : [{ kind: 'paragraph' as const, text: upgradeNotice }]),
      ...(needs.length === 0 ? [] : [{ kind: 'rows' as const, rows: needs }]),
    ],
    button: { label: 'Go to your downloads', url: facts.downloadsUrl },
    reason: 'You get this mail because you have a licence for this product.',
  };
}

type DeviceFacts = {
  title: string;
  /** What the device calls itself, or what it is. */
  device: string;
  address: string;
  at: Date;
  keysUrl: string;
};

/** A key of the reader was activated somewhere new. */
export function deviceActivatedMail(facts: DeviceFacts): MailContent {
  const { title, device, address, at, keysUrl } = facts;
  const rows: Extract<MailBlock, { kind: 'rows' }>['rows'] = [
    { label: 'Device', value: device },
    ...(address === '' ? [] : [{ label: 'Network address', value: address }]),
  ];
  return {
    subject: `${title} was activated on a new device`,
    heading: `${title} was activated on a new device`,
    blocks: [
      { kind: 'paragraph', text: `A key of yours activated ${title} on ${formatMinute(at)}.` },
      { kind: 'rows', rows },
      { kind: 'paragraph', text: 'If you do not know this device, delete its activation, and your key is free again.' },
    ],
    button: { label: 'See your activations', url: keysUrl },
    reason: 'You get this mail because you chose to hear of new devices.',
  };
}
