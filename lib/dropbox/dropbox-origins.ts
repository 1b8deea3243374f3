import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { env } from '../env';

const WEB = 'https://www.dropbox.com';
const API = 'https://api.dropboxapi.com';

/** Where Dropbox's pages and its API are: at Dropbox, or at the stand-in on this machine that DROPBOX_URL names. */
export function dropboxOrigins(): { web: string; api: string } {
  const { dropboxUrl } = env();
  return dropboxUrl === undefined ? { web: WEB, api: API } : { web: dropboxUrl, api: dropboxUrl };
}

/** Why Dropbox could not fetch a file from this store. */
export type OutOfReach = 'this_machine' | 'private_network' | 'not_https';

/**
 * Whether Dropbox could fetch from an address, judged by the address alone: a name that the inside of a network knows may
 * mean another machine outside, so nothing is looked up. A stand-in on this machine reaches whatever this machine does.
 */
export function outOfReach(publicUrl: string): OutOfReach | undefined {
  if (env().dropboxUrl !== undefined) return undefined;
  const { hostname, protocol } = new URL(publicUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return 'this_machine';
  if (isIP(host) !== 0) {
    const range = ipaddr.process(host).range();
    if (range === 'loopback') return 'this_machine';
    if (range !== 'unicast') return 'private_network';
  } else if (!host.includes('.') || /\.(local|internal|lan|home|intranet|home\.arpa)$/.test(host)) {
    return 'private_network';
  }
  return protocol === 'https:' ? undefined : 'not_https';
}
