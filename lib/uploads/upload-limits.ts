/** What one request may carry; the server asks for the permit anew with each. The browser sends parts of this size. */
export const PART_BYTES = 8 * 1024 * 1024;

/**
 * The largest file of a release. Installers and disk images end well below it, a download of it takes a customer an hour,
 * and S3 takes it in the 10 000 pieces that it allows.
 */
export const LARGEST_FILE_BYTES = 10 * 1024 ** 3;

/** How long a file that nobody goes on sending is kept. */
export const ABANDONED_AFTER_MS = 7 * 86_400_000;

/** What stays free on the disk whatever is uploaded: the database lives there too, and stops without room. */
export const DISK_RESERVE_BYTES = 256 * 1024 * 1024;
