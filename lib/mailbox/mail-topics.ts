import type { MailTopic } from '../db/generated/client';

/** What a customer may choose to be mailed about, and whether somebody who never chose is. */
export const TOPIC_DEFAULTS: Readonly<Record<MailTopic, boolean>> = {
  new_release: true,
  licence_ending: true,
  device_activated: false,
};

/** All of them, in the order in which people are asked. */
export const MAIL_TOPICS = Object.keys(TOPIC_DEFAULTS) as MailTopic[]; // the keys of a Record are its key type

/** Whether a text from outside names a topic. */
export function isMailTopic(text: string): text is MailTopic {
  return Object.hasOwn(TOPIC_DEFAULTS, text);
}
