// Spelling: how many edits part two words.

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  let beforeLast = new Uint8Array(b.length + 1);
  let last = Uint8Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = new Uint8Array(b.length + 1);
    next[0] = row;
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (beforeLast[column - 2] ?? 0) + 1
          : replaced;
      next[column] = Math.min(replaced, swapped, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

/** Kinds of letters that one word has and the other has not, at least: by five bits of each. */
function lettersBeside(a: string, b: string): number {
  let [beside, count] = [lettersIn(a) & ~lettersIn(b), 0];
  for (; beside !== 0; beside &= beside - 1) count += 1;
  return count;
}

function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << word.charCodeAt(at);
  return letters;
}

/**
 * The edits between two words, or more than `most` where there are more: lengths that differ more are not compared, and of
 * others only what differs between their ends.
 */
export function differByEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beginning = 0;
  while (beginning < a.length && a.charCodeAt(beginning) === b.charCodeAt(beginning)) beginning += 1;
  const longest = Math.min(a.length, b.length) - beginning;
  let ending = 0;
  while (ending < longest && a.charCodeAt(a.length - 1 - ending) === b.charCodeAt(b.length - 1 - ending))
    ending += 1;
  // One edit changes one letter, or swaps two: most words that are compared differ by more.
  if (most === 1 && longest - ending > 2) return most + 1;
  const own = a.slice(beginning, a.length - ending);
  const other = b.slice(beginning, b.length - ending);
  // An edit adds or takes one letter: most words that are compared have others.
  if (Math.max(lettersBeside(own, other), lettersBeside(other, own)) > most) return most + 1;
  return editDistance(own, other);
}
