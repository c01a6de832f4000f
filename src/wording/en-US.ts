// English (United States).

import { dateFormat } from './date.ts';
import { enUSDiscord } from './en-US.discord.ts';
import { listFormat } from './list.ts';
import type { Wording } from './wording.ts';

const all = listFormat('en-US', 'conjunction');
const either = listFormat('en-US', 'disjunction');

export const enUS: Wording = {
  comma: ', ',
  inQuotationMarks: (text) => `“${text}”`,
  date: dateFormat('en-US'),
  exchangeOf: (number, total) => `question ${number} of ${total}`,
  paragraph: (number) => `paragraph ${number}`,
  paragraphs: (first, last) => `paragraphs ${first}–${last}`,
  section: { biography: 'About the interviewee', introduction: 'Introduction', article: 'About the article' },
  translationBy: (translator) => `Translation: ${translator}`,
  originalWords: 'Original',
  readAs: (words) => `Read as: ${words.map((word) => `“${word}”`).join(', ')}.`,
  nearestPassage: 'Not sure that this is what you mean. The nearest passage, and others:',
  quotedInOriginal: 'Quoted in the original language (there is no translation)',
  suggest: {
    'too-weak': 'Not sure which one you mean. Did you mean:',
    'too-close': 'Several passages come close. Which did you mean?',
  },
  abstain: {
    'nothing-matched': 'The interview does not cover that.',
    'too-weak': 'The interview does not answer that directly.',
    'too-close': 'The interview comes close in several places but does not answer that directly.',
    'not-a-question': 'Ask anything about the interview.',
  },
  nearest: 'You could ask:',
  tryThis: (question) => `For example: ${question}`,
  titles: {
    outline: (title) => `At a glance: ${title}`,
    questions: (title) => `Questions: ${title}`,
  },
  toBot: {
    greeting: 'Hello! Ask anything about the interview.',
    thanks: 'You’re welcome. Ask on whenever you like.',
    who: (names) =>
      `I’m a bot that answers from interviews, word for word and with the source. The words I quote are those of ${all(names)}.`,
    promise: (names) =>
      `Ask anything about the interview with ${all(names)}. The answer is quoted word for word, with its source.`,
    whichMeant: (names) => `Which interview do you mean: the one with ${either(names)}?`,
    noBiography: 'This interview has no biography.',
    noTranslation: 'There is no translation to show.',
  },
  terminal: {
    greeting: (names) =>
      `Ask the interview with ${all(names)}. Type a question and press Enter; Ctrl+D ends.`,
    prompt: 'ask> ',
  },
  discord: enUSDiscord,
};
