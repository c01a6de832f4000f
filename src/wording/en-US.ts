// English (United States).

import { dateFormat } from './date.ts';
import { enUSDiscord } from './en-US.discord.ts';
import type { Wording } from './wording.ts';

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
  quotedInOriginal: 'Quoted in the original language (there is no translation)',
  suggest: {
    'too-weak': 'Not sure which one you mean. Did you mean:',
    'too-close': 'Several passages come close. Which did you mean?',
  },
  abstain: {
    'nothing-matched': 'The interview does not cover that.',
    'too-weak': 'The interview does not answer that directly.',
    'too-close': 'The interview comes close in several places but does not answer that directly.',
    'not-a-question': 'Hello! Ask anything about the interview.',
  },
  nearest: 'You could ask:',
  terminal: {
    greeting: (names) =>
      `Ask the interview with ${names.join(' and ')}. Type a question and press Enter; Ctrl+D ends.`,
    example: 'For example: ',
    prompt: 'ask> ',
  },
  discord: enUSDiscord,
};
