// What kind of answer a question asks for, and whether a text plainly lacks it.
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { askingOf, type Kind, kindAsked, showsKind } from '../../src/language/kinds.ts';

describe('the kind that a question asks for is', () => {
  test.each<readonly [Kind, string, string]>([
    ['age', '她今年几岁?', 'years of life are counted by 岁'],
    ['age', '師傅當時多大年紀', 'the word for age, in the other script'],
    ['age', '他多大', '多大 of a person'],
    ['age', '她有多大了', 'the same behind 有'],
    ['size', '粮仓有多大?', '多大 of a thing'],
    ['length', '塔有多高', '多高'],
    ['length', 'How wide is the sluice?', 'how wide'],
    ['age', 'How old was Mrs. Fenn?', 'how old'],
    ['age', 'At what age did she begin?', 'what age'],
    ['money', '修一张海报多少钱?', '多少钱'],
    ['money', '门票几块', 'money is counted by 块'],
    ['money', '一场电影的成本是多少', 'a cost, and how much'],
    ['money', 'How much does a ticket cost?', 'how much, and a word of cost'],
    ['money', 'What is the price of a sensor?', 'the price'],
    ['duration', '修一張要多久?', '多久'],
    ['duration', '他学了几个月?', 'a unit of time behind 几'],
    ['duration', 'How long does it take?', 'how long'],
    ['duration', 'How many weeks does a small clock take?', 'how many of a unit of time'],
    ['duration', 'how many long years did it last', 'one word may stand before the unit'],
    ['percentage', '六十岁以上的占百分之几?', '百分之'],
    ['percentage', '县里补贴几成?', 'tenths'],
    ['percentage', 'What percentage of readings agree?', 'percentage'],
    ['percentage', 'which share of the budget comes from grants', 'a share'],
    ['rank', '他排名第几?', 'a rank'],
    ['rank', '排在第几位', '第几'],
    ['rank', 'What place did she take?', 'a place that is taken is a rank'],
    ['rank', 'how was the team ranked', 'ranked'],
    ['frequency', '多久上一次油?', 'once in how long'],
    ['frequency', '每天放映几场?', 'how many a day'],
    ['frequency', 'How often is the clock wound?', 'how often'],
    ['frequency', 'How many times a week do they meet?', 'how many times a week'],
    ['number', '来了多少人?', '多少'],
    ['number', '修了几座鐘?', '几 before a classifier'],
    ['number', 'How many teeth does the wheel have?', 'how many'],
    ['distance', 'How far is the station?', 'how far'],
    ['date', '什么时候建成?', '什么时候'],
    ['year', '哪一年创办?', 'which year'],
    ['money', '买钟花了多少?', 'what is spent'],
    ['money', '船票贵不贵', 'dear or not'],
    ['money', 'How much was the fine?', 'how much something is'],
    ['money', 'How much was he fined?', 'a verb of paying'],
    ['weight', '钟有多重?', '多重'],
    ['weight', 'How much does the wheel weigh?', 'a word of weight'],
    ['temperature', '炉子烧到多少度?', 'degrees'],
    ['name', '船叫什么名字?', 'what it is called'],
    ['name', "What is the dog's name?", 'a name'],
    ['frequency', '隔多长时间洗一回?', 'once in how long'],
    ['age', 'What was his age then?', 'the word for age'],
    ['date', 'When did the clock stop?', 'when'],
    ['year', 'What year was it built?', 'which year'],
    ['date', 'Tell me when it was built', 'when, asked within a sentence'],
    ['date', 'How and when did it stop?', 'when beside another question word'],
    ['date', 'since when is it red', 'since when'],
    ['place', '鐘在什麼地方', '什么地方'],
    ['place', '哪个城市最大?', 'which city'],
    ['place', 'Where is the workshop?', 'where'],
    ['place', 'in what country was it made', 'which country'],
    ['person', '誰畫了海報?', '谁'],
    ['person', '哪位老师教的?', 'people are counted by 位'],
    ['person', 'Who made the clock?', 'who'],
    ['person', 'Whose wheel is it?', 'whose'],
    ['reason', '为什么停了?', '为什么'],
    ['reason', '為何不補臉?', '为何'],
    ['reason', 'Why did it stop?', 'why'],
    ['reason', 'what was the reason for it', 'reason'],
    ['manner', '怎麼補色?', '怎么'],
    ['manner', '如何挑选学徒?', '如何'],
    ['manner', 'How does the sensor work?', 'how'],
    ['manner', 'how do you choose apprentices', 'how'],
  ])('%s: %s (%s)', (kind, question) => {
    expect(kindAsked(fold(question))).toBe(kind);
  });
});

describe('the kind that a question asks for is another', () => {
  test.each<readonly [Kind, Kind, string, string]>([
    ['age', 'size', '这座桥多大?', 'no person, and no word of age'],
    ['age', 'duration', 'How long did the old man stay?', 'old stands elsewhere'],
    ['money', 'number', 'How much salt does it take?', 'no word of cost'],
    ['money', 'place', '钱从哪里来?', 'money is spoken of, not counted'],
    ['duration', 'date', '几月放映?', 'a month of the year, not so many months'],
    ['duration', 'number', 'How many times did it stop?', 'times are no time'],
    ['percentage', 'anything', '他成了什么?', '成 is no tenth'],
    ['percentage', 'anything', 'what do they share?', 'share is a verb'],
    ['rank', 'place', 'What place is it made in?', 'a place that nobody takes'],
    ['rank', 'anything', '第几页写着?', 'a page'],
    ['frequency', 'duration', '多久能修好?', 'once, and how long'],
    ['frequency', 'number', 'how many times did it ring', 'not in each of anything'],
    ['number', 'anything', '几乎没人来吗?', '几乎 is “nearly”'],
    ['number', 'manner', 'How come?', 'no quantity'],
    ['date', 'anything', '有时候会停吗?', '有时候 is “sometimes”'],
    ['date', 'anything', 'it stops whenever it rains', 'whenever asks nothing'],
    ['date', 'manner', 'How do you feel when it rains?', 'when only joins'],
    ['date', 'manner', 'When the clock stops, how do you begin?', 'when only joins, in front'],
    ['date', 'anything', 'Is it red when it rains?', 'a question that is answered with yes or no'],
    ['place', 'anything', '哪个更好?', 'which of several'],
    ['place', 'anything', 'wherever the sea is', 'wherever asks nothing'],
    ['person', 'anything', '哪个最高?', 'may be no person'],
    ['person', 'anything', 'the whole clock', 'who stands within a word'],
    ['reason', 'place', '原因在哪里?', 'where the cause lies'],
    ['reason', 'anything', 'a reasonable price', 'reason stands within a word'],
    ['manner', 'anything', 'However it works', 'however asks nothing'],
    ['name', 'anything', 'What did you do when they called you?', 'to call is no naming'],
    ['name', 'anything', 'What do you think of the name?', 'what is thought of it'],
    ['name', 'anything', 'What was it like to be called a fool?', 'what comes is told already'],
    ['weight', 'anything', '她有多重身份吗?', '多重 is “manifold”'],
    ['weight', 'number', '这出戏重排了多少次?', '重 is “again”'],
    ['temperature', 'anything', '观众有多热情?', '热情 is no heat'],
    ['length', 'anything', '影响有多深远?', '深远 is no depth'],
    ['age', 'anything', 'What was the golden age of it?', 'an age of the world'],
    ['money', 'number', 'How much is the clock changed by salt?', 'a share, not a price'],
    ['money', 'number', 'How much do you owe to luck?', 'a debt that nobody pays'],
    ['manner', 'anything', 'show me the wheel', 'how stands within a word'],
  ])('not %s but %s: %s (%s)', (_kind, other, question) => {
    expect(kindAsked(fold(question))).toBe(other);
  });
});

/** What the text lacks of what the question asks for. */
function lack(question: string, text: string): number {
  return askingOf(fold(question)).lackedBy({ printed: text, folded: fold(text) });
}

describe.each([
  [
    '她今年几岁?',
    ['她今年七十八岁。', '她五十出头。'],
    { other: ['她修了十八年海报。'], none: ['她住在旧码头。'] },
  ],
  [
    'How old is she?',
    ['She was ninety-four.', 'She is in her thirties.', 'An eight-year-old girl raised her hand.'],
    { other: ['She carried the mail for 36 years.'], none: ['She lives by the sea.'] },
  ],
  [
    '修一张多少钱?',
    ['每平方尺八十元。', '票是不卖的,免费。'],
    { other: ['补一处八十，不还价。', '合起来九万多。'], none: ['六周能交活。', '要看大小。'] },
  ],
  [
    'How much does it cost?',
    ['Parts cost $38.', 'I ask 900 crowns for that.', 'A class is free.'],
    { other: ['The brass adds another 900.'], none: ['It takes ten weeks.', 'It depends.'] },
  ],
  [
    '要修多久?',
    ['前后用了十一个月。', '讲了一整年。'],
    { other: ['补了七百四十三处。'], none: ['看情况。'] },
  ],
  [
    'How long does it take?',
    ['A small clock takes about ten weeks.', 'It stood there all winter.'],
    { other: ['It has 57 teeth.'], none: ['It depends on the salt.'] },
  ],
  ['占百分之几?', ['占百分之五十八。', '县文化馆补贴四成。'], { other: ['有两千人。'], none: ['很少。'] }],
  [
    'What percentage quit?',
    ['About 30 percent quit.', 'Half of them quit.', 'Three in ten quit.'],
    { other: ['211 of them leaked.'], none: ['Many left.'] },
  ],
  [
    'What time do you begin?',
    ['I begin at six every day.', 'At half past eight.', 'The doors open at 6:30.'],
    { other: [], none: ['I look at six clocks.', 'It depends.'] },
  ],
  ['排名第几?', ['排在第二位。', '他得了冠军。'], { other: ['一共来了三十队。'], none: ['他很高兴。'] }],
  [
    'What rank did she get?',
    ['She came third.', 'She was the 12th.'],
    { other: ['There were 30 teams.'], none: ['She was glad.'] },
  ],
  ['多久洗一次?', ['每十五年洗一次。', '他从不洗。'], { other: ['要900元。'], none: ['看天气。'] }],
  [
    'How often is it wound?',
    ['Every Friday at noon.', 'She never winds it.'],
    { other: ['It takes 40 minutes.'], none: ['It depends.'] },
  ],
])('%s', (question, shown, { other, none }) => {
  test.each(shown)('lacks nothing in: %s', (text) => expect(lack(question, text)).toBe(0));
  test.each(other)('has but another number in: %s', (text) => expect(lack(question, text)).toBe(0.5));
  test.each(none)('lacks all in: %s', (text) => expect(lack(question, text)).toBe(1));
});

describe('how many of something', () => {
  test.each([
    ['来了多少人?', '来了二百一十个人。', 0, 'people are counted by 个'],
    ['来了多少位客人?', '放了三场电影。', 0.5, '位 is asked for, 场 is counted'],
    ['印了多少份?', '印了三千份。', 0, 'papers are counted by 份'],
    ['印了多少份?', '花了三千元。', 1, 'money counts no papers'],
    ['住咗幾多個人?', '住了六年。', 0.5, 'Cantonese asks by 幾多'],
    ['How many letters were sold?', 'They cost $38 and 60 cents.', 1, 'money counts no letters'],
    [
      'How many ponies has she shod?',
      'About forty percent of the ponies limp.',
      0.5,
      'a share counts nothing',
    ],
    ['How many ponies has she shod?', 'It took nine days half of the time.', 0.5, 'has is nothing to count'],
    ['修了几座钟?', '花了六年。', 0.5, 'years are not counted by 座'],
    ['来了多少人?', '很多人来了。', 1, 'no number at all'],
    ['How many people attended?', '共有三百人参加。', 0, 'people are counted by 人'],
    ['How many people attended?', '他在三个项目里工作。', 0.5, 'the noun is not the last word'],
    ['How many young people attended?', '他在三个项目里工作。', 0.5, 'one word may stand before the noun'],
    ['How many particles are there?', '共有三个粒子。', 0, 'particles are no articles'],
    ['How many teeth does the wheel have?', 'The wheel has 57 teeth.', 0, 'the number beside the noun'],
    ['How many sensors leaked?', 'Of the 300 cheap grey sensors, some leaked.', 0, 'a few words between'],
    ['How many countries signed?', 'Nineteen of them, one country late.', 0, 'the noun in another form'],
    ['How many teeth does the wheel have?', 'It stood for nine days.', 0.5, 'a number beside another noun'],
    ['How many teeth does the wheel have?', 'It has teeth.', 1, 'the noun without a number'],
    ['How far is the station?', 'Not far.', 0.5, 'a distance may be told in other words'],
    ['How far is the station?', 'It is two miles away.', 0, 'a distance'],
    [
      'How many teeth does the wheel have?',
      'Fifty-seven, and I filed them all.',
      0,
      'a number that needs no noun',
    ],
  ])('%s %s: %d (%s)', (question, text, lacking) => {
    expect(lack(question, text)).toBe(lacking);
  });
});

describe('other kinds', () => {
  test.each([
    ['船长今年几岁?', '龙小舟今年四十六了。', 0, 'an age behind 今年'],
    ['How old is she?', 'Ada Quill, 51, grew up on a farm.', 0, 'an age behind a name'],
    ['大桥要花多少钱?', '全长两公里,造价二十六亿。', 0, 'a number behind a word of cost'],
    ['夏令营收多少钱?', '一期收十二个孩子。', 1, 'a number that counts children'],
    ['How much was the fine?', 'The court fined the walker 15.', 0, 'a number behind a word of paying'],
    ['多久洗一次?', '去年停过一次电。', 0.5, 'once, but not in each of anything'],
    ['钟有多重?', '重三百斤。', 0, 'a unit of weight'],
    ['钟有多重?', '钟有三百岁。', 0.5, 'no unit of weight'],
    ['How heavy is the boy?', 'He is paid 900 pounds.', 0.5, 'pounds are money, too'],
    ['How heavy is the boy?', 'He weighs 90 pounds.', 0, 'pounds that weigh'],
    ['What is the name of the dog?', 'She was called Biscuit.', 0, 'what somebody is called'],
    ['What is the name of the boy?', 'She found a lost boy.', 0.5, 'no name, as far as one can see'],
  ])('%s %s: %d (%s)', (question, text, lacking) => {
    expect(lack(question, text)).toBe(lacking);
  });
});

describe('when', () => {
  test.each([
    ['When did it stop?', 'The clock stopped in 1862.', 0, 'a year behind a word of time'],
    ['When did it stop?', 'It stopped on 12 January.', 0, 'a month beside a day'],
    ['When did it stop?', 'The keeper sets it every Friday.', 0, 'a day of the week'],
    ['When did it stop?', 'It has run since May.', 0, 'a month behind a word of time'],
    ['When did it stop?', 'Rust may come again.', 1, '“may” is a word'],
    ['When did it stop?', 'We polished 1200 pins.', 1, 'a number that counts things'],
    ['什么时候停的?', '钟在1862年停了。', 0, 'a year'],
    ['哪一年停的?', '钟走了七年。', 1, 'so many years are no year'],
    ['哪一年停的?', '近年来钟不走了。', 1, 'no year is named'],
    ['什么时候停的?', '明年春天停。', 0, 'a day told from today'],
    ['What year did it stop?', 'It stopped on 12 January.', 1, 'a day of any year'],
    ['What year did it stop?', 'It stopped in 1862.', 0, 'a year'],
    ['什么时候停的?', '钟停了很久。', 1, 'no day, month or year'],
    ['When will it run?', 'Once the salt is out.', 0, 'a condition tells it'],
    ['什么时候能修好?', '等盐出来。', 0, 'a condition tells it'],
  ])('%s %s: %d (%s)', (question, text, lacking) => {
    expect(lack(question, text)).toBe(lacking);
  });
});

test.each<readonly [Kind, string, string]>([
  ['place', 'Where is it?', 'It rains.'],
  ['person', '谁做的?', '下雨了。'],
  ['reason', 'Why did it stop?', 'It rains.'],
  ['manner', '怎么修?', '下雨了。'],
  ['anything', 'the moon wheel', 'It rains.'],
])('a %s is never plainly lacking', (kind, question, text) => {
  expect(kindAsked(fold(question))).toBe(kind);
  expect(showsKind({ printed: text, folded: fold(text) }, kind)).toBe(false);
  expect(lack(question, text)).toBe(0);
});

test.each([
  ['粮仓占地两百平方米', true],
  ['the sluice is nine feet wide', true],
  ['再守七八年', false],
])('“%s” shows a size: %s', (text, shows) => {
  expect(showsKind({ printed: text, folded: text }, 'size')).toBe(shows);
});
