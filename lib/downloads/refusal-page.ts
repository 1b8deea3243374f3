import { PLAIN_PAGE, plainPage } from '../plain-page';
import type { DownloadAnswer } from './download-call';
import type { DownloadRefusal } from './open-download';

type Words = { status: 403 | 404 | 410 | 503; title: string; text: string };

const CLOSED = 'This download is no longer open';

const WORDS: Record<DownloadRefusal, Words> = {
  link_invalid: {
    status: 404,
    title: 'This download link is not complete',
    text: 'It may have been cut off or come from an earlier shop. Fresh links wait in your account.',
  },
  link_expired: {
    status: 410,
    title: 'This download link has run out',
    text: 'Links live for a few days. Fresh ones wait in your account.',
  },
  account_disabled: {
    status: 403,
    title: CLOSED,
    text: 'The account it was made for is closed. Please ask the store.',
  },
  license_revoked: {
    status: 403,
    title: CLOSED,
    text: 'The licence behind it was refunded or taken back. Your account shows its state.',
  },
  license_suspended: {
    status: 403,
    title: 'This download is on hold',
    text: 'The licence behind it is on hold. The link works again as soon as that is settled.',
  },
  license_expired: {
    status: 403,
    title: CLOSED,
    text: 'The licence behind it has ended. Once it is renewed, the link works again.',
  },
  not_entitled: {
    status: 403,
    title: CLOSED,
    text: 'The licence behind it does not cover this file. Your account lists what it does cover.',
  },
  release_withdrawn: {
    status: 403,
    title: 'This version was withdrawn',
    text: 'Your account lists the version to use instead.',
  },
  key_disabled: {
    status: 403,
    title: CLOSED,
    text: 'The key it was asked for with is switched off or was replaced.',
  },
  deactivated: {
    status: 403,
    title: CLOSED,
    text: 'The installation it was made for is no longer active. Activate it again to get updates.',
  },
  too_many_at_once: {
    status: 503,
    title: 'Too many downloads at once',
    text: 'Please wait until some of them are done, then try again. The link stays good.',
  },
  file_missing: {
    status: 404,
    title: 'The file of this download is missing',
    text: 'The store cannot find it. Your licence is not affected; please tell the store.',
  },
  source_not_set_up: {
    status: 404,
    title: 'The file of this download cannot be reached',
    text: 'The store keeps it in a place that is not set up here. Your licence is not affected; please tell the store.',
  },
  storage_unreachable: {
    status: 503,
    title: 'The file cannot be fetched right now',
    text: 'The place where the store keeps it does not answer. Please try again in a few minutes; the link stays good.',
  },
};

const ACCOUNT = { href: '/account/api-downloads', label: 'Go to API Downloads' };

/** A page that says why there is no file and what to do; needs no script and no cookie. */
export function refusalPage(reason: DownloadRefusal, headers: Record<string, string>, status?: number): DownloadAnswer {
  const { status: own, title, text } = WORDS[reason];
  const later = own === 503 ? { 'Retry-After': '60' } : {};
  const body = plainPage({ title, text, link: ACCOUNT });
  return { status: status ?? own, headers: { ...headers, ...PLAIN_PAGE, ...later }, body };
}
