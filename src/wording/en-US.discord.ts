// English (United States): Discord's commands, controls and notices.
import type { DiscordWording } from './discord-wording.ts';
import { numberFormat, percentFormat } from './number.ts';

const number = numberFormat('en-US');
const percent = percentFormat('en-US');

export const enUSDiscord: DiscordWording = {
  commands: {
    ask: 'Ask the interview a question; the answer is quoted word for word',
    bio: 'Who the interviewee is: the biography as published',
    summary: 'The interview at a glance: one key sentence from each answer',
    questions: 'Every question in the interview, to pick from',
    help: 'How to ask, in a few lines',
    status: 'How the bot is doing, for those who manage the server',
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
    shared: 'Shared',
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
    howToAsk:
      'Mention me with your question, reply to one of my messages, send me a direct message, or right-click a message and choose Apps, then Ask the interview.',
    commands: 'Commands',
    example: 'For example',
  },
  about: {
    title: 'About this quote',
    inContext: 'In its place, with the sentences around it',
    matchedWords: 'Words of the question that were found, and where',
    matchedWord: (word, places) => `${word}: ${places.join(', ')}`,
    place: {
      question: 'the interviewer’s question',
      'asked-as': 'another wording of the question',
      answer: 'the answer',
      translation: 'the translation',
      lexicon: 'the list of synonyms',
      dictionary: 'the dictionary',
      synonym: 'another word of the same meaning',
      near: 'a word spelled nearly the same',
    },
    score: 'Why this passage',
    certainty: (probability, threshold) =>
      `${percent(probability)} sure; an answer is shown from ${percent(threshold)} on.`,
    total: (score) => `Score: ${number(score)}.`,
    runnerUp: 'Next best',
    runnerUpChance: (label, probability) => `${label} (${percent(probability)} sure)`,
    noRunnerUp: 'Nothing else came close.',
    notRecalled:
      'This is one of the interview’s own questions, or its text can no longer be read, so there are no matched words to show.',
  },
  dismissRefused: 'Only the person who asked, or someone who manages messages here, can dismiss this answer.',
  dismissed: 'This answer has already been removed.',
  sharedBy: (name) => `Shared by ${name}`,
  alreadyShared: 'You have already shared this answer.',
  notShared: 'I can’t post in this channel, so the answer stays with you.',
  unaskable: {
    own: 'That is one of my own messages. Choose a message with a question in it.',
    bot: 'That message is from a bot. Choose one that a person wrote.',
    attachments:
      'That message has only attachments. I can look up text, so choose a message with words in it.',
    empty: 'There is no question in that message. Choose one with words in it.',
  },
  stale: {
    'other-version': 'This button is from an earlier version. Please ask again with /ask.',
    unreadable: 'This button can’t be used any more. Please ask again with /ask.',
    interview: 'That passage is no longer loaded. See what is there with /questions.',
  },
  status: {
    title: 'Status',
    interviews: 'Interviews',
    interview: (title, date, hash) => `${title} (${date}, content ${hash})`,
    bot: 'Bot',
    version: (version) => `Version ${version}`,
    uptime: (days, hours, minutes) => `Running for ${days} d ${hours} h ${minutes} min`,
    shard: (shard, total) => `Shard ${shard} of ${total}`,
    questions: 'Questions since the start',
    rates: (total, { answer, suggest, abstain }) =>
      `${number(total)} in all: ${percent(answer)} answered, ${percent(suggest)} with suggestions, ${percent(abstain)} not covered`,
    noQuestions: 'None yet',
    limits: 'Limits',
    perMember: (perMinute) => `${number(perMinute)} questions a minute for each member`,
    perChannel: (perMinute) => `${number(perMinute)} questions a minute for each channel`,
    noLimit: { member: 'No limit for a member', channel: 'No limit for a channel' },
    refused: 'This is for members who can manage the server.',
  },
  whichInterview: 'No interview by that name is loaded. Choose one from the list.',
  chooseByCommand: 'With /summary, /bio and /questions you can choose one.',
  limited: {
    member: 'That was a lot of questions at once. Please try again in a minute.',
    channel: 'This channel is asking a lot right now. Please try again in a minute.',
  },
  notVerified: 'The quotation did not match its source, so it is not shown. The operator has been told.',
  failed: 'That did not work. Please ask again in a moment.',
};
