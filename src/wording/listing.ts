// What an editor puts into the list of an interview while the bot answers, what comes of it, how it is taken back; and how each
// of these is said.
import type { SectionRef } from '../answer/reply.ts';

export interface NewQuestion {
  readonly interview: string;
  readonly question: string;
  /** The section that answers it; undefined: the interview does not say. */
  readonly section: SectionRef | undefined;
  /** The sentence of the section that it asks for, by its index. */
  readonly sentence?: number | undefined;
}

/** What was put into a list, so that it is known again in it: also after a restart, as its button carries all of it. */
export interface Inserted {
  readonly interview: string;
  /** Minutes since 1970. */
  readonly made: number;
  /** Whether there was no list before. */
  readonly isNew: boolean;
  /** UTF-16 units, and the fingerprint of all that was put in. */
  readonly length: number;
  readonly print: string;
  /** The fingerprint of the line with the question. */
  readonly line: string;
}

export type Listing =
  /** `question` as it stands in the file; `isSettled`: whether the bot now answers it from there, or is quiet as it should. */
  | {
      readonly outcome: 'listed';
      readonly question: string;
      readonly heading: string;
      readonly isSettled: boolean;
      readonly inserted: Inserted;
    }
  /** The question that would be answered worse. */
  | { readonly outcome: 'worse'; readonly question: string }
  | { readonly outcome: 'refused'; readonly why: ListingRefusal }
  /** The system's code, such as EROFS. */
  | { readonly outcome: 'unwritable'; readonly code: string };

/** `no-question`: no line that is read as a question; `busy`: somebody else goes on changing the file. */
export type ListingRefusal =
  | 'no-place'
  | 'already-there'
  | 'no-question'
  | 'too-long'
  | 'faulty-files'
  | 'busy';

/** What was listed, as its editors know it again. */
export interface LatelyListed {
  readonly question: string;
  readonly inserted: Inserted;
}

export type TakenBack =
  /** Every byte as it was, or only the line gone, as others have changed the file since. */
  | { readonly outcome: 'restored' | 'only-line' }
  /** The line is not there any more, or is another one. */
  | { readonly outcome: 'gone' | 'too-late' }
  | { readonly outcome: 'unwritable'; readonly code: string };

/** Fills in `discord.listing` of a locale. */
export interface ListingWording
  extends Readonly<
    Record<
      | 'menu'
      | 'editorsOnly'
      | 'off'
      | 'pickGap'
      | 'pickUndo'
      | 'gapClosed'
      | 'whichPart'
      | 'nearestFirst'
      | 'pickPart'
      | 'pickInterview'
      | 'notCovered'
      | 'whichSentence'
      | 'pickSentence'
      | 'wholePart'
      | 'back'
      | 'unsettled'
      | 'undo'
      | 'undoHint',
      string
    >
  > {
  /** From where it is answered from now on; undefined: nowhere. */
  readonly listed: (place: string | undefined) => string;
  readonly worse: (question: string) => string;
  readonly refusals: Readonly<Record<ListingRefusal, string>>;
  readonly unwritable: (code: string) => string;
  readonly takenBack: Readonly<Record<Exclude<TakenBack['outcome'], 'unwritable'>, string>>;
}

export const listingEnUS: ListingWording = {
  menu: 'This answers it',
  editorsOnly: 'Only editors can do this.',
  off: 'Nothing can be listed from Discord here any more.',
  pickGap: 'Close a gap: choose its question',
  pickUndo: 'Undo what was listed within a day',
  gapClosed: 'That question is not open any more.',
  whichPart: 'Which part of the interview answers it?',
  nearestFirst:
    'The nearest come first. What you choose is put into the list of the interview, and can be undone.',
  pickPart: 'Choose what answers it',
  pickInterview: 'Choose another interview',
  notCovered: 'Not covered',
  whichSentence: 'Which sentence answers it?',
  pickSentence: 'Choose the sentence',
  wholePart: 'No sentence in particular',
  back: 'Back',
  unsettled:
    'It is listed, but other lines still weigh more: the bot does not yet do so. Perhaps another part fits better.',
  undo: 'Undo',
  undoHint: 'This button takes the line out again, for a day.',
  listed: (place) =>
    place === undefined
      ? 'Listed as not covered. From now on the bot keeps quiet where this is asked.'
      : `Listed. From now on this is answered from: ${place}`,
  worse: (question) => `Not listed, because this question would be answered worse: ${question}`,
  refusals: {
    'no-place': 'Not listed: that part of the interview is not there any more.',
    'already-there': 'That question is in the list already.',
    'no-question': 'Not listed: that would not be read as a question.',
    'too-long': 'Not listed: a question in a list has 300 characters at most.',
    'faulty-files': 'Not listed: a file of the interviews has a mistake, which must be mended first.',
    busy: 'Not listed: somebody else is changing the list. Try again in a moment.',
  },
  unwritable: (code) =>
    `Nothing was changed: the bot may not write to the folder of the interviews (${code}).`,
  takenBack: {
    restored: 'Undone: the list is as it was.',
    'only-line': 'Undone: the line is gone. Others have changed the list since, and their lines stay.',
    gone: 'There is nothing to undo: the line is not there any more, or was changed.',
    'too-late': 'That was more than a day ago. Take the line out of the file by hand.',
  },
};

export const listingZhCN: ListingWording = {
  menu: '指定回答',
  editorsOnly: '只有编辑可以这样做。',
  off: '这里已不能从Discord列入问题。',
  pickGap: '补上缺口：选择一个问题',
  pickUndo: '撤销一天之内列入的问题',
  gapClosed: '这个问题已经解决了。',
  whichPart: '采访中哪一部分回答了它？',
  nearestFirst: '最相近的排在前面。选中的会写进这篇采访的问题列表，可以撤销。',
  pickPart: '选择回答它的部分',
  pickInterview: '选择另一篇采访',
  notCovered: '采访没有谈到',
  whichSentence: '哪一句回答了它？',
  pickSentence: '选择一句',
  wholePart: '不指定某一句',
  back: '返回',
  unsettled: '已列入，但其他问题的分量更重，机器人还不会这样回答。也许另一部分更合适。',
  undo: '撤销',
  undoHint: '一天之内，按这个按钮可以去掉这一行。',
  listed: (place) =>
    place === undefined
      ? '已列为采访没有谈到的问题。今后有人这样问，机器人不再作答。'
      : `已列入。今后这样问，会引用：${place}`,
  worse: (question) => `没有列入，因为这会影响另一个问题的回答：${question}`,
  refusals: {
    'no-place': '没有列入：采访中已没有这一部分。',
    'already-there': '这个问题已在列表中。',
    'no-question': '没有列入：这一行不会被当作问题。',
    'too-long': '没有列入：列表中的问题最多300个字符。',
    'faulty-files': '没有列入：采访的文件有错误，改正以后才行。',
    busy: '没有列入：有人正在修改这个列表。请稍后再试。',
  },
  unwritable: (code) => `没有改动：机器人无法写入存放采访的文件夹（${code}）。`,
  takenBack: {
    restored: '已撤销：列表恢复原样。',
    'only-line': '已撤销：这一行已去掉。其他人后来的改动都保留。',
    gone: '没有可撤销的：这一行已不在，或已被改动。',
    'too-late': '已超过一天。请直接在文件里去掉这一行。',
  },
};

export const listingZhTW: ListingWording = {
  menu: '指定回答',
  editorsOnly: '只有編輯可以這樣做。',
  off: '這裡已不能從Discord列入問題。',
  pickGap: '補上缺口：選擇一個問題',
  pickUndo: '復原一天之內列入的問題',
  gapClosed: '這個問題已經解決了。',
  whichPart: '訪談中哪一部分回答了它？',
  nearestFirst: '最相近的排在前面。選中的會寫進這篇訪談的問題清單，可以復原。',
  pickPart: '選擇回答它的部分',
  pickInterview: '選擇另一篇訪談',
  notCovered: '訪談沒有談到',
  whichSentence: '哪一句回答了它？',
  pickSentence: '選擇一句',
  wholePart: '不指定某一句',
  back: '返回',
  unsettled: '已列入，但其他問題的份量更重，機器人還不會這樣回答。也許另一部分更合適。',
  undo: '復原',
  undoHint: '一天之內，按這個按鈕可以拿掉這一行。',
  listed: (place) =>
    place === undefined
      ? '已列為訪談沒有談到的問題。今後有人這樣問，機器人不再作答。'
      : `已列入。今後這樣問，會引用：${place}`,
  worse: (question) => `沒有列入，因為這會影響另一個問題的回答：${question}`,
  refusals: {
    'no-place': '沒有列入：訪談中已沒有這一部分。',
    'already-there': '這個問題已在清單中。',
    'no-question': '沒有列入：這一行不會被當作問題。',
    'too-long': '沒有列入：清單中的問題最多300個字元。',
    'faulty-files': '沒有列入：訪談的檔案有錯誤，改正以後才行。',
    busy: '沒有列入：有人正在修改這個清單。請稍後再試。',
  },
  unwritable: (code) => `沒有改動：機器人無法寫入存放訪談的資料夾（${code}）。`,
  takenBack: {
    restored: '已復原：清單恢復原樣。',
    'only-line': '已復原：這一行已拿掉。其他人後來的改動都保留。',
    gone: '沒有可復原的：這一行已不在，或已被改動。',
    'too-late': '已超過一天。請直接在檔案裡拿掉這一行。',
  },
};
