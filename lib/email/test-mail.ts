import { formatMinute } from './format';
import type { MailContent } from './mail-content';

/** What the Test button of the mail settings sends to the admin who pressed it. */
export function testMail(facts: { at: Date; settingsUrl: string }): MailContent {
  return {
    subject: 'Test mail from your store',
    heading: 'Your mail server works',
    blocks: [
      {
        kind: 'paragraph',
        text: `This mail was sent on ${formatMinute(facts.at)}. Orders, keys and links reach your customers the same way.`,
      },
    ],
    button: { label: 'Back to mail settings', url: facts.settingsUrl },
    reason: 'You get this mail because you pressed “Send test mail” in the settings of the store.',
  };
}
