// What is weak, in a line, and what to write where: sections that their own questions rarely find, pairs of which one is taken for
// the other, and words that members would use and nothing knows.
import type { SectionRef } from '../../answer/reply.ts';
import type { EvaluatedReply } from '../../evaluation/evaluate.ts';
import type { JudgedQuestion } from '../../evaluation/judged-question.ts';
import { headingOf, type Interview, openingOf, quote, type Section } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import { fold } from '../../language/fold.ts';
import {
  isCommonest,
  isEnglishQuestionWord,
  markLightWords,
  markQuestionWords,
} from '../../language/question-words.ts';
import { sectionOf } from '../judged-lines.ts';
import { finderOf, sectionTerms, termsOf } from '../terms.ts';
import { FAILED, type Subject } from './measure.ts';

export interface Weakness {
  readonly what: string;
  readonly help: string;
}

/** Of each kind. */
export const MOST = 3;

export function headingName(source: EvaluatedReply['judged']['source']): string {
  if (source === null) return NOT_COVERED;
  return typeof source === 'number' ? `[question ${source}]` : `[${source}]`;
}

export function refName(ref: SectionRef): string {
  return ref.section === 'exchange' ? `[question ${ref.exchange}]` : `[${ref.section}]`;
}

export function openingFor(section: Section, sentence: number): string {
  const range = section.sentences[sentence];
  return openingOf(section, sentence) ?? (range ? quote(section, range) : '');
}

/** Characters that show which sentence it is. */
const SHOWN = 60;

export function shortened(text: string): string {
  const line = Array.from(text.replace(/\s+/g, ' '));
  return line.length > SHOWN ? `${line.slice(0, SHOWN).join('')}…` : line.join('');
}

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

const MOST_WORDS = 8;

/** Words of the sentence that are offered as meaning the same. */
const OFFERED = 4;

/** Words of failing questions, the commonest first. */
export function unknown(
  { interview, knowledge }: Subject,
  replies: readonly EvaluatedReply[],
): readonly Weakness[] {
  const lexicon = knowledge.lexicons
    .filter((own) => own.interview === undefined || own.interview === interview.id)
    .flatMap(({ groups }) => groups.flat());
  const known = [...sectionTerms(interview), ...lexicon.map(termsOf)].join('');
  const wordsOf = unknownWords(
    known,
    replies.map(({ judged }) => judged.question),
  );
  const failing = new Map<string, EvaluatedReply[]>();
  for (const own of replies.filter(({ verdict }) => FAILED.includes(verdict))) {
    for (const word of wordsOf(own.judged.question)) failing.set(word, [...(failing.get(word) ?? []), own]);
  }
  return [...failing]
    .toSorted(
      ([, a], [, b]) =>
        b.length - a.length || (b[0]?.reply.probability ?? 0) - (a[0]?.reply.probability ?? 0),
    )
    .slice(0, MOST_WORDS)
    .map(([word, [first]]) => ({
      what: `nothing knows “${word}” (“${first ? shortened(first.judged.question) : ''}”)`,
      help: first ? lineWith(word, first.judged, interview) : '',
    }));
}

/** A group with a word of the sentence that the question asks for, where one means the same; else another question. */
function lineWith(word: string, { source, must }: JudgedQuestion, interview: Interview): string {
  const section = sectionOf(interview, source);
  const [sentence = ''] = must;
  const at = section?.sentences.findIndex((range) => quote(section, range) === sentence) ?? -1;
  const below = section && at >= 0 ? ` > ${openingFor(section, at)}` : '';
  const others = tellingWords(sentence).filter((own) => own !== word);
  const group = others.length === 0 ? '' : ` one of: ${others.slice(0, OFFERED).join(', ')};`;
  return `${interview.id}.lexicon.txt: \`${word} = …\`${group} or one more question with it below ${headingName(source)}${below}`;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Folded words that say what a text is about, each once: Chinese ones of two characters and more. */
function tellingWords(text: string): readonly string[] {
  const folded = fold(text);
  const [asking, light] = [markQuestionWords(folded), markLightWords(folded)];
  const words = [...segmenter.segment(folded)].flatMap(({ segment, index, isWordLike }) => {
    const isPlain = asking[index] === 0 && light[index] === 0;
    return isWordLike && isPlain && isTelling(segment) ? [segment] : [];
  });
  return [...new Set(words)];
}

function isTelling(word: string): boolean {
  if (/^\p{Script=Han}+$/u.test(word)) return word.length > 1 && !isCommonest(word);
  // A contraction says nothing of its own.
  return /^\p{L}{3,}$/u.test(word) && !isEnglishQuestionWord(word);
}

/** Of each question the words that neither the interview nor its lexicon nor any other question knows. */
export function unknownWords(
  known: string,
  questions: readonly string[],
): (question: string) => readonly string[] {
  const own = questions.map(termsOf);
  const isUnknown = (word: string, by: string) => {
    const isIn = finderOf(word);
    return !isIn(known) && !own.some((terms, at) => questions[at] !== by && isIn(terms));
  };
  return (question) => tellingWords(question).filter((word) => isUnknown(word, question));
}
