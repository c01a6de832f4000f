// Which wordings a person gets, where only the script of their message tells, and that all say everything.

import { readdirSync, readFileSync } from 'node:fs';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/discord/connection/commands.ts';
import { LONGEST } from '../../src/discord/sending/card.ts';
import {
  LOCALES,
  type Locale,
  localeOfMessage,
  localeOfScript,
  wordingFor,
} from '../../src/wording/locale.ts';

describe('localeOfScript', () => {
  it.each([
    ['乾隆时代有没有类似的规则?', 'zh-CN', 'one odd character decides nothing'],
    ['乾隆是谁?', 'zh-CN', 'nor does a fourth of the text, where others are simplified'],
    ['人工智能', 'zh-CN', 'no character that only one script has'],
    ['請問三軌並行是什麼?', 'zh-TW', 'many traditional characters'],
    ['風險', 'zh-TW', 'few, in a short text'],
    ['人工智慧的發展', 'zh-TW', 'a fifth'],
  ] as const)('gives %s the wording of %s: %s', (...row) => {
    const [text, locale] = row;
    expect(localeOfScript(text, 'zh')).toBe(locale);
  });
});

describe('localeOfMessage', () => {
  it.each([
    ['乾隆时代有没有类似的规则?', 'zh-TW', 'zh-CN', 'simplified characters'],
    ['人工智能', 'zh-TW', 'zh-TW', 'neither script: what the server prefers'],
  ] as const)('%s, on a server that prefers %s, is answered in %s: %s', (...row) => {
    const [text, preferred, locale] = row;
    expect(localeOfMessage(text, 'zh', preferred)).toBe(locale);
  });
});

type Leaf = readonly [path: string, text: string];

/** What the catalogue's functions are called with, by the path's end. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  inQuotationMarks: [''],
  date: ['2025-07-27'],
  exchangeOf: [1, 5],
  paragraph: [1],
  paragraphs: [1, 2],
  translationBy: [''],
  readAs: [['', '']],
  readUpTo: [500],
  greeting: [['', '']],
  youAsked: [''],
  page: [1, 2],
  promise: [['', '']],
  who: [['', '']],
  whichMeant: [['', '']],
  tryThis: [''],
  outline: [''],
  questions: [''],
  matchedWord: ['', ['', '']],
  certainty: [0.5, 0.25],
  total: [3.2],
  runnerUpChance: ['', 0.25],
  sharedBy: [''],
  interview: ['', '', ''],
  version: [''],
  uptime: [1, 2, 3],
  shard: [1, 1],
  rates: [3, { answer: 0.5, suggest: 0.25, abstain: 0.25 }],
  perMember: [6],
  perChannel: [60],
  process: ['0-3', 8],
  lostAnswers: ['late', 1],
  knowledge: ['', 1, 2, 3],
  problems: [2],
  introduce: ['', ['', '']],
  introduceSeveral: ['', 2],
  more: [2],
  role: [''],
  commandAnswer: [''],
  times: [3],
  weeks: [{ now: 2, before: 1 }],
  miss: [2],
  untaken: [2],
  wrong: [2],
  ofInterview: ['', 2],
  rarer: [2],
  listed: [''],
  worse: [''],
  unwritable: ['EROFS'],
};

function leavesOf(value: unknown, path: string): readonly Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const sample = SAMPLES[path.split('.').at(-1) ?? ''];
    if (!sample) throw new Error(`${path} has no sample to call it with`);
    return [[path, String(value(...sample))]];
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no wording`);
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

const CATALOGUE = Object.fromEntries(
  LOCALES.map((locale) => [locale, leavesOf(wordingFor(locale), '')]),
) as Record<Locale, readonly Leaf[]>;

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^wording\/(?:zh|en)-/.test(file))
  .filter(
    (file) => !/^wording\/(?:catalogue|discord-wording)\.ts$/.test(file) && !file.startsWith('simulator/'),
  )
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

/** Names that are the same in every language. */
const NAMES = /\/(?:ask|bio|summary|questions|help|status)\b|Ctrl\+D|\bEnter\b|\bDiscord\b|\bEROFS\b/g;
/** Mainland words for which Taiwan has its own. */
const MAINLAND =
  /信息|消息|視頻|軟件|網絡|服務器|菜單|默認|私信|文件|程序|激活|回車|命令|命令行|質量|水平|屏幕|鼠標|點擊|鏈接|賬號|用戶|界面|數據|採訪裡|退出|發送|搜索|列表|添加|刪除消息/;

const simplified = new Set(
  simplifiedToTraditional.split('|').flatMap((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return from === to ? [] : [from];
  }),
);
/** Characters that are simplified ones of some words and traditional ones of others. */
const BOTH_SCRIPTS = new Set('于后里只才面台布游出了系范制准采向回干几志表划借別吃');

describe('the catalogue', () => {
  it('has the same strings in every language, and none is empty', () => {
    const paths = CATALOGUE['en-US'].map(([path]) => path);
    for (const locale of LOCALES) {
      expect(CATALOGUE[locale].map(([path]) => path).toSorted()).toEqual(paths.toSorted());
      expect(CATALOGUE[locale].filter(([, text]) => text.trim() === '' && text !== '')).toEqual([]);
      expect(CATALOGUE[locale].filter(([, text]) => text === '')).toEqual([]);
    }
  });

  it('has no string that nothing uses', () => {
    const unused = CATALOGUE['en-US']
      .map(([path]) => path.split('.'))
      .filter((keys) => {
        const [name = '', group] = keys.toReversed();
        const isNamed = new RegExp(`\\.${name}\\b|\\b${name}\\b[,} ]|'${name}'`).test(SOURCES);
        const isIndexed = group !== undefined && new RegExp(`\\b${group}\\[`).test(SOURCES);
        return !isNamed && !isIndexed;
      });
    expect(unused).toEqual([]);
  });

  it('is English in English', () => {
    expect(CATALOGUE['en-US'].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it.each(['zh-CN', 'zh-TW'] as const)('has no English word in %s', (locale) => {
    const foreign = CATALOGUE[locale].filter(([, text]) => /[A-Za-z]{2,}/.test(text.replace(NAMES, '')));
    expect(foreign).toEqual([]);
  });

  it('is written in simplified characters for the mainland', () => {
    const traditional = [...simplifiedToTraditional.split('|')].flatMap((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return from === to || simplified.has(to) ? [] : [to];
    });
    const strange = new Set(traditional);
    expect(CATALOGUE['zh-CN'].filter(([, text]) => [...text].some((each) => strange.has(each)))).toEqual([]);
  });

  it('is written in traditional characters and Taiwan’s words for Taiwan', () => {
    const isStrange = (each: string) => simplified.has(each) && !BOTH_SCRIPTS.has(each);
    expect(CATALOGUE['zh-TW'].filter(([, text]) => [...text].some(isStrange))).toEqual([]);
    expect(CATALOGUE['zh-TW'].filter(([, text]) => MAINLAND.test(text))).toEqual([]);
  });
});

describe('Discord’s limits', () => {
  const limitOf = (path: string): number => {
    if (path.startsWith('discord.buttons.')) return LONGEST.buttonLabel;
    if (path.startsWith('discord.placeholders.')) return LONGEST.placeholder;
    if (path.startsWith('discord.options.')) return path.endsWith('.name') ? 32 : 100;
    if (path.startsWith('discord.commands.')) return 100;
    if (path === 'discord.askTheInterview' || path === 'discord.listing.menu') return 32;
    if (/^discord\.listing\.(?:notCovered|wholePart|back|undo)$/.test(path)) return LONGEST.buttonLabel;
    if (path.startsWith('discord.listing.pick')) return LONGEST.placeholder;
    return LONGEST.title;
  };

  it.each(LOCALES)('hold for every string of %s', (locale) => {
    expect(CATALOGUE[locale].filter(([path, text]) => text.length > limitOf(path))).toEqual([]);
  });

  it('hold for a command as a whole', () => {
    for (const command of commandsFor(2, { editorsMayWrite: true }))
      expect(JSON.stringify(command).length).toBeLessThan(8000);
  });

  it('command names are the same in every language, their descriptions are not', () => {
    for (const command of commandsFor(2).filter(({ type }) => type === 1)) {
      expect(command.name_localizations).toEqual({ 'zh-CN': command.name, 'zh-TW': command.name });
      const descriptions = 'description_localizations' in command ? command.description_localizations : {};
      expect(Object.keys(descriptions ?? {})).toEqual(['zh-CN', 'zh-TW']);
    }
  });
});
