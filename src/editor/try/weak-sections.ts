// Sections that their own questions rarely find, and pairs of which one is taken for the other.
import type { EvaluatedReply } from '../../evaluation/evaluate.ts';
import { type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { headingOf } from '../../knowledge/list-places.ts';
import { sectionOf } from '../judged-lines.ts';
import { FAILED, type Subject } from './measure.ts';
import { headingName, MOST, openingFor, refName, shortened, type Weakness } from './weakness.ts';

/** Share of its questions from which a section is found often enough. */
const OFTEN = 0.8;

/** Questions of one pair from which it is no accident. */
const CONFUSED = 2;

/** Sections that a named share of their own questions does not find, the worst first. */
export function rarelyFound(
  { interview, knowledge }: Subject,
  replies: readonly EvaluatedReply[],
): readonly Weakness[] {
  return interview.sections
    .map((section) => {
      const own = replies.filter(({ judged }) => sectionOf(interview, judged.source) === section);
      const failed = own.filter(({ verdict }) => FAILED.includes(verdict));
      return { section, own, failed, share: 1 - failed.length / Math.max(1, own.length) };
    })
    .filter(({ own, share }) => own.length > 0 && share < OFTEN)
    .toSorted((a, b) => a.share - b.share)
    .slice(0, MOST)
    .map(({ section, own, failed }) => ({
      what:
        `${headingOf(section)} is found by ${own.length - failed.length} of its ${own.length} questions without themselves; ` +
        `not by “${shortened(exampleOf(failed))}”`,
      help: emptySentence(section, askedIn(section, knowledge.questions)),
    }));
}

/** What members ask tells more than what is printed. */
function exampleOf(failed: readonly EvaluatedReply[]): string {
  const listed = failed.find(({ judged }) => judged.kind === 'listed');
  return (listed ?? failed[0])?.judged.question ?? '';
}

/** How many lines ask for each sentence. */
function askedIn(section: Section, lists: Subject['knowledge']['questions']): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const line of lists.flatMap(({ answered }) => answered.filter((own) => own.section === section)))
    if (line.sentence !== undefined) counts.set(line.sentence, (counts.get(line.sentence) ?? 0) + 1);
  return counts;
}

function emptySentence(section: Section, asked: ReadonlyMap<number, number>): string {
  const [poorest = 0] = section.sentences
    .map((_, at) => at)
    .toSorted((a, b) => (asked.get(a) ?? 0) - (asked.get(b) ?? 0));
  const count = asked.get(poorest) ?? 0;
  return `Below ${headingOf(section)} write more ways of asking for the sentence that ${count} ask for: > ${openingFor(section, poorest)}`;
}

/** Pairs of sections of which one is taken for the other, the commonest first. */
export function confused({ interview }: Subject, replies: readonly EvaluatedReply[]): readonly Weakness[] {
  const pairs = new Map<string, EvaluatedReply[]>();
  for (const own of replies.filter(({ verdict }) => FAILED.includes(verdict))) {
    const got = own.reply.reasoning.best?.source;
    const name = got && pairName(headingName(own.judged.source), refName(got));
    if (name === undefined) continue;
    const same = pairs.get(name) ?? [];
    pairs.set(name, same);
    same.push(own);
  }
  return [...pairs]
    .filter(([, own]) => own.length >= CONFUSED)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST)
    .map(([name, own]) => ({
      what: `${name} are confused by ${own.length} questions`,
      help: tellApart(own, interview),
    }));
}

/** Undefined where it is the same section. */
function pairName(wanted: string, got: string): string | undefined {
  return wanted === got ? undefined : [wanted, got].toSorted().join(' and ');
}

/** The one that came nearest to the wrong section shows what both say. */
function tellApart(own: readonly EvaluatedReply[], interview: Interview): string {
  const [worst] = own.toSorted((a, b) => b.reply.probability - a.reply.probability);
  if (!worst) return '';
  const { judged, reply } = worst;
  const wanted = headingName(judged.source);
  const near = reply.reasoning.nearest?.answered;
  const like =
    near === undefined ? '' : `, which is like “${near}” of the other: move or reword that one, or`;
  const section = sectionOf(interview, judged.source);
  const at = section?.sentences.findIndex((range) => judged.must.includes(quote(section, range))) ?? -1;
  const below = section && at >= 0 ? `${wanted} > ${openingFor(section, at)}` : wanted;
  return `“${judged.question}” belongs to ${wanted}${like} write two more like it below ${below}`;
}
