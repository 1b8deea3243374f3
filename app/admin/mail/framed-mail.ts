/** A mail for a frame of an admin page: links open beside it, and the style sheet, which the page's policy refuses, stays out. */
export function framedMail(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/g, '').replaceAll('<a ', '<a target="_blank" rel="noopener" ');
}
