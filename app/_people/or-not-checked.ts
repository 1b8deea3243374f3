import { unstable_rethrow } from 'next/navigation';
import { text } from '../_texts/text';
import type { FormAnswer } from './form-answer';

/**
 * Answers a form that signs people in or proves who they are. Whatever breaks meanwhile (no database, no counting of tries)
 * lets nobody through and leaves the form with what was typed; the cause is in the log. `saves`: the form may have changed
 * something before it broke, because a commit whose answer was lost has happened.
 */
export async function orNotChecked(
  check: () => Promise<FormAnswer>,
  values: Record<string, string> = {},
  { saves = false } = {},
): Promise<FormAnswer> {
  try {
    return await check();
  } catch (error) {
    // Next goes to another page by throwing.
    unstable_rethrow(error);
    console.error('people.check.failed', error);
    return { errors: [{ message: text(saves ? 'people.error.not_saved' : 'people.error.not_checked') }], values };
  }
}
