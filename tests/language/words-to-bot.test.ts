// What is said to the bot itself, and the table of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import table from '../../src/language/words-to-bot.json' with { type: 'json' };
import { alternatives, nounAsked, readWordsToBot, spelledWords } from '../../src/language/words-to-bot.ts';
import { anyCharacter } from '../any-character.ts';

function kindOf(text: string): string {
  const words = readWordsToBot(text);
  return words.kind === 'intent' ? words.intent : words.kind;
}

describe('what is said to the bot itself', () => {
  test.each([
    ['How do I get started?', 'help', 'how to use what is not named is the bot'],
    ['what are your features', 'help', 'a noun of every program, and whose it is'],
    ['first time here, what should I type', 'help', 'a newcomer beside the cue'],
    ['這個要怎麼玩', 'help', 'to play with a bot is to use it'],
    ['你識做啲乜', 'help', 'Cantonese words are read as Mandarin ones'],
    ['指令有哪些', 'help', 'nothing but a bot has commands'],
    ['Who built this bot?', 'who', 'the maker of the bot'],
    ['r u an AI or a real person', 'who', 'chat spellings'],
    ['hi, are you the person in the interview?', 'who', 'a greeting beside the cue'],
    ['你是人还是机器人', 'who', 'both are kinds of what one talks to'],
    ['您貴姓', 'who', 'traditional characters'],
    ['邊個整你出嚟㗎', 'who', 'who, make and you in any order'],
    ['Perfect, thank you!', 'thanks', 'praise beside the cue'],
    ['thaaanks for explaining', 'thanks', 'drawn-out letters'],
    ['明白了，感谢解答', 'thanks', 'an acknowledgement beside the cue'],
    ['唔該晒', 'thanks', 'Cantonese thanks'],
    ['heyyy bot', 'greeting', 'words that address the bot are fillers beside a greeting'],
    ['good evening everyone', 'greeting', 'so are those that address everybody'],
    ['机器人你好', 'greeting', 'in either language, before the greeting too'],
    ['下次見啦', 'greeting', 'a goodbye'],
    ['早唞', 'greeting', 'a Cantonese goodbye'],
    ['What is this interview about?', 'summary', 'the whole interview, without a topic'],
    ['give me the highlights', 'summary', 'a word for a summary'],
    ['sumarize the whole thing pls', 'summary', 'a frequent misspelling'],
    ['这篇文章讲了什么', 'summary', 'what an article says is its summary'],
    ['太長了，幫我整理重點', 'summary', 'two cues'],
    ['講咗啲乜', 'summary', 'what was said, of nothing in particular'],
    ['who did you interview', 'biography', 'the person who was asked'],
    ["what's his background?", 'biography', 'a pronoun can only mean the interviewee'],
    ['tell me about the geust', 'topic', 'a short word is not mended'],
    ['tell me about the inteviewee', 'topic', 'nor is one with a letter missing'],
    ['tell me about the interveiwee', 'biography', 'a long one with letters in another order is'],
    ['介绍一下嘉宾', 'biography', 'to introduce, and a person'],
    ['佢係邊個', 'biography', 'Cantonese'],
    ['what questions can i ask', 'questions', 'what may be asked'],
    ['suggest a question', 'questions', 'an example is asked for'],
    ['记者都问了啥', 'questions', 'what has been asked in the interview'],
    ['有咩可以問', 'questions', 'Cantonese'],
    ['都有哪些話題', 'questions', 'topics, and no topic'],
    ['do you speak English?', 'translate', 'a language, and to speak'],
    ['翻译一下', 'translate', 'no language is named'],
    ['中文點講', 'translate', 'how to say it'],
  ])('%s: %s, for %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe('a word of chat is the noun of a question', () => {
  test.each([
    ['How deep was the well?', 'well'],
    ['Who won the test?', 'test'],
    ["Why the delay, and what's the pass?", 'pass'],
    ['the fair', 'fair'],
    ['Was there any doubt?', 'doubt'],
  ])('in “%s”', (text, noun) => {
    expect(nounAsked(text)).toBe(noun);
  });

  test.each(["I'm well", 'how are you? well', 'what the hell', 'what is the same', 'that is not fair'])(
    'not in “%s”',
    (text) => {
      expect(nounAsked(text)).toBeUndefined();
    },
  );
});

describe('what has no topic', () => {
  test.each([
    ['how come?', 'a question word'],
    ['could you give me an example', 'asks for more of nothing'],
    ['真的假的啊', 'doubt'],
    ['谁能解释一下', 'speaks to anybody'],
    ['谁来帮帮我', 'speaks to people, not to the bot'],
    ['然後呢', 'goes on'],
    ['太離譜了吧', 'a verdict'],
    ['sing me a song', 'entertainment'],
    ['ROFL', 'laughter'],
    ['hahahahaha', 'laughter'],
    ['sdfghjkl', 'keys in a row'],
    ['007', 'a number'],
    ['…？！', 'marks'],
    ['', 'no text'],
    ['@somebody', 'a mention'],
    ['机器人机器人机器人', 'one word again and again'],
    ['robots robots robots robots', 'one word again and again'],
  ])('%s: %s', (text) => {
    expect(kindOf(text)).toBe('nothing');
  });
});

describe('what has a topic', () => {
  test.each([
    ['lanterns', 'a bare noun'],
    ['机器人', 'a bare noun, though it is what the bot is'],
    ['A.I.', 'a bare noun, though "a" and "I" are light'],
    ['机器人行不行?', 'the bot’s own word with anything but a greeting'],
    ['help for poor countries', 'a noun beside the cue'],
    ['怎么帮助渔民', 'to help somebody else'],
    ['what can the town do', 'somebody else can do it'],
    ['who made the first clock', 'something else was made'],
    ['who are the founders', 'somebody else'],
    ['who interviewed him', 'asks for the author'],
    ['这篇是什么时候写的', 'asks for the date'],
    ['thanks to subsidies', 'a noun beside the cue'],
    ['你好，请问渔业怎么办', 'a greeting before a question'],
    ['summarise her view on tides', 'a part of the interview'],
    ['能源的要点', 'a part of the interview'],
    ['介绍一下这个政策', 'introduces a thing'],
    ['举个农业的例子', 'an example of something'],
    ['what does tariff mean in Chinese', 'a word to be translated'],
    ['英语教育', 'a language in a noun'],
    ['bank bank', 'twice is not again and again'],
  ])('%s: %s', (text) => {
    expect(kindOf(text)).toBe('topic');
  });
});

test.each([
  ['in English?', 'en'],
  ['用返中文啦', 'zh'],
  ['請用繁體回答', 'zh'],
  ["I can't read Chinese, translate please", 'en'],
  ['看不懂英文', 'zh'],
  ['say it in English, I do not understand Chinese', 'en'],
  ['translate this from Chinese into English', 'en'],
  ['你会不会说英语', 'en'],
  ['translate that', undefined],
  ['in Japanese please', undefined],
])('%s: into %s', (text, into) => {
  expect(readWordsToBot(text)).toEqual({ kind: 'intent', intent: 'translate', ...(into && { into }) });
});

const phrases = Object.values(table.words).flatMap((lists) => lists.flatMap((list) => list.split('|')));
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 300 }),
  fc.array(fc.constantFrom(...phrases, ' ', '?', '的'), { maxLength: 30 }).map((parts) => parts.join(' ')),
);

describe('for any text', () => {
  test('the reading is one of the three, and the same for other widths of its letters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = readWordsToBot(text);
        expect(['intent', 'nothing', 'topic']).toContain(words.kind);
        expect(readWordsToBot(text.replaceAll('a', 'ａ'))).toEqual(words);
      }),
    );
  });

  test.each(['请', 'thank you so much ', 'a.', '<@', 'qwertyz', 'aab', '机器人 '])(
    'a long row of "%s" is read before the test runs out of time',
    (unit) => {
      const words = readWordsToBot(`${unit.repeat(6000 / unit.length)}x`);
      expect(['intent', 'nothing', 'topic']).toContain(words.kind);
    },
  );
});

test('every class of words is used by a rule, and every rule uses classes that exist', () => {
  const rules = [...Object.values(table.intents).flat(), ...table.nothing];
  const used = new Set(rules.flatMap(({ with: beside, cues }) => `${beside} ${cues}`.split(/[ |]/)));
  used.delete('');
  expect([...used].toSorted()).toEqual(Object.keys(table.words).toSorted());
});

test('every phrase of the table is written as the words of a text are spelled, so that none is spelled at the start', () => {
  const phrases = Object.values(table.words).flatMap(alternatives);
  expect(phrases.filter((phrase) => spelledWords(phrase).join(' ') !== phrase)).toEqual([]);
});
