// What is known of a question before anything is decided: its language, its terms, the nearest sections.
import type { Interview } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import { languageOf, type QuestionLanguage } from '../language/language.ts';
import { analyse, LONGEST_QUESTION } from '../search/query/analyse.ts';
import type { Query } from '../search/query/query.ts';
import { type Hit, search } from '../search/rank/search.ts';
import { biographyFirst, isAboutPerson } from './article/about-person.ts';
import { readAddressing } from './article/addressing.ts';
import type { Collection, IndexedSection } from './collection.ts';
import { canTell } from './evidence/answer-type.ts';
import { neededEvidence, type Signals } from './evidence/decision.ts';
import { type EvidenceQuestion, weighEvidence } from './evidence/evidence.ts';
import {
  BRIDGING_GLOSS_SHARE,
  ENOUGH_TO_ANSWER,
  GLOSS_SHARE,
  HITS_CONSIDERED,
  WRONG_KIND_FACTOR,
} from './evidence/thresholds.ts';
import { unknownNames } from './evidence/unknown-names.ts';
import { chooseExcerpt } from './excerpt/excerpt.ts';
import { isForeign, quoteSentences, type SentenceRun } from './quotation.ts';
import type { Quotation } from './reply.ts';

export interface Asked {
  readonly question: string;
  /** How many candidates the reply lists; none when left out. */
  readonly top?: number;
  /** The answer that the question replies to. */
  readonly earlier?: Quotation;
}

export interface Enquiry {
  readonly collection: Collection;
  readonly question: string;
  readonly top: number;
  readonly language: QuestionLanguage;
  /** The question in folded characters, and the same without the names of interviewees. */
  readonly folded: string;
  readonly focus: string;
  readonly namesInterviewee: boolean;
  /** Those whose interviewee is named; all where none is. */
  readonly interviews: readonly Interview[];
  readonly query: Query;
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The best hit's excerpt; undefined where nothing was hit. */
  readonly best: Finding | undefined;
  readonly signals: Signals;
}

/** A section that was hit, with the excerpt it would be answered with. */
export interface Finding {
  readonly hit: Hit;
  readonly indexed: IndexedSection;
  readonly run: SentenceRun;
}

export function enquire(collection: Collection, asked: Asked): Enquiry {
  const { top = 0 } = asked;
  const read = asked.question.slice(0, LONGEST_QUESTION);
  const folded = fold(read);
  const { focus, interviews, namesInterviewee } = readAddressing(collection.speakers, folded);
  const query = analyse(focus, collection.index);
  const everywhere = interviews.length === collection.interviews.length;
  // Hits outside the named interviews are dropped below, so more are fetched where there are any.
  const depth = everywhere ? Math.max(top, HITS_CONSIDERED) : collection.sections.length;
  const found = search(query, depth).filter(({ passage }) => {
    const interview = collection.sections[passage]?.interview;
    return interview !== undefined && interviews.includes(interview);
  });
  const hits = isAboutPerson(folded, namesInterviewee) ? biographyFirst(collection, found) : found;
  const language = languageOf(read);
  const best = findingOf(collection, query, hits[0]);
  const unsaid = unknownNames(read, query);
  const question = { query, unsaid };
  return {
    ...{ collection, question: asked.question, top, language, folded, focus, namesInterviewee, interviews },
    ...{ query, hits, best },
    signals: {
      evidence: best ? evidenceFor(best, { ...question, dictionaryShare: glossShare(best, language) }) : 0,
      threshold: best ? neededEvidence(best.hit) : ENOUGH_TO_ANSWER,
      margin: marginOf(hits),
    },
  };
}

/** Glosses are all there is to compare where neither the interview nor a translation is in the question's language. */
function glossShare({ indexed }: Finding, language: string): number {
  return isForeign(indexed.interview, language) ? BRIDGING_GLOSS_SHARE : GLOSS_SHARE;
}

export function findingOf(collection: Collection, query: Query, hit: Hit | undefined): Finding | undefined {
  const indexed = hit && collection.sections[hit.passage];
  if (!indexed) return undefined;
  const { passage } = hit;
  return {
    hit,
    indexed,
    run: chooseExcerpt(query, {
      passage,
      section: indexed.section,
      coverage: hit.coverage,
      match: hit.match,
    }),
  };
}

function evidenceFor({ hit, indexed, run }: Finding, question: EvidenceQuestion): number {
  const share = weighEvidence(question, hit, run);
  const { text } = quoteSentences(indexed.interview, indexed.section, run);
  return canTell(question.query.expected, question.query.text, text) ? share : share * WRONG_KIND_FACTOR;
}

function marginOf([best, second]: readonly Hit[]): number {
  if (best === undefined || best.score <= 0) return 0;
  return 1 - (second?.score ?? 0) / best.score;
}
