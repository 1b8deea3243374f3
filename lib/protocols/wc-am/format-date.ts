const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const NAMED = /\\.|[djDlSmnMFYy]/gs;

/**
 * A day in UTC in one of PHP's date formats, in English: the letters d j D l S m n M F Y y, a backslash before one that
 * stands for itself. Other letters stay as they are. Stores of the original set such a format and clients show the text.
 */
export function formatDate(date: Date, format: string): string {
  // The default of nearly every store, and on the path of every status answer.
  if (format === 'F j, Y') return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  return format.replace(NAMED, (letter) => (letter.length === 2 ? letter.slice(1) : partOf(date, letter)));
}

function partOf(date: Date, letter: string): string {
  const day = date.getUTCDate();
  const month = date.getUTCMonth();
  const parts: Record<string, string | undefined> = {
    d: String(day).padStart(2, '0'),
    j: String(day),
    D: DAYS[date.getUTCDay()]?.slice(0, 3),
    l: DAYS[date.getUTCDay()],
    S: ordinal(day),
    m: String(month + 1).padStart(2, '0'),
    n: String(month + 1),
    M: MONTHS[month]?.slice(0, 3),
    F: MONTHS[month],
    Y: String(date.getUTCFullYear()),
    y: String(date.getUTCFullYear()).slice(-2),
  };
  return parts[letter] ?? letter;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
