/** What an archive made at this instant is called: `latchkey-20261124T030000Z.tar`; the milliseconds keep two of one second apart. */
export function archiveName(at: Date): string {
  return `latchkey-${at.toISOString().replaceAll(/[-:.]/g, '')}.tar`;
}
