import { env } from '../env';
import { derivedKey } from '../secrets/keyring';
import { signPackageLink } from './package-link';

const DAY_MS = 86_400_000;

/** The `package` of an update answer: valid for `days` from `at`. Reads nothing; an update check is a hot path. */
export function packageUrl(offer: {
  customerNumber: number;
  orderNumber: number;
  planNumber: number;
  at: Date;
  /** 1 to 7, by the store's setting. */
  days: number;
}): string {
  const { customerNumber, orderNumber, planNumber, at, days } = offer;
  const expiresAt = new Date(at.getTime() + days * DAY_MS);
  const link = { customerNumber, orderNumber, planNumber, expiresAt };
  return signPackageLink(env().publicUrl, link, derivedKey('download-link'));
}
