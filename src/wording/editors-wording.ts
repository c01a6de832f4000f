// What editors and those who manage a server read of what members asked and thought of it: /gaps, and npm run unanswered; and what
// the doctor says of editors.
import type { DiscordWording } from './discord-wording.ts';
import { note, ok, problem } from './doctor.ts';
import { counted, numberFormat } from './formats.ts';
import type { SurveyWording } from './wording.ts';

/** Fills in `discord.gaps` and `survey` of a locale. */
export interface EditorsWording {
  readonly gaps: DiscordWording['gaps'];
  readonly survey: SurveyWording;
}

const numberEnUS = numberFormat('en-US');

export const inEnUS: EditorsWording = {
  gaps: {
    title: 'What members asked',
    weeks: 'In 7 days, and in the 7 before',
    open: 'Open',
    anyInterview: 'Of no interview in particular',
    none: 'Nothing is open.',
    noLog: 'No log is kept here. Name a file in UNANSWERED_LOG or FEEDBACK_LOG, and restart the bot.',
    unreadable: 'The logs cannot be read. The operator has been told.',
    questions: 'Asked most since the bot started',
    passages: 'Quoted most since the bot started',
    nothingNear: 'Nothing in the interviews is near',
    ofInterview: (title, gaps) => `${title} (${numberEnUS(gaps)} open)`,
    more: (gaps) => `and ${numberEnUS(gaps)} more`,
    rarer: (questions) => `${numberEnUS(questions)} rarer questions were not looked at.`,
  },
  survey: {
    times: (times) => `asked ${numberEnUS(times)}×`,
    weeks: ({ now, before }) => `in 7 days ${numberEnUS(now)}, before ${numberEnUS(before)}`,
    kind: {
      miss: (times) => `without answer ${numberEnUS(times)}×`,
      untaken: (times) => `suggestions not taken ${numberEnUS(times)}×`,
      wrong: (times) => `called wrong ${numberEnUS(times)}×`,
    },
    total: {
      miss: 'Without an answer',
      untaken: 'Suggestions that nobody took',
      wrong: 'Answers called wrong',
      helped: 'Answers that helped',
    },
  },
};

const numberZhCN = numberFormat('zh-CN');

export const inZhCN: EditorsWording = {
  gaps: {
    title: '成员问了什么',
    weeks: '最近7天，以及之前的7天',
    open: '尚未解决',
    anyInterview: '未指明哪篇采访',
    none: '没有尚未解决的问题。',
    noLog: '这里没有保留记录。请在设置中写上记录的文件名，再重新启动机器人。',
    unreadable: '记录无法读取。已告知管理者。',
    questions: '启动以来问得最多的',
    passages: '启动以来引用最多的',
    nothingNear: '采访中没有相近的内容',
    ofInterview: (title, gaps) => `${title}（${numberZhCN(gaps)}个未解决）`,
    more: (gaps) => `另有${numberZhCN(gaps)}个`,
    rarer: (questions) => `另有${numberZhCN(questions)}个较少问到的问题没有查看。`,
  },
  survey: {
    times: (times) => `问过${numberZhCN(times)}次`,
    weeks: ({ now, before }) => `最近7天${numberZhCN(now)}次，之前7天${numberZhCN(before)}次`,
    kind: {
      miss: (times) => `没有回答${numberZhCN(times)}次`,
      untaken: (times) => `建议无人选${numberZhCN(times)}次`,
      wrong: (times) => `被指有误${numberZhCN(times)}次`,
    },
    total: {
      miss: '没有回答',
      untaken: '建议无人选',
      wrong: '被指有误的回答',
      helped: '有帮助的回答',
    },
  },
};

const numberZhTW = numberFormat('zh-TW');

export const inZhTW: EditorsWording = {
  gaps: {
    title: '成員問了什麼',
    weeks: '最近7天，以及之前的7天',
    open: '尚未解決',
    anyInterview: '未指明哪篇訪談',
    none: '沒有尚未解決的問題。',
    noLog: '這裡沒有保留記錄。請在設定中寫上記錄的檔名，再重新啟動機器人。',
    unreadable: '記錄無法讀取。已通知管理者。',
    questions: '啟動以來問得最多的',
    passages: '啟動以來引用最多的',
    nothingNear: '訪談中沒有相近的內容',
    ofInterview: (title, gaps) => `${title}（${numberZhTW(gaps)}個未解決）`,
    more: (gaps) => `另有${numberZhTW(gaps)}個`,
    rarer: (questions) => `另有${numberZhTW(questions)}個較少問到的問題沒有查看。`,
  },
  survey: {
    times: (times) => `問過${numberZhTW(times)}次`,
    weeks: ({ now, before }) => `最近7天${numberZhTW(now)}次，之前7天${numberZhTW(before)}次`,
    kind: {
      miss: (times) => `沒有回答${numberZhTW(times)}次`,
      untaken: (times) => `建議無人選${numberZhTW(times)}次`,
      wrong: (times) => `被指有誤${numberZhTW(times)}次`,
    },
    total: {
      miss: '沒有回答',
      untaken: '建議無人選',
      wrong: '被指有誤的回答',
      helped: '有幫助的回答',
    },
  },
};

export const DOCTOR_EDITORS = {
  rolesAlone: note('Settings: EDITOR_ROLES does nothing without EDITORS_MAY_WRITE.'),
  fine: (roles: number) =>
    ok(`Editors: ${counted(roles, 'role')} of the bot’s servers may change the lists.`),
  unknownRole: (id: string) =>
    problem(
      `Editors: no server of the bot’s has the role ${id} (EDITOR_ROLES).`,
      'In Discord, Server Settings, Roles, right-click the role, Copy Role ID; or take it out.',
    ),
  everyone: (server: string) =>
    problem(
      `Editors: EDITOR_ROLES names @everyone of ${server}, so all its members may change the lists.`,
      'Make a role for editors there, and write its id.',
    ),
  readOnly: (folder: string, code: string) =>
    problem(
      `Editors: the lists in ${folder} cannot be written (${code}).`,
      'Let the bot’s user write to that folder and its files (a container mounts it without :ro), or empty EDITORS_MAY_WRITE.',
    ),
} as const;
