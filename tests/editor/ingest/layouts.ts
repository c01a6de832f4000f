// One interview in the many forms in which sources print it, each with what pages put around one. All junk is invented.
import type { Interview } from '../../../src/knowledge/interview.ts';
import { docx, gb18030, type Run, utf16 } from './bytes.ts';

export interface Material {
  readonly title: string;
  readonly author: string;
  readonly publication: string;
  /** The interviewee. */
  readonly name: string;
  readonly language: 'zh' | 'tw' | 'en';
  readonly introduction: readonly string[];
  readonly exchanges: readonly { readonly question: string; readonly answer: readonly string[] }[];
  readonly biography: readonly string[];
}

export function materialOf({ article, sections }: Omit<Interview, 'id' | 'translations'>): Material {
  const paragraphs = (kind: string) =>
    sections.find((section) => section.kind === kind)?.text.split('\n\n') ?? [];
  const chinese = article.language === 'zh-TW' ? 'tw' : 'zh';
  return {
    title: article.title,
    author: article.author ?? '',
    publication: article.publication,
    name: article.interviewee.name,
    language: article.language.startsWith('en') ? 'en' : chinese,
    introduction: paragraphs('introduction'),
    exchanges: sections.flatMap((section) =>
      section.kind === 'exchange' ? [{ question: section.question, answer: section.text.split('\n\n') }] : [],
    ),
    biography: paragraphs('biography'),
  };
}

interface Around {
  readonly menu: readonly string[];
  readonly share: readonly string[];
  readonly advertisements: readonly string[];
  readonly also: readonly string[];
  readonly comments: readonly string[];
  readonly foot: readonly string[];
  readonly salad: readonly string[];
  readonly asker: string;
  readonly question: string;
  readonly answer: string;
  readonly about: (name: string) => string;
  readonly end: string;
  readonly colon: string;
}

export const AROUND: Readonly<Record<Material['language'], Around>> = {
  zh: {
    menu: ['首页', '新闻', '体育', '财经', '文化', '登录'],
    share: ['分享到', '微信', '微博', 'QQ空间', '收藏'],
    advertisements: ['广告', '雨伞换季全场五折，点击抢购'],
    also: ['相关阅读', '北岸旧书市的最后一夜', '一条铁路为什么绕了远路'],
    comments: ['网友评论（2）', '山间来客：写得真好，看哭了。', '月亮船：这是我读过最好的采访，您说呢？'],
    foot: [
      '责任编辑：何一苇',
      '版权所有 未经授权不得转载',
      '某ICP备00000000号',
      '关于我们 | 联系我们 | 网站地图',
    ],
    salad: [
      '影子写真 影子视频 影子自传 影子日常 影子图解 影子混剪 影子出席活动 影子是谁 影子写真集',
      'zheshiyihangmeiyouyiyidezimutazhiyouyigeyongchujiushirangsousuoyinqingkanjiantameiyourenhuidudaozheli',
      '今(jin)天(tian)的(de)伞(san)很(hen)便(bian)宜(yi)快(kuai)来(lai)买(mai)吧(ba)',
    ],
    asker: '本报记者',
    question: '问',
    answer: '答',
    about: () => '受访者简介：',
    end: '（完）',
    colon: '：',
  },
  tw: {
    menu: ['首頁', '焦點', '生活', '藝文', '會員登入'],
    share: ['分享', 'Facebook', 'LINE', '複製連結'],
    advertisements: ['廣告', '訂閱電子報，好文不漏接'],
    also: ['延伸閱讀', '雨季過後的港口', '一間書店的四十年'],
    comments: ['讀者留言（1）', '小魚：請問展覽到什麼時候？'],
    foot: ['責任編輯：林未眠', '版權所有 未經授權請勿轉載'],
    salad: ['影片線上看 影片下載 影片推薦 免費影片 影片排行 高清影片 影片大全 影片網 影片庫'],
    asker: '記者',
    question: '問',
    answer: '答',
    about: () => '受訪者簡介：',
    end: '（完）',
    colon: '：',
  },
  en: {
    menu: ['Home', 'News', 'Culture', 'Sport', 'Sign in'],
    share: ['Share', 'Facebook', 'Twitter', 'Email', 'Copy link'],
    advertisements: ['Advertisement', 'Subscribe now and save 50% on your first year.'],
    also: ['Read also', 'The last ferry to Marrow Point', 'Ten bridges you should cross once'],
    comments: ['Comments (2)', 'Jenny K: Lovely piece, thank you!', 'Old Tom: Did you ever see the museum?'],
    foot: ['© 2025 All rights reserved.', 'Privacy policy | Terms of use | Contact us'],
    salad: ['cheap umbrellas buy online best price umbrella discount umbrellas free shipping umbrella sale'],
    asker: 'Interviewer',
    question: 'Q',
    answer: 'A',
    about: (name) => `About ${name}`,
    end: ' (Ends)',
    colon: ': ',
  },
};

/** Every line that stands around an interview in a language. */
export function junkOf(language: Material['language']): readonly string[] {
  const { menu, share, advertisements, also, comments, foot, salad } = AROUND[language];
  return [...menu, ...share, ...advertisements, ...also, ...comments, ...foot, ...salad];
}

export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The exchanges alone, as in subtitles. */
  readonly isBare?: boolean;
}

export interface Layout {
  readonly layout: string;
  readonly only?: readonly Material['language'][];
  readonly make: (material: Material, around: Around) => Made;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const html = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const paragraph = (text: string) => `<p>${html(text)}</p>`;
const list = (items: readonly string[]) =>
  `<ul>${items.map((item) => `<li><a href="/x">${html(item)}</a></li>`).join('\n')}</ul>`;

function page({ title, publication, author, language }: Material, body: string, charset = 'utf-8'): string {
  const { menu, share, advertisements, also, comments, foot } = AROUND[language];
  const byline =
    language === 'en'
      ? `<p class="byline">By ${html(author)}</p>`
      : `<p>2025年03月04日 09:30　来源：${html(publication)}</p>`;
  return `<!DOCTYPE html>
<html><head><meta charset="${charset}"><title>${html(title)}_${html(publication)}</title>
<script>var a = "<p>Q: not a question?</p>";</script><style>p { color: red }</style></head>
<body class="has-sidebar"><div class="nav">${list(menu)}</div>
<div class="ad">${advertisements.map(paragraph).join('')}</div>
<h1>${html(title)}</h1>
${byline}
<div class="share">${share.map((item) => `<a href="#">${item}</a>`).join(' ')}</div>
<div class="text">
${body}
</div>
<div class="related"><h3>${also[0]}</h3>${list(also.slice(1))}</div>
<div id="comments"><h3>${comments[0]}</h3>${comments.slice(1).map(paragraph).join('\n')}</div>
<div class="footer">${foot.map(paragraph).join('\n')}</div>
</body></html>`;
}

interface Marks {
  readonly question: (index: number) => string;
  readonly answer: (index: number) => string;
  readonly between?: string;
}

/** Plain text with junk before, between and behind. */
function text(material: Material, { question, answer, between = '\n' }: Marks): string {
  const { title, author, publication, name, language, introduction, exchanges, biography } = material;
  const around = AROUND[language];
  const turns = exchanges.flatMap((exchange, index) => [
    `${question(index)}${exchange.question}`,
    ...exchange.answer.map((own, at) => `${at === 0 ? answer(index) : ''}${own}`),
    ...(index === 1 ? [around.advertisements[0] ?? '', around.share.join(' ')] : []),
  ]);
  return [
    around.menu.join(language === 'en' ? ' | ' : ' '),
    ...around.advertisements,
    `${title}_${publication}`,
    language === 'en' ? `By ${author}` : author,
    ...introduction,
    ...turns.slice(0, -1),
    `${turns.at(-1)}${around.end}`,
    around.about(name),
    ...biography,
    ...around.share,
    ...around.also,
    ...around.comments,
    ...around.foot,
    ...around.salad,
  ].join(between);
}

function body(material: Material, exchange: (own: Material['exchanges'][number]) => string): string {
  const { introduction, exchanges, biography, name, language } = material;
  return [
    ...introduction.map(paragraph),
    ...exchanges.map(exchange),
    paragraph(AROUND[language].about(name)),
    ...biography.map(paragraph),
  ].join('\n');
}

type Cue = (words: string, side: 'asks' | 'answers', isFirst: boolean) => string;

/** Cues of two lines, with a short silence within a turn and a longer one between turns. */
function cues({ exchanges }: Material, kind: 'vtt' | 'srt', cue: Cue): Uint8Array {
  const clock = (seconds: number) =>
    new Date(seconds * 1000)
      .toISOString()
      .slice(11, 23)
      .replace('.', kind === 'srt' ? ',' : '.');
  const blocks: string[] = [];
  let time = 1;
  const say = (words: string, side: 'asks' | 'answers', isFirst: boolean) => {
    for (const [at, piece] of pieces(words).entries()) {
      const number = kind === 'srt' ? `${blocks.length + 1}\n` : '';
      blocks.push(
        `${number}${clock(time)} --> ${clock(time + 3)}\n${cue(piece, side, isFirst && at === 0)}\n`,
      );
      time += 3.05;
    }
  };
  for (const { question, answer } of exchanges) {
    time += 1;
    say(question, 'asks', true);
    time += 1;
    for (const [at, own] of answer.entries()) say(own, 'answers', at === 0);
  }
  return utf8(`${kind === 'vtt' ? 'WEBVTT\n\nSTYLE\n::cue { color: red }\n\n' : ''}${blocks.join('\n')}`);
}

/** Up to 60 characters each, broken at a space, or between Chinese characters. */
function pieces(words: string): readonly string[] {
  return (
    words.match(/.{1,60}(?=\s|$|(?<=\p{Script=Han})(?=\p{Script=Han}))/gsu)?.map((piece) => piece.trim()) ?? [
      words,
    ]
  );
}

const runs = (...own: readonly Run[]) => own;

export const LAYOUTS: readonly Layout[] = [
  {
    layout: 'a saved page in GB 18030, labels in bold',
    only: ['zh', 'tw'],
    make: (own, { asker, colon }) => ({
      name: 'saved.html',
      bytes: gb18030(
        page(
          own,
          body(own, ({ question, answer: [first = '', ...rest] }) =>
            [
              `<p>　　<strong>${asker}${colon}</strong>${html(question)}</p>`,
              `<p>　　<strong>${own.name}${colon}</strong>${html(first)}</p>`,
              ...rest.map((each) => paragraph(`　　${each}`)),
            ].join('\n'),
          ),
          'gb2312',
        ),
      ),
    }),
  },
  {
    layout: 'a page whose paragraphs are lines of one cell',
    make: (own, { asker, colon, about }) => ({
      name: 'old.htm',
      bytes: utf8(
        page(
          own,
          `<table><tr><td>${[
            ...own.introduction,
            ...own.exchanges.flatMap(({ question, answer }) => [
              `${asker}${colon}${question}`,
              ...answer.map((each, at) => (at === 0 ? `${own.name}${colon}${each}` : each)),
            ]),
            about(own.name),
            ...own.biography,
          ]
            .map((each) => `　　${html(each)}`)
            .join('<br>\n')}</td></tr></table>`,
        ),
      ),
    }),
  },
  {
    layout: 'a page with its questions in headings of a class that extractors dislike',
    make: (own) => ({
      name: 'magazine.html',
      bytes: utf8(
        page(
          own,
          body(
            own,
            ({ question, answer }) =>
              `<h3 class="qa-header">${html(question)}</h3>\n${answer.map(paragraph).join('\n')}`,
          ),
        ),
      ),
    }),
  },
  {
    layout: 'a page with its questions in bold, each in the paragraph of its answer',
    make: (own) => ({
      name: 'bold.html',
      bytes: utf8(
        page(
          own,
          body(
            own,
            ({ question, answer: [first = '', ...rest] }) =>
              `<p><strong>${html(question)}</strong><br>${html(first)}</p>${rest.map(paragraph).join('\n')}`,
          ),
        ),
      ),
    }),
  },
  {
    layout: 'a page with a list of terms',
    make: (own) => ({
      name: 'terms.html',
      bytes: utf8(
        page(
          own,
          body(
            own,
            ({ question, answer }) =>
              `<dl><dt>${html(question)}</dt><dd>${answer.map(paragraph).join('')}</dd></dl>`,
          ),
        ),
      ),
    }),
  },
  {
    layout: 'a Word document, labels in bold',
    make: (own, { asker, colon, about }) => ({
      name: 'typescript.docx',
      bytes: docx([
        runs({ text: own.title, bold: true }),
        runs({ text: own.language === 'en' ? `By ${own.author}` : own.author }),
        ...own.introduction.map((each) => runs({ text: each })),
        ...own.exchanges.flatMap(({ question, answer: [first = '', ...rest] }) => [
          runs({ text: `${asker}${colon}`, bold: true }, { text: question }),
          runs({ text: `${own.name}${colon}`, bold: true }, { text: first }),
          ...rest.map((each) => runs({ text: each })),
        ]),
        runs({ text: about(own.name), bold: true }),
        ...own.biography.map((each) => runs({ text: each })),
      ]),
    }),
  },
  {
    layout: 'a text in UTF-16 with junk around',
    make: (own, { asker, colon }) => ({
      name: 'copied.txt',
      bytes: utf16(
        text(own, { question: () => `${asker}${colon}`, answer: () => `${own.name}${colon}` }),
        'little',
      ),
    }),
  },
  {
    layout: 'a text in UTF-16, the other byte order, with letters for the voices',
    make: (own, { question, answer }) => ({
      name: 'copied.txt',
      bytes: utf16(
        text(own, { question: () => `${question}：`, answer: () => `${answer}：`, between: '\r\n\r\n' }),
        'big',
      ),
    }),
  },
  {
    layout: 'a text whose labels shorten after the first turn',
    make: (own, { asker }) => ({
      name: 'short.txt',
      bytes: utf8(
        text(own, {
          question: () => `${asker}:`,
          answer: (index) =>
            `${index === 0 ? own.name : own.language === 'en' ? own.name.split(' ').at(-1) : own.name.charAt(0)}:`,
        }),
      ),
    }),
  },
  {
    layout: 'a text with each label on a line of its own, in capitals',
    make: (own, { asker }) => ({
      name: 'capitals.txt',
      bytes: utf8(
        text(own, {
          question: () => `${asker.toUpperCase()}\n`,
          answer: () => `${own.name.toUpperCase()}\n`,
        }),
      ),
    }),
  },
  {
    layout: 'a text with a dash before each turn',
    make: (own) => ({
      name: 'dashes.txt',
      bytes: utf8(text(own, { question: () => '— ', answer: () => '— ' })),
    }),
  },
  {
    layout: 'a text with labels before the questions alone',
    make: (own, { question }) => ({
      name: 'questions.txt',
      bytes: utf8(text(own, { question: (index) => `${question}${index + 1}：`, answer: () => '' })),
    }),
  },
  {
    layout: 'Markdown with bold labels',
    make: (own, { asker, about }) => ({
      name: 'notes.md',
      bytes: utf8(
        [
          `# ${own.title}`,
          ...own.introduction,
          ...own.exchanges.flatMap(({ question, answer: [first = '', ...rest] }) => [
            `**${asker}:** ${question}`,
            `**${own.name}:** ${first}`,
            ...rest,
          ]),
          `## ${about(own.name)}`,
          ...own.biography,
        ].join('\n\n'),
      ),
    }),
  },
  {
    layout: 'subtitles with voices',
    make: (own, { asker }) => ({
      name: 'talk.vtt',
      isBare: true,
      bytes: cues(own, 'vtt', (words, side) => `<v ${side === 'asks' ? asker : own.name}>${html(words)}`),
    }),
  },
  {
    layout: 'subtitles with arrows where the voice changes',
    make: (own) => ({
      name: 'talk.vtt',
      isBare: true,
      bytes: cues(own, 'vtt', (words, _, isFirst) => `${isFirst ? '&gt;&gt; ' : ''}${html(words)}`),
    }),
  },
  {
    layout: 'subtitles with nothing but silences between the voices',
    make: (own) => ({ name: 'talk.vtt', isBare: true, bytes: cues(own, 'vtt', (words) => html(words)) }),
  },
  {
    layout: 'SubRip subtitles with labels',
    make: (own) => ({
      name: 'talk.srt',
      isBare: true,
      bytes: cues(
        own,
        'srt',
        (words, side, isFirst) => `${isFirst ? (side === 'asks' ? 'Q: ' : 'A: ') : ''}${words}`,
      ),
    }),
  },
];
