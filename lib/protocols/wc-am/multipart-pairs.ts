/**
 * The fields of a `multipart/form-data` body, as PHP's curl sends a form that is given to it as an array. Files and parts
 * without a name are left out; a body that is not in this form has no fields.
 */
export function multipartPairs(contentType: string, body: string): [string, string][] {
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return [];
  // The first piece is before the first part, the last one behind the end mark.
  const parts = `\r\n${body}`.split(`\r\n--${mark}`).slice(1);
  return parts.flatMap((part) => pairOf(part));
}

function pairOf(part: string): [string, string][] {
  const cut = part.indexOf('\r\n\r\n');
  // The end mark has no head.
  if (cut === -1 || part.startsWith('--')) return [];
  const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(part.slice(0, cut))?.[1];
  if (disposition === undefined || /;\s*filename\*?=/i.test(disposition)) return [];
  const name = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition);
  return name ? [[name[1] ?? name[2] ?? '', part.slice(cut + 4)]] : [];
}
