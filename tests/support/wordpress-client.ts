import { type PhpRead, readPhp } from './read-php';

type Json = Record<string, unknown> & { data?: Record<string, unknown> & { package?: Record<string, unknown> } };

const PACKAGE_KEYS = ['id', 'slug', 'plugin', 'new_version', 'url', 'tested', 'upgrade_notice', 'package'];

/**
 * Reads an answer by the rules of the official client library (wc-am.md 9.1) and says what its user would see. Throws where
 * the library would stumble: a status other than exactly 200, a text for a boolean, a missing key of the package.
 */
export function readLikeClient(url: string, status: number, body: string): string {
  const action = new URL(url, 'http://store.example.test').searchParams.get('wc_am_action');
  if (status !== 200) throw new Error(`The client never reads a body with HTTP ${status}`);
  if (action === 'plugininformation') return detailsText(body);
  const answer: Json = JSON.parse(body);
  switch (action) {
    case 'activate':
      return changed(answer, 'activated', 'message');
    case 'deactivate':
      return changed(answer, 'deactivated', 'activations_remaining');
    case 'status':
      return statusText(answer);
    case 'update':
      return updateText(answer);
    default:
      throw new Error(`The client does not send ${action}`);
  }
}

function changed(answer: Json, flag: string, sentence: string): string {
  if (answer.data?.error_code !== undefined) return `error: ${answer.data.error}`;
  if (answer.success !== true || answer[flag] !== true) throw new Error(`${flag} is not boolean true`);
  if (typeof answer[sentence] !== 'string') throw new Error(`${sentence} is not a text`);
  return `${flag}: ${answer[sentence]}`;
}

function statusText(answer: Json): string {
  const { data } = answer;
  if (data?.activated) return 'status: active';
  if (answer.success === false) return `error: ${data?.error}`;
  if (answer.status_check !== 'inactive') throw new Error('status_check says neither active nor inactive');
  return `status: inactive, ${data?.total_activations_purchased} purchased, ${data?.total_activations} in use, ${data?.activations_remaining} left`;
}

function updateText(answer: Json): string {
  if (answer.data?.error_code !== undefined) return `error: ${answer.data.error}`;
  const offer = answer.data?.package;
  if (answer.success !== true || !offer) throw new Error('No package in the update answer');
  for (const key of PACKAGE_KEYS)
    if (!(key in offer)) throw new Error(`The package lacks ${key}, which the client indexes`);
  return `update: ${offer.new_version} offered ${offer.package === '' ? 'without a package' : 'with a package'}`;
}

/** "View details": `unserialize()` must give an object, and its sections an array of texts. */
function detailsText(body: string): string {
  const details = readPhp(body);
  if (details === null || typeof details !== 'object' || !('class' in details)) throw new Error('Not an object');
  const member = (name: string): PhpRead | undefined => details.members.find(([each]) => each === name)?.[1];
  const sections = member('sections');
  if (sections === undefined) return 'details: an empty window';
  if (sections === null || typeof sections !== 'object' || !('array' in sections)) throw new Error('Not an array');
  return `details: ${member('name')} ${member('version')} with ${sections.array.map(([tab]) => tab).join(', ')}`;
}
