// The words around a visitor's own text. Its report stays in the words of `ingest`, which speaks English as editors' commands do.
import type { PageLocale } from '../../protocol/protocol.ts';

export interface OwnTextWording {
  readonly open: string;
  readonly about: (megabytes: number) => string;
  readonly privacy: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly choose: string;
  readonly drop: string;
  readonly read: string;
  readonly reading: string;
  readonly nothing: string;
  readonly tooLarge: (megabytes: number) => string;
  readonly refused: string;
  readonly busy: string;
  readonly full: string;
  readonly report: string;
  readonly kept: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly unsure: (count: number) => string;
  readonly toDo: (count: number) => string;
  readonly values: string;
  readonly valuesHint: string;
  readonly fields: Readonly<Record<'title' | 'interviewee' | 'publication' | 'date' | 'language', string>>;
  /** What a citation says where the text does not tell. */
  readonly standIns: Readonly<Record<'title' | 'interviewee' | 'publication', string>>;
  readonly standIn: string;
  readonly missing: string;
  readonly dateHint: string;
  readonly languageHint: string;
  readonly another: string;
  readonly download: string;
  readonly ask: string;
  readonly opened: string;
  readonly asking: (file: string) => string;
  readonly alone: string;
  readonly leave: string;
  readonly left: string;
}

const enUS: OwnTextWording = {
  open: 'Try your own text',
  about: (megabytes) =>
    `Paste an interview, or choose a file: a saved page (.html), .txt, .md, .docx, or subtitles (.srt, .vtt), up to ${megabytes} MB. The bot then answers from it alone, in a room of its own.`,
  privacy:
    'It stays in the memory of the machine that runs the playground; nothing is written to disk or sent elsewhere. Other visitors do not see it. It is forgotten when you go back, when others need the room after you left, or when the playground stops.',
  paste: 'Text of the interview',
  pasteHint: 'Reporter: How did it begin?\n\nAda Finch: With a letter …',
  choose: 'Choose a file',
  drop: 'or drop one anywhere on this page',
  read: 'Read it',
  reading: 'Reading…',
  nothing: 'Paste a text first, or choose a file.',
  tooLarge: (megabytes) =>
    `The file is larger than ${megabytes} MB. Save the page without its pictures, or copy the interview into a text file.`,
  refused: 'No interview was found in it',
  busy: 'Another text is being read just now. Please try again in a moment.',
  full: 'As many visitors are asking texts of their own as there is room for. Please try again later.',
  report: 'What was found',
  kept: (count) => `Kept (${count})`,
  leftOut: (count) => `Left out (${count})`,
  unsure: (count) => `Unsure (${count})`,
  toDo: (count) => `To mend first (${count})`,
  values: 'What every citation names',
  valuesHint: 'Answers show these lines. Please correct what was misread.',
  fields: {
    title: 'Title',
    interviewee: 'Interviewee',
    publication: 'Publication',
    date: 'Date',
    language: 'Language',
  },
  standIns: {
    title: 'Untitled interview',
    interviewee: 'Interviewee (not named)',
    publication: 'Unpublished text',
  },
  standIn: 'Not found in the text: a stand-in is filled in.',
  missing: 'Not found in the text: please fill in.',
  dateHint: 'Such as 2025-07-27; 2025-07 or 2025 will do.',
  languageHint: 'A tag such as en, zh-CN or zh-TW.',
  another: 'Another text',
  download: 'Download the file',
  ask: 'Ask it',
  opened: 'You are in the room of your text. Ask away.',
  asking: (file) => `You are asking your own text: ${file}`,
  alone: 'Only you are here, and only this text is asked.',
  leave: 'Go back and forget it',
  left: 'Your text was forgotten.',
};

const zhCN: OwnTextWording = {
  open: '试试自己的文本',
  about: (megabytes) =>
    `粘贴一篇访谈，或选择文件：另存的网页（.html）、.txt、.md、.docx，或字幕（.srt、.vtt），最大${megabytes} MB。之后机器人在单独的房间里，只依据它来回答。`,
  privacy:
    '文本只留在运行试用页的这台机器的内存里，不写入磁盘，也不发往别处，其他访客看不到。你返回时、你离开后别人需要房间时，或试用页停止时，它就会被忘掉。',
  paste: '访谈全文',
  pasteHint: '记者：是怎么开始的？\n\n李明：从一封信开始……',
  choose: '选择文件',
  drop: '或拖放到本页任意位置',
  read: '读取',
  reading: '正在读取……',
  nothing: '请先粘贴文本或选择文件。',
  tooLarge: (megabytes) => `文件超过${megabytes} MB。请另存不带图片的网页，或把访谈复制到文本文件里。`,
  refused: '没有在其中找到访谈',
  busy: '正在读取另一篇文本，请稍后再试。',
  full: '正在试用自己文本的访客已满，请稍后再来。',
  report: '读取结果',
  kept: (count) => `保留（${count}）`,
  leftOut: (count) => `略去（${count}）`,
  unsure: (count) => `没有把握（${count}）`,
  toDo: (count) => `需要先改正（${count}）`,
  values: '每次引用都会注明',
  valuesHint: '回答里会显示这些内容，读错的请改正。',
  fields: { title: '标题', interviewee: '受访者', publication: '刊物', date: '日期', language: '语言' },
  standIns: { title: '无标题访谈', interviewee: '受访者（未具名）', publication: '未发表的文本' },
  standIn: '文中没有找到，已填入代用内容。',
  missing: '文中没有找到，请填写。',
  dateHint: '例如2025-07-27；只写2025-07或2025也可以。',
  languageHint: '语言标记，例如zh-CN、zh-TW、en。',
  another: '换一篇',
  download: '下载文件',
  ask: '开始提问',
  opened: '你已进入自己文本的房间，请提问。',
  asking: (file) => `你正在向自己的文本提问：${file}`,
  alone: '这里只有你一人，也只问这一篇。',
  leave: '返回并忘掉它',
  left: '你的文本已被忘掉。',
};

const zhTW: OwnTextWording = {
  open: '試試自己的文字',
  about: (megabytes) =>
    `貼上一篇訪談，或選擇檔案：另存的網頁（.html）、.txt、.md、.docx，或字幕（.srt、.vtt），上限 ${megabytes} MB。之後機器人會在單獨的房間裡，只依據它來回答。`,
  privacy:
    '文字只留在執行試用頁的這台機器的記憶體裡，不寫入磁碟，也不傳往別處，其他訪客看不到。您返回時、您離開後別人需要房間時，或試用頁停止時，它就會被忘掉。',
  paste: '訪談全文',
  pasteHint: '記者：是怎麼開始的？\n\n李明：從一封信開始……',
  choose: '選擇檔案',
  drop: '或拖放到本頁任何地方',
  read: '讀取',
  reading: '正在讀取……',
  nothing: '請先貼上文字或選擇檔案。',
  tooLarge: (megabytes) => `檔案超過 ${megabytes} MB。請另存不含圖片的網頁，或把訪談複製到文字檔裡。`,
  refused: '沒有在其中找到訪談',
  busy: '正在讀取另一篇文字，請稍後再試。',
  full: '正在試用自己文字的訪客已滿，請稍後再來。',
  report: '讀取結果',
  kept: (count) => `保留（${count}）`,
  leftOut: (count) => `略去（${count}）`,
  unsure: (count) => `沒有把握（${count}）`,
  toDo: (count) => `需要先改正（${count}）`,
  values: '每次引用都會註明',
  valuesHint: '回答裡會顯示這些內容，讀錯的請改正。',
  fields: { title: '標題', interviewee: '受訪者', publication: '刊物', date: '日期', language: '語言' },
  standIns: { title: '無標題訪談', interviewee: '受訪者（未具名）', publication: '未發表的文字' },
  standIn: '文中沒有找到，已填入代用內容。',
  missing: '文中沒有找到，請填寫。',
  dateHint: '例如 2025-07-27；只寫 2025-07 或 2025 也可以。',
  languageHint: '語言標記，例如 zh-TW、zh-CN、en。',
  another: '換一篇',
  download: '下載檔案',
  ask: '開始提問',
  opened: '您已進入自己文字的房間，請提問。',
  asking: (file) => `您正在向自己的文字提問：${file}`,
  alone: '這裡只有您一人，也只問這一篇。',
  leave: '返回並忘掉它',
  left: '您的文字已被忘掉。',
};

export const OWN_TEXT: Readonly<Record<PageLocale, OwnTextWording>> = {
  'en-US': enUS,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};
