import { now } from '../clock';
import { db } from '../db/client';
import { offeredReleases } from './newest-release';
import { rememberHtml } from './remember-html';
import { renderMarkdown, renderMarkdownWithPictures } from './render-markdown';

export type PageName = 'description' | 'installation' | 'faq' | 'screenshots' | 'other_notes' | 'changelog';

/** Older ones are history: a client's window shows the top of the list. */
const MOST_RELEASES = 20;

const pageHtml = rememberHtml((text) => withoutGaps(renderMarkdownWithPictures(text)));
const changelogHtml = rememberHtml((text) => withoutGaps(renderMarkdown(text)));

/**
 * The wanted pages of a product as safe HTML, in the order in which client software shows them (wc-am.md 3.5). A page
 * without a text is left out; the changelog, written from the releases that customers may see, is always there. With a
 * beta on offer (`offeredId`) its changes stand there too.
 */
export async function readProductPages(
  productId: string,
  wanted: readonly PageName[],
  { offeredId, at = now() }: { offeredId?: string | undefined; at?: Date } = {},
): Promise<{ [name in PageName]?: string }> {
  const product = await db().product.findUnique({
    where: { id: productId },
    select: {
      descriptionMd: true,
      installationMd: true,
      faqMd: true,
      screenshotsMd: true,
      otherNotesMd: true,
      releases: {
        where: {
          publishedAt: { not: null },
          yankedAt: null,
          OR: [{ channel: 'stable' }, ...(offeredId ? [{ id: offeredId }] : [])],
        },
      },
    },
  });
  if (!product) return { changelog: '' };
  const texts: [PageName, string][] = [
    ['description', product.descriptionMd],
    ['installation', product.installationMd],
    ['faq', product.faqMd],
    ['screenshots', product.screenshotsMd],
    ['other_notes', product.otherNotesMd],
  ];
  const pages = texts
    .filter(([name, text]) => wanted.includes(name) && text.trim() !== '')
    .map(([name, text]) => [name, pageHtml(text)]);
  // What was read of the beta channel is on offer to this caller, so it counts as any other.
  const shown = product.releases.map((release) => ({ ...release, channel: 'stable' as const }));
  const releases = offeredReleases(shown, at).slice(0, MOST_RELEASES);
  return { ...Object.fromEntries(pages), changelog: changelogOf(releases) };
}

function changelogOf(releases: { version: string; changelogMd: string }[]): string {
  return releases
    .filter((release) => release.changelogMd.trim() !== '')
    .map(({ version, changelogMd }) => `<h4>${escapeText(version)}</h4>${changelogHtml(changelogMd)}`)
    .join('');
}

// Line breaks between tags: some clients put a <br> for each. Inside <pre> every bracket is escaped, so none is touched.
function withoutGaps(html: string): string {
  return html.replace(/>\n+</g, '><');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
