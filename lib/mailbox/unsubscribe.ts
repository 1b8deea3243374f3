import { db } from '../db/client';
import type { MailTopic } from '../db/generated/client';
import { readMailChoices } from './read-mail-choices';
import { setMailChoices } from './set-mail-choices';
import { openUnsubscribeToken } from './unsubscribe-token';

type UnknownLink = { ok: false; reason: 'link_unknown' };

/** What a link in a mail would end, and whether it has ended already. It says nothing about whose mails they are. */
export async function readUnsubscribing(
  token: string,
): Promise<{ ok: true; topic: MailTopic; isWanted: boolean } | UnknownLink> {
  const known = await knownLink(token);
  if (!known) return { ok: false, reason: 'link_unknown' };
  return { ok: true, topic: known.topic, isWanted: (await readMailChoices(known.customerId))[known.topic] };
}

/** Ends the mails that a link is about. Whoever holds the mail may do so, without signing in; again is no change. */
export async function unsubscribe(
  token: string,
  address: string,
): Promise<{ ok: true; topic: MailTopic } | UnknownLink> {
  const known = await knownLink(token);
  if (!known) return { ok: false, reason: 'link_unknown' };
  const { customerId, topic } = known;
  await setMailChoices({
    customerId,
    choices: { [topic]: false },
    actor: { kind: 'customer', id: customerId, via: 'mail', address },
  });
  return { ok: true, topic };
}

async function knownLink(token: string) {
  const opened = openUnsubscribeToken(token);
  if (!opened) return undefined;
  return (await db().customer.count({ where: { id: opened.customerId } })) > 0 ? opened : undefined;
}
