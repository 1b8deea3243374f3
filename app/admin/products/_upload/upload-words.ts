import type { OpenProblem, RefusedProblem, SendProblem, StallProblem } from '@/lib/uploads/upload-state';
import { uploads as words } from '../../../_texts/en/uploads';
import { fillText } from '../../../_texts/fill-text';
import { formatSize } from '../../../_ui/format-size';
import { timeLeft } from './transfer-rate';
import type { ListedFile } from './use-uploads';

type Problem = OpenProblem | SendProblem | StallProblem | RefusedProblem | 'file_unreadable' | 'other';
// A reason without its sentence is a type error here.
const sentences: Record<`problem.${Problem}`, string> = words;
const byName: Record<string, string> = sentences;

/** The sentence for a reason, whoever gave it. */
export function problemWords(problem: string): string {
  return byName[`problem.${problem}`] ?? words['problem.other'];
}

/** What a file's line says: the state in words, and while it moves how much, how fast and how long. */
export function statusWords(file: ListedFile): string[] {
  const { phase, sentBytes, storedBytes, bytesPerSecond, problem, wish } = file;
  const { size } = wish.file;
  const of = (bytes: number) => fillText(words.sentOf, { sent: formatSize(bytes), size: formatSize(size) });
  switch (phase) {
    case 'stopped':
      return [problemWords(problem ?? 'other')];
    case 'sending':
      return [words['phase.sending'], of(sentBytes), ...paceWords(size - sentBytes, bytesPerSecond)];
    case 'paused':
      return [words['phase.paused'], of(sentBytes)];
    case 'storing':
      return [words['phase.storing'], of(storedBytes)];
    default:
      return [words[`phase.${phase}`], formatSize(size)];
  }
}

function paceWords(bytes: number, bytesPerSecond: number | undefined): string[] {
  const left = timeLeft(bytes, bytesPerSecond);
  if (left === undefined || bytesPerSecond === undefined) return [];
  const time = fillText(words[left.unit], { count: left.count });
  return [fillText(words.rate, { rate: formatSize(bytesPerSecond) }), fillText(words.left, { time })];
}

/** What is read out when the state changes; the moving numbers stay silent. */
export function announcement(file: ListedFile): string {
  const { phase, problem, wish } = file;
  const said = phase === 'stopped' ? problemWords(problem ?? 'other') : words[`phase.${phase}`];
  return fillText(words.said, { name: wish.file.name, words: said });
}
