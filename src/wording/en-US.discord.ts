// English (United States): Discord's commands, controls and notices.
import type { DiscordWording } from './discord-wording.ts';

export const enUSDiscord: DiscordWording = {
  commands: {
    ask: 'Ask the interview a question; the answer is quoted word for word',
    bio: 'Who the interviewee is: the biography as published',
    summary: 'The interview at a glance: one key sentence from each answer',
    questions: 'Every question in the interview, to pick from',
    help: 'How to ask, in a few lines',
  },
  options: {
    question: { name: 'question', description: 'Your question, in your own words, or one from the list' },
    interview: { name: 'interview', description: 'Which interview; leave it out to search them all' },
    private: { name: 'private', description: 'Show the answer only to you' },
  },
  askTheInterview: 'Ask the interview',
  buttons: {
    fullAnswer: 'Full answer',
    aboutQuote: 'About this quote',
    dismiss: 'Dismiss',
    share: 'Share with everyone',
    previous: 'Previous page',
    next: 'Next page',
  },
  placeholders: {
    related: 'Related questions',
    suggested: 'Choose the question you meant',
    allQuestions: 'Choose a question to read its answer',
    readOn: 'Read on: choose a question',
  },
  youAsked: (question) => `Question: ${question}`,
  cutHere: '… [cut here]',
  page: (number, total) => `Page ${number} of ${total}`,
  guide: {
    title: 'How to ask',
    promise: (names) =>
      `Ask anything about the interview with ${names.join(' and ')}. The answer is quoted word for word, with its source.`,
    howToAsk:
      'Mention me with your question, reply to one of my messages, send me a direct message, or right-click a message and choose Apps, then Ask the interview.',
    commands: 'Commands',
    example: 'For example',
  },
  tryThis: (question) => `For example: ${question}`,
  titles: {
    biography: (name) => `About ${name}`,
    outline: (title) => `At a glance: ${title}`,
    questions: (title) => `Questions: ${title}`,
  },
  noBiography: 'This interview has no biography.',
  whichInterview: 'No interview by that name is loaded. Choose one from the list.',
  limited: {
    member: 'That was a lot of questions at once. Please try again in a minute.',
    channel: 'This channel is asking a lot right now. Please try again in a minute.',
  },
  notVerified: 'The quotation did not match its source, so it is not shown. The operator has been told.',
  failed: 'That did not work. Please ask again in a moment.',
};
