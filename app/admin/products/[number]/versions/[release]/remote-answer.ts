import { releases as words } from '../../../../../_texts/en/releases';

export type EnteredRemote = { address: string; fileName: string; platform: string };

/** What became of an address outside. A test and a refusal bring back what was typed. */
export type RemoteAnswer =
  | { outcome: 'none' }
  | { outcome: 'tested'; entered: EnteredRemote; sizeBytes: number; sha256: string }
  /** `detail` is what the other server said, as it came. */
  | { outcome: 'refused'; entered: EnteredRemote; message: string; detail: string };

type RemoteReason = keyof typeof words extends infer Key ? (Key extends `remote.${infer R}` ? R : never) : never;

/** A refusal in words. */
export function refusedRemote(entered: EnteredRemote, reason: RemoteReason, detail = ''): RemoteAnswer {
  return { outcome: 'refused', entered, message: words[`remote.${reason}`], detail };
}
