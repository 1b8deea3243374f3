import { db } from '../db/client';
import { entitledReleases } from '../downloads/entitled-releases';
import { TOPIC_DEFAULTS } from './mail-topics';

/** A version as the mail about it is told. */
export type ReleaseMailFacts = {
  title: string;
  version: string;
  upgradeNotice: string;
  needs: { label: string; value: string }[];
  /** This customer is still entitled to it and still wants to hear of it. */
  isCurrent: boolean;
};

/** Undefined when the version is gone. */
export async function readReleaseMail(
  wanted: { releaseId: string; customerId: string },
  at: Date,
): Promise<ReleaseMailFacts | undefined> {
  const { releaseId, customerId } = wanted;
  const release = await db().release.findUnique({ where: { id: releaseId }, include: { product: true } });
  if (!release) return undefined;
  const { product } = release;
  const needs = [
    { label: 'Needs', value: release.requiresVersion ?? product.requiresVersion },
    { label: 'Tested with', value: release.testedVersion ?? product.testedVersion },
    { label: 'Needs PHP', value: release.requiresPhp ?? product.requiresPhp },
  ];
  return {
    title: product.title,
    version: release.version,
    upgradeNotice: release.upgradeNotice,
    needs: needs.filter(({ value }) => value !== ''),
    isCurrent:
      (await wants(customerId, 'new_release')) && (await mayHave({ customerId, releaseId, product: product.id }, at)),
  };
}

async function mayHave(it: { customerId: string; releaseId: string; product: string }, at: Date): Promise<boolean> {
  const rights = await db().apiResource.findMany({
    where: { customerId: it.customerId, productId: it.product, customer: { disabledAt: null } },
    include: { product: { select: { keepsReleases: true } } },
  });
  const covered = rights.map((right) => entitledReleases(right, at));
  return (await db().release.count({ where: { id: it.releaseId, OR: covered } })) > 0;
}

/** Whether a customer wants mails about a topic at this moment. */
export async function wants(customerId: string, topic: keyof typeof TOPIC_DEFAULTS): Promise<boolean> {
  const choice = await db().mailChoice.findUnique({ where: { customerId_topic: { customerId, topic } } });
  return choice?.isWanted ?? TOPIC_DEFAULTS[topic];
}

/** An activation as the mail about it is told. */
export type ActivationMailFacts = { title: string; device: string; address: string; at: Date };

/** Undefined when it has ended, or was never this customer's. */
export async function readActivationMail(
  activationId: string,
  customerId: string,
): Promise<ActivationMailFacts | undefined> {
  const row = await db().activation.findFirst({
    where: { id: activationId, customerId },
    include: { resource: { select: { product: { select: { title: true } } } } },
  });
  if (!row) return undefined;
  const { label, instance, address, activatedAt } = row;
  return { title: row.resource.product.title, device: label || instance, address, at: activatedAt };
}
