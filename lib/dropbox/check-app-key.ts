import { randomBytes } from 'node:crypto';
import { redeemCode } from './ask-consent';

/** What Dropbox says to an app key. Only the key can be asked about: permissions and addresses of an app cannot. */
export type AppKeyCheck =
  | { outcome: 'known'; detail: string }
  | { outcome: 'unknown'; detail: string }
  | { outcome: 'unclear'; detail: string };

/**
 * Asks Dropbox whether it knows an app key, without anybody's consent: the token endpoint looks at the app before it looks
 * at the code, so a code that nobody was given is refused as a code by a known app and as a client by an unknown one.
 */
export async function checkAppKey(appKey: string, redirectUri: string): Promise<AppKeyCheck> {
  const made = () => randomBytes(48).toString('base64url');
  const answer = await redeemCode({ appKey, redirectUri, code: made(), verifier: made() });
  if (answer.ok) return { outcome: 'unclear', detail: 'Dropbox took a code that nobody was given.' };
  if (answer.reason === 'connection_ended') return { outcome: 'known', detail: answer.detail };
  return { outcome: answer.reason === 'app_unknown' ? 'unknown' : 'unclear', detail: answer.detail };
}
