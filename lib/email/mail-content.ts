/** What a mail says, before it becomes text and HTML. Both come from this one value, so they never disagree. */
export type MailContent = {
  subject: string;
  heading: string;
  blocks: MailBlock[];
  /** At most one: what the reader is expected to do next. */
  button?: { label: string; url: string };
  /** Why the reader gets this mail. */
  reason: string;
  /** Where the reader ends such mails, for those that nobody has to get. */
  choice?: { stopUrl: string; choicesUrl: string };
};

export type MailBlock =
  | { kind: 'paragraph'; text: string }
  /** A key, a code or a link the reader copies; set in mono, never wrapped by us. */
  | { kind: 'copy'; label: string; value: string; note?: string }
  | { kind: 'rows'; rows: { label: string; value: string; isTotal?: boolean }[] };

/** Who writes, and whether the money in it is play money. */
export type MailSender = {
  storeName: string;
  storeUrl: string;
  isDemoPayments: boolean;
  /** Where the reader gets help from the store. */
  support?: { href: string; label: string } | undefined;
};

export type RenderedMail = { subject: string; text: string; html: string };

export const DEMO_NOTE = 'Demo payments: this store charges no card, and its orders are not real.';

export const SUPPORT_WORDS = 'Questions? Ask the store:';

export const CHOICE_WORDS = { stop: 'Stop these mails', choose: 'Choose which mails you get' };
