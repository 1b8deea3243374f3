import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { Notice } from '../../_ui/notice';
import type { SettingsAnswer } from './settings-answer';

/** What a save changed, by the names of the page. */
export function SavedNotice({ answer }: { answer: SettingsAnswer }) {
  if (answer.outcome !== 'saved') return null;
  const { changed } = answer;
  return (
    <Notice tone="good" isAnswer>
      {changed.length === 0
        ? words.savedNothing
        : `${words.saved} ${fillText(words.savedWhat, { names: changed.join(', ') })}`}
    </Notice>
  );
}
