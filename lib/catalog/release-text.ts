import { keysWithin } from '../secrets/developer-key';

/** What an admin writes about a version. */
export type ReleaseText = {
  version: string;
  channel: 'stable' | 'beta';
  /** The day customers are told; `release-day.ts` reads it. Undefined when it could not be read. */
  releasedAt: Date | undefined;
  changelogMd: string;
  upgradeNotice: string;
  /** Empty = as the product says. */
  requiresVersion: string;
  testedVersion: string;
  requiresPhp: string;
};

export type ReleaseTextProblem =
  | 'version_invalid'
  | 'date_invalid'
  | 'date_in_future'
  | 'changelog_too_long'
  | 'notice_too_long'
  | 'requirement_too_long'
  | 'looks_like_a_key';

export const LONGEST = { changelogMd: 50_000, upgradeNotice: 500, requirement: 40 } as const;

// Any version a client may compare: it ends up in answers, file names and logs, so no spaces and no markup.
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/;

/** Whether a text may name a version. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** All that is wrong with it; nothing when it may be written down. */
export function problemsOf(text: ReleaseText, at: Date): ReleaseTextProblem[] {
  const requirements = [text.requiresVersion, text.testedVersion, text.requiresPhp];
  const found: [ReleaseTextProblem, boolean][] = [
    ['version_invalid', !isVersion(text.version)],
    ['date_invalid', text.releasedAt === undefined],
    // A published version is offered at once, so a later date would only be untrue.
    ['date_in_future', text.releasedAt !== undefined && text.releasedAt > at],
    ['changelog_too_long', text.changelogMd.length > LONGEST.changelogMd],
    ['notice_too_long', text.upgradeNotice.length > LONGEST.upgradeNotice],
    ['requirement_too_long', requirements.some((each) => each.length > LONGEST.requirement)],
    // These texts are shown to everybody.
    ['looks_like_a_key', keysWithin(`${text.changelogMd}\n${text.upgradeNotice}`).length > 0],
  ];
  return found.filter(([, isWrong]) => isWrong).map(([problem]) => problem);
}

/** The text as columns: trimmed, with null for a requirement that is left to the product. */
export function columnsOf(text: ReleaseText & { releasedAt: Date }) {
  const { version, channel, releasedAt } = text;
  return {
    version,
    channel,
    releasedAt,
    changelogMd: clean(text.changelogMd),
    upgradeNotice: clean(text.upgradeNotice),
    requiresVersion: clean(text.requiresVersion) || null,
    testedVersion: clean(text.testedVersion) || null,
    requiresPhp: clean(text.requiresPhp) || null,
  };
}

// A browser sends lines with \r\n; PostgreSQL's text cannot hold NUL.
function clean(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
}
