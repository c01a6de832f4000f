// Holds a translation against its original: same sections, same paragraphs, same sentences.
import type { Section } from './interview.ts';
import type { TranslationText } from './parse.ts';
import type { Problem } from './problem.ts';

/** Every place where the translation's shape differs from the original's. */
export function checkAlignment(
  translation: TranslationText,
  original: readonly Section[],
  file: string,
): readonly Problem[] {
  const { sections, lines } = translation;
  const length = Math.max(sections.length, original.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const fault = faultBetween(original[index], sections[index]);
    return fault ? [{ file, line: lines[index] ?? lines.at(-1) ?? 1, ...fault }] : [];
  });
}

type Fault = Pick<Problem, 'what' | 'mend'>;

function faultBetween(original: Section | undefined, own: Section | undefined): Fault | undefined {
  if (!own) return { what: `${nameOf(original)} is not translated.`, mend: 'Add it, in the same order.' };
  if (!original) return { what: `The original has nothing where ${nameOf(own)} stands.`, mend: 'Remove it.' };
  if (own.kind !== original.kind) {
    const what = `${nameOf(own)} stands where the original has ${nameOf(original)}.`;
    return { what, mend: 'Keep the order of the original.' };
  }
  if (own.paragraphs.length !== original.paragraphs.length) {
    const what = `${nameOf(own)} has ${own.paragraphs.length} paragraphs, the original ${original.paragraphs.length}.`;
    return { what, mend: 'Give each paragraph one of its own.' };
  }
  const [ours, theirs] = [sentenceCounts(own), sentenceCounts(original)];
  const at = ours.findIndex((count, index) => count !== theirs[index]);
  if (at === -1) return undefined;
  const what = `${nameOf(own)}, paragraph ${at + 1}, has ${ours[at]} sentences, the original ${theirs[at]}.`;
  return { what, mend: 'Give each sentence one of its own; a semicolon ends one too.' };
}

/** Of each paragraph. */
function sentenceCounts({ paragraphs, sentences }: Section): readonly number[] {
  const counts = paragraphs.map(() => 0);
  for (const { paragraph } of sentences) counts[paragraph] = (counts[paragraph] ?? 0) + 1;
  return counts;
}

function nameOf(section: Section | undefined): string {
  if (!section) return 'A section';
  return section.kind === 'exchange' ? `Question ${section.number}` : `The ${section.kind}`;
}
