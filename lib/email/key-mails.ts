import { formatMinute } from './format';
import type { MailContent } from './mail-content';

/** A notice that the master API key is another one now. The key itself is on the customer's own page, never in this mail. */
export function masterKeyReplacedMail(facts: { at: Date; endedActivations: number; apiKeysUrl: string }): MailContent {
  const { at, endedActivations, apiKeysUrl } = facts;
  const what =
    endedActivations > 0
      ? `What was activated with the old key (${endedActivations}) has ended and is activated again with the new one.`
      : 'What is activated stays activated; software that asks with the old key needs the new one.';
  return {
    subject: 'Your Master API Key was replaced',
    heading: 'Your Master API Key was replaced',
    blocks: [
      {
        kind: 'paragraph',
        text: `We replaced the Master API Key of your account on ${formatMinute(at)}. The old key stopped working at once.`,
      },
      { kind: 'paragraph', text: `${what} Your other keys are unchanged.` },
    ],
    button: { label: 'See your API keys', url: apiKeysUrl },
    reason: 'You get this mail because a key of your account changed.',
  };
}
