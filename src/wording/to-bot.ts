// Words for the bot itself -> what it says to them: one line, or what an adapter lays out in its own way.
import type { Answer, Intent, Reply } from '../answer/reply.ts';
import { biographyOf, type Interview } from '../knowledge/interview.ts';
import { wordingFor } from './locale.ts';
import { namesOf, type Reader, suggestedQuestion } from './present.ts';

export type ToBot =
  | { readonly kind: 'line'; readonly text: string }
  /** Asks which interview is meant. */
  | { readonly kind: 'which'; readonly text: string }
  | { readonly kind: 'guide' }
  /** The words quoted before, in the other language. */
  | { readonly kind: 'again'; readonly answer: Answer }
  | { readonly kind: 'outline' | 'biography' | 'questions'; readonly interview: Interview };

/** `intent` is the reply's. */
export function replyToBot(intent: Intent, reply: Reply, reader: Reader): ToBot {
  const { toBot } = wordingFor(reader.locale);
  const line = (text: string): ToBot => ({ kind: 'line', text });
  switch (intent) {
    case 'help':
      return { kind: 'guide' };
    case 'who':
      return line(toBot.who(namesOf(reader)));
    case 'thanks':
      return line(toBot.thanks);
    case 'greeting':
      return line(greetingWithExample(reply, reader));
    case 'translate':
      return canBeRead(reply) ? { kind: 'again', answer: reply } : line(toBot.noTranslation);
    case 'summary':
    case 'biography':
    case 'questions':
      return ofOneInterview(reply, intent, reader);
  }
}

function greetingWithExample({ suggestions: [first] }: Reply, { locale }: Reader): string {
  const wording = wordingFor(locale);
  if (!first) return wording.toBot.greeting;
  return `${wording.toBot.greeting} ${wording.tryThis(suggestedQuestion(first, wording))}`;
}

/** Where the original is in the language that was asked for, it needs no translation. */
function canBeRead(reply: Reply): reply is Answer {
  return reply.outcome === 'answer' && (reply.translation !== undefined || !reply.isForeign);
}

function ofOneInterview(
  reply: Reply,
  intent: Extract<Intent, 'summary' | 'biography' | 'questions'>,
  reader: Reader,
): ToBot {
  const { toBot } = wordingFor(reader.locale);
  const interview = interviewMeant(reply, reader);
  if (!interview) return { kind: 'which', text: toBot.whichMeant(namesOf(reader)) };
  if (intent === 'summary') return { kind: 'outline', interview };
  if (intent === 'biography' && !biographyOf(interview)) return { kind: 'line', text: toBot.noBiography };
  return { kind: intent, interview };
}

/** The quoted one; else the one whose questions alone are offered, which are those of all that may be meant. */
function interviewMeant(reply: Reply, { interviews }: Reader): Interview | undefined {
  const ids = reply.outcome === 'answer' ? [reply.quotation.source.interview] : offeredIn(reply);
  return ids.length === 1 ? interviews.find(({ id }) => id === ids[0]) : undefined;
}

function offeredIn({ suggestions }: Reply): readonly string[] {
  return [...new Set(suggestions.map(({ source }) => source.interview))];
}
