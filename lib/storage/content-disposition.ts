/**
 * The header that saves a file under its name instead of showing it. Every client reads the quoted ASCII form; those that
 * know RFC 5987 prefer the exact one. Folders and control characters are taken out of both.
 */
export function contentDisposition(fileName: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach a header
  const name = fileName.replace(/[/\\\u0000-\u001f\u007f-\u009f]/g, '_').toWellFormed() || 'download';
  const ascii = name.replace(/[^\x20-\x7e]|[%"]/g, '_');
  const plain = `attachment; filename="${ascii}"`;
  return ascii === name ? plain : `${plain}; filename*=UTF-8''${rfc5987(name)}`;
}

// encodeURIComponent leaves four characters alone that RFC 5987 does not allow unencoded.
function rfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
