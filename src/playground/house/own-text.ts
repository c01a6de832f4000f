// A visitor's own text -> ingest's report and the interview file; and from the file a shelf that holds it alone. Nothing is written to disk.
import { type LibrarySource, openLibrary } from '../../answer/library.ts';
import type { Shelf } from '../../answer/shelf.ts';
import { type Report, reportLines, reportSummary } from '../../editor/ingest/compose.ts';
import { ingest } from '../../editor/ingest/ingest.ts';
import { readCollection } from '../../knowledge/collection.ts';
import { readFrontMatter } from '../../knowledge/front-matter.ts';
import { readOutline } from '../../knowledge/outline.ts';
import {
  OWN_KEYS,
  type OwnFile,
  type OwnReport,
  type OwnTextDraft,
  type OwnTextResult,
  type OwnValues,
} from '../protocol/own-text.ts';

/** Never opens anything: `read`, or `refused`. Never throws for what the bytes are. */
export async function readOwnText({ name, content, values }: OwnTextDraft): Promise<OwnTextResult> {
  const file = fileNameFor(name);
  const bytes = Buffer.from(content, 'base64');
  const made = await ingest(bytes, { name, file, values });
  if (!made.ok) return { outcome: 'refused', why: `${made.what} ${made.mend}` };
  // An interview file says its values itself.
  const known = made.wasFinished ? null : valuesIn(made.text, file);
  return {
    outcome: 'read',
    file: { name: file, text: made.text },
    report: reportView(made.report, known),
    values: known,
  };
}

/** The characters that an interview's id may have. */
const LONGEST_ID = 64;
const NAMELESS = 'your-text';

/** `Talk with Ms Li.html` -> `talk-with-ms-li.md`; what has no such letters gets a name of ours. */
function fileNameFor(name: string): string {
  const id = name
    .replace(/\.[^.]*$/u, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-|-$/gu, '');
  return `${id === '' ? NAMELESS : id}.md`;
}

function valuesIn(text: string, file: string): OwnValues {
  const outline = readOutline(text, file, []);
  const { values } = readFrontMatter({ file, yaml: '', line: 1, ...outline?.frontMatter }, []);
  return Object.fromEntries(OWN_KEYS.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : [])));
}

/** Lines of one list; of a page with thousands of junk lines, the first ones tell what kind they are. */
const MOST_LINES = 200;

function reportView(report: Report, known: OwnValues | null): OwnReport {
  const { kept, leftOut, unsure } = reportLines(report);
  // The page has a field for each of those.
  const isField = (problem: string) =>
    known !== null && OWN_KEYS.some((key) => known[key] === undefined && problem.includes(`\`${key}\``));
  return {
    summary: reportSummary(report),
    kept: shortened(kept),
    leftOut: shortened(leftOut),
    unsure: shortened(unsure),
    toDo: shortened(report.problems.filter((problem) => !isField(problem))),
  };
}

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? lines : [...lines.slice(0, MOST_LINES), `… (and ${more} more)`];
}

/** Holds this file alone, with what a folder gives to every interview; undefined while the file has mistakes. */
export function shelfOf({ name, text }: OwnFile, source: LibrarySource): Shelf | undefined {
  const { interviews } = readCollection([{ name, bytes: new TextEncoder().encode(text) }]);
  if (interviews.length === 0) return undefined;
  const { dictionary } = source;
  const lexicons = source.lexicons.filter(({ interview }) => interview === undefined);
  const own: LibrarySource = { interviews, lexicons, questions: [], dictionary };
  return {
    library: openLibrary(own),
    source: own,
    problems: [],
    version: name,
    since: 0,
    look: async () => undefined,
    onChange: () => () => undefined,
  };
}
