import { marked } from 'marked';
import sanitize from 'sanitize-html';

const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'br',
    'hr',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'blockquote',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel'], th: ['scope'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  // A text sits below its page's own title and section, whatever level its author began with.
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: sanitize.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }),
    th: sanitize.simpleTransform('th', { scope: 'col' }),
  },
};

const PICTURES: sanitize.IOptions = {
  ...OPTIONS,
  allowedTags: [...(OPTIONS.allowedTags || []), 'img'],
  allowedAttributes: { ...OPTIONS.allowedAttributes, img: ['src', 'alt'] },
  allowedSchemesByTag: { img: ['https'] },
};

/**
 * The store owner's Markdown as HTML that is safe to put into a page: no scripts, styles, images, frames or handlers,
 * links only to https, http and mailto.
 */
export function renderMarkdown(markdown: string): string {
  return sanitize(marked.parse(markdown, { async: false, gfm: true }), OPTIONS).trim();
}

/** The same, with pictures from https addresses: for the "View details" window of client software, never for our pages. */
export function renderMarkdownWithPictures(markdown: string): string {
  return sanitize(marked.parse(markdown, { async: false, gfm: true }), PICTURES).trim();
}
