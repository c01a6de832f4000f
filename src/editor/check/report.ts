// An examination -> what an editor reads, or JSON for a program.
import { formatProblem, type Problem } from '../../knowledge/problem.ts';
import { counted } from '../../wording/formats.ts';
import type { Examination, Inventory } from './examine.ts';
import { WARNING_KINDS, type Warning } from './warnings.ts';

export interface Report {
  /** What was read. */
  readonly out: string;
  /** What is wrong, and what is worth a look. */
  readonly err: string;
}

/** Lines of a file that a summary names for each kind of warning. */
const NAMED_LINES = 5;
/** Parts that a line about an interview counts one by one; a longer interview tells how many have questions. */
const MOST_PARTS = 40;

/** @param isBrief warnings are counted by file and kind, with their first lines */
export function reportText({ errors, warnings, interviews }: Examination, isBrief: boolean): Report {
  const told = isBrief ? warningCounts(warnings) : warnings.map(formatProblem);
  const err = [
    ...(errors.length > 0 ? [`${counted(errors.length, 'error')}:`, ...errors.map(formatProblem)] : []),
    ...(warnings.length > 0 ? [`${counted(warnings.length, 'warning')} (read all the same):`, ...told] : []),
  ];
  const out = [
    ...interviews.map(inventoryLine),
    `${counted(interviews.length, 'interview')}, ${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}.`,
  ];
  return { out: lines(out), err: lines(err) };
}

/** One JSON object. */
export function reportJson({ errors, warnings, interviews }: Examination): string {
  const plain = ({ file, line, what, mend }: Problem) => ({ file, line, what, mend });
  const kinds = warnings.map((warning) => ({ ...plain(warning), kind: warning.kind }));
  return JSON.stringify({ errors: errors.map(plain), warnings: kinds, interviews });
}

function inventoryLine({
  id,
  exchanges,
  translations,
  parts,
  groups,
  notCovered,
  proposed,
}: Inventory): string {
  return [
    `${id}: ${counted(exchanges, 'exchange')}`,
    translations.length === 0 ? 'no translation' : `translation ${translations.join(', ')}`,
    listLine(parts),
    counted(groups, 'lexicon group'),
    `${notCovered} not covered`,
    ...(proposed > 0 ? [`${counted(proposed, 'block')} proposed and not yet read`] : []),
  ].join('; ');
}

function listLine(parts: Inventory['parts']): string {
  const total = parts.reduce((sum, { questions }) => sum + questions, 0);
  if (total === 0) return 'no list questions';
  const full = parts.filter(({ questions }) => questions > 0);
  const empty = parts.filter(({ questions }) => questions === 0).map(({ part }) => part);
  const shown =
    full.length > MOST_PARTS
      ? `in ${full.length} parts`
      : full.map(({ part, questions }) => `${part}: ${questions}`).join(', ');
  const none = empty.length === 0 ? '' : `; empty: ${listed(empty, MOST_PARTS)}`;
  return `${counted(total, 'list question')} (${shown}${none})`;
}

function warningCounts(warnings: readonly Warning[]): readonly string[] {
  const groups = new Map<string, Warning[]>();
  for (const warning of warnings) {
    const key = `${warning.file}: ${warning.kind}`;
    const there = groups.get(key) ?? [];
    groups.set(key, there);
    there.push(warning);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const at = listed([...new Set(own.map(({ line }) => String(line)))], NAMED_LINES);
    return [`${first.file}:${first.line}: ${WARNING_KINDS[first.kind]}: ${own.length} (lines ${at}).`];
  });
}

function listed(items: readonly string[], most: number): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${more} more` : items.join(', ');
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
