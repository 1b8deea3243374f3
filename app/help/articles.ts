import { type TextKey, text } from '../_texts/text';
import { SAMPLE_KEY } from './sample-key';

export type HelpArticle = { slug: string; title: string; summary: string; body: (storeUrl: string) => string };

/** Every help page, in the order in which somebody new would read them. The slug is its address below /help. */
export const helpArticles: readonly HelpArticle[] = [
  article('api-keys', 'help.keysTitle', 'help.keysSummary', 'help.keysBody'),
  article('key-access', 'help.accessTitle', 'help.accessSummary', 'help.accessBody'),
  article('key-pairs', 'help.pairsTitle', 'help.pairsSummary', 'help.pairsBody'),
  article('key-rotation', 'help.rotationTitle', 'help.rotationSummary', 'help.rotationBody'),
  article('leaked-keys', 'help.leaksTitle', 'help.leaksSummary', 'help.leaksBody'),
  article('key-limits', 'help.limitsTitle', 'help.limitsSummary', 'help.limitsBody'),
  article('exports', 'help.exportsTitle', 'help.exportsSummary', 'help.exportsBody'),
];

function article(slug: string, title: TextKey, summary: TextKey, body: TextKey): HelpArticle {
  return {
    slug,
    title: text(title),
    summary: text(summary),
    body: (storeUrl) => text(body, { store: storeUrl, sample: SAMPLE_KEY }),
  };
}
