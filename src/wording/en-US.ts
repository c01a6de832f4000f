// English (United States).
import type { LossName } from './discord-wording.ts';
import { inEnUS } from './editors-wording.ts';
import { dateFormat, listFormat, numberFormat, percentFormat } from './formats.ts';
import { listingEnUS } from './listing.ts';
import type { Wording } from './wording.ts';

const all = listFormat('en-US', 'conjunction');
const either = listFormat('en-US', 'disjunction');
const number = numberFormat('en-US');
const percent = percentFormat('en-US');

/** Why an answer was given up. */
const LOST: Readonly<Record<LossName, string>> = {
  gone: 'whose question or channel was gone',
  forbidden: 'where the bot may not speak',
  late: 'that came too late',
  unreachable: 'that did not reach Discord',
  refused: 'that Discord refused',
  fault: 'by a fault of the bot',
};

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
  discord: {
    commands: {
      ask: 'Ask the interview a question; the answer is quoted word for word',
      bio: 'Who the interviewee is: the biography as published',
      summary: 'The interview at a glance: one key sentence from each answer',
      questions: 'Every question in the interview, to pick from',
      help: 'How to ask, in a few lines',
      status: 'How the bot is doing, for those who manage the server',
      gaps: 'How members fared: what the interviews left open, for those who look after them',
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
      original: 'Original words',
      translation: 'Translation',
      further: 'Ask further',
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
      commands: 'Commands:',
      example: 'For example',
      introduce: (bot, names) =>
        `I’m ${bot}. Ask anything about the interview with ${all(names)}; the answer is quoted word for word, with its source.`,
      introduceSeveral: (bot, interviews) =>
        `I’m ${bot}. Ask anything about these ${number(interviews)} interviews; the answer is quoted word for word, with its source.`,
      more: (count) => `and ${number(count)} more`,
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
        number: 'the number',
        dictionary: 'the dictionary',
        synonym: 'another word of the same meaning',
        family: 'a word of the same family',
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
    dismissRefused:
      'Only the person who asked, or someone who manages messages here, can dismiss this answer.',
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
      noText:
        'That message has no text I can look up, only a link, a sticker or a preview. Choose one with words in it.',
    },
    stale: {
      'other-version': 'This button is from an earlier version. Please ask again with /ask.',
      unreadable: 'This button can’t be used any more. Please ask again with /ask.',
      interview: 'That passage is no longer loaded. See what is there with /questions.',
      form: 'This form is from an earlier version. Please ask again with /ask.',
      changed: 'The interview has been changed since, and that passage with it. Please ask again.',
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
      lost: 'Answers lost since the start',
      process: (shards, total) => `This process: shards ${shards} of ${total}`,
      lostAnswers: (loss, count) => `${number(count)} ${LOST[loss]}`,
      knowledge: (version, days, hours, minutes) =>
        `Content ${version}, answering for ${days} d ${hours} h ${minutes} min`,
      problems: (count) => `Problems in the files: ${number(count)} (the log names them)`,
    },
    whichInterview: 'No interview by that name is loaded. Choose one from the list.',
    chooseByCommand: 'With /summary, /bio and /questions you can choose one.',
    limited: {
      member: 'That was a lot of questions at once. Please try again in a minute.',
      channel: 'This channel is asking a lot right now. Please try again in a minute.',
    },
    notVerified: 'The quotation did not match its source, so it is not shown. The operator has been told.',
    failed: 'That did not work. Please ask again in a moment.',
    hints: {
      role: (name) =>
        `You mentioned my role, and Discord doesn’t show me what you wrote. Mention @${name} itself (the bot, not the role), or use /ask.`,
      commandAnswer: (name) =>
        `Discord doesn’t show me replies to the answer of a command. Mention @${name} in your reply, or use /ask.`,
      otherMessage:
        'Discord doesn’t show me that message. Right-click it and choose Apps, then Ask the interview, or mention me with the question.',
      noText: 'I can only look up text. Please write your question in words.',
    },
    form: {
      title: 'Ask further',
      question: 'Your question',
      example: 'Why? · Tell me more',
      interview: 'Which interview',
    },
    opinion: {
      helped: 'Helped',
      wrong: 'Wrong',
      title: 'What is wrong with this answer?',
      reason: 'What is wrong',
      remark: 'In your words',
      example: 'You may leave this empty. Please name nobody.',
      thanks: 'Thank you. It is noted without your name.',
      again: 'You have already said that of this answer.',
      askersOnly: 'Only the person who asked can say whether this answer helped.',
      notKept: 'What you think of answers is not kept here any more.',
      reasons: {
        'not-asked': 'It is not what I asked',
        'wrong-sentence': 'It is not the right sentence',
        'not-said': 'The interview does not say it',
        'text-mistake': 'There is a mistake in the text',
      },
    },
    gaps: inEnUS.gaps,
    listing: listingEnUS,
  },
  survey: inEnUS.survey,
  readUpTo: (part) =>
    part === 'questions'
      ? 'Only the questions in it were read.'
      : `Only the first ${part} characters were read.`,
};
