const LONGEST_FOLDER = 80;

/**
 * Where a file is asked to be put: a folder named after its product, below the folder Dropbox gives the app. Characters
 * that Windows or Dropbox refuse in names become hyphens; the file keeps its name but for those.
 */
export function dropboxPath(productTitle: string, fileName: string): string {
  const folder = plainName(productTitle).slice(0, LONGEST_FOLDER).trim();
  return `/${folder || 'Downloads'}/${plainName(fileName) || 'download'}`;
}

// Trailing dots and spaces are lost on Windows, so two names would mean one file there.
function plainName(name: string): string {
  return (
    name
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach a path
      .replace(/[/\\:?*"<>|\u0000-\u001f\u007f-\u009f]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+|[\s.]+$/g, '')
  );
}

/** Whether Dropbox chose another name than the one asked for. It treats names that differ in case as the same. */
export function isRenamed(askedPath: string, savedPath: string): boolean {
  return askedPath.normalize('NFC').toLowerCase() !== savedPath.normalize('NFC').toLowerCase();
}
