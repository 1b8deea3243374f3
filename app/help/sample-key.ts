/** What a developer key looks like. Its checksum is wrong on purpose: it never opened anything, and nothing takes it for a key. */
export const SAMPLE_KEY = 'lks_9fQx2BThisIsOnlyASampleAndOpensNothingAtAll000000';
