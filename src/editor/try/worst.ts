// What fails most, each with the line that would help: sections, words, and answers that should be others.
import type { EvaluatedReply } from '../../evaluation/evaluate.ts';
import { headingOf } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import { needsSentenceBefore } from '../../language/kinds.ts';
import type { Measured, Subject } from './measure.ts';
import {
  confused,
  headingName,
  MOST,
  openingFor,
  rarelyFound,
  refName,
  shortened,
  unknown,
  type Weakness,
} from './weakness.ts';

export interface Worst {
  readonly rarelyFound: readonly Weakness[];
  readonly confused: readonly Weakness[];
  readonly unknown: readonly Weakness[];
  readonly refersBack: readonly Weakness[];
  readonly falselyAnswered: readonly Weakness[];
  readonly deaf: readonly Weakness[];
}

export function worstOf(subject: Subject, { replies, deaf }: Measured): Worst {
  return {
    rarelyFound: rarelyFound(subject, replies),
    confused: confused(subject, replies),
    unknown: unknown(subject, replies),
    refersBack: refersBack(subject, replies),
    falselyAnswered: falselyAnswered(replies),
    deaf: deaf.slice(0, MOST).map(({ judged, reply }) => ({
      what: `“${judged.question}” (${headingName(judged.source)}) is listed and still not answered`,
      help:
        reply.intent === undefined
          ? 'Word it otherwise: it says too little of its own, or another part is as near.'
          : 'Word it otherwise: it is read as words to the bot.',
    })),
  };
}

const RIGHT: readonly EvaluatedReply['verdict'][] = ['right', 'right-section'];

/** What a reader could not understand without the sentence before. */
function refersBack({ interview }: Subject, replies: readonly EvaluatedReply[]): readonly Weakness[] {
  const seen = new Map<string, Weakness>();
  for (const { reply, judged, verdict } of replies) {
    if (!RIGHT.includes(verdict) || reply.outcome !== 'answer' || !needsSentenceBefore(reply.quotation.text))
      continue;
    const { source, start, text } = reply.quotation;
    const section = interview.sections.find((own) => headingOf(own) === refName(source));
    const before = section?.sentences.findIndex((range) => range.start === start) ?? -1;
    seen.set(`${refName(source)} ${start}`, {
      what: `“${judged.question}” is answered with what points back: “${shortened(text)}”`,
      help:
        section && before > 0
          ? `Below ${headingOf(section)} let it ask for the sentence before: > ${openingFor(section, before - 1)}`
          : 'It opens its section: let it ask (`> `) for a later sentence, if one says it.',
    });
  }
  return [...seen.values()].slice(0, MOST);
}

function falselyAnswered(replies: readonly EvaluatedReply[]): readonly Weakness[] {
  return replies
    .filter(({ verdict }) => verdict === 'false-answer')
    .toSorted((a, b) => b.reply.probability - a.reply.probability)
    .slice(0, MOST)
    .map(({ judged, reply }) => ({
      what:
        `“${judged.question}” is not covered, and answered` +
        (reply.outcome === 'answer'
          ? ` from ${refName(reply.quotation.source)}: “${shortened(reply.quotation.text)}”`
          : ''),
      help: `Write two more like it below ${NOT_COVERED}; or move it to the part that does answer it.`,
    }));
}
