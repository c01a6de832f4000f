import { expect, test } from 'vitest';
import { ingest, type Options } from '../../../src/editor/ingest/ingest.ts';
import { parseInterview } from '../../../src/knowledge/parse.ts';
import { archive, docx } from './bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function make(text: string, name = 'source.txt', values: Options['values'] = {}) {
  const made = await ingest(utf8(text), { name, file: 'made.md', values });
  if (!made.ok) throw new Error(made.what);
  return made;
}

const refusal = async (source: string | Uint8Array, name = 'source.txt') => {
  const made = await ingest(typeof source === 'string' ? utf8(source) : source, { name, file: 'made.md' });
  return made.ok ? made.text : made.what;
};

const BELL = `Home | News | Sport | Contact

Salt and Wire

By Ona Pell
3 May 2025

We met her in the bell house of Harrow Bay, where it was raining.

LAMP MAGAZINE: How old is the bell?

MARA VOSS: Older than the harbour. Nobody knows.

It was cast twice, my father said.

LAMP: Who rings it now?

VOSS: I do. On Sundays my niece does.

LM: And in fog?

MV: In fog it rings itself.

Mara Voss has kept the tide bell since 1998. Her book is published by Gannet House.

Share this article
More from Lamp Magazine
The last ferry to Marrow Point
`;

test('labels that shorten to surnames and initials stay one voice, and the end that tells of the person is the biography', async () => {
  const { text } = await make(BELL, 'bell.txt', { publication: 'Lamp' });
  expect(text).toBe(`---
title: Salt and Wire
interviewee:
  name: Mara Voss
publication: Lamp
author: Ona Pell
date: 2025-05-03
language: en
---

## Introduction

We met her in the bell house of Harrow Bay, where it was raining.

## Q: How old is the bell?

Older than the harbour. Nobody knows.

It was cast twice, my father said.

## Q: Who rings it now?

I do. On Sundays my niece does.

## Q: And in fog?

In fog it rings itself.

## Biography

Mara Voss has kept the tide bell since 1998. Her book is published by Gannet House.
`);
  expect(parseInterview(text, 'made.md').ok).toBe(true);
});

test('each line of the source is reported as kept or as left out, with its reason', async () => {
  const { report } = await make(BELL);
  const lines = BELL.split('\n').flatMap((line, at) => (line === '' ? [] : [at + 1]));
  const kept = report.kept.flatMap(({ line, last }) => lines.filter((each) => each >= line && each <= last));
  expect([...kept, ...report.leftOut.map(({ line }) => line)].toSorted((a, b) => a - b)).toEqual(lines);
  expect(report.leftOut).toEqual([
    { line: 1, text: 'Home | News | Sport | Contact', reason: 'navigation' },
    { line: 26, text: 'Share this article', reason: 'a share bar' },
    { line: 27, text: 'More from Lamp Magazine', reason: 'read also' },
    { line: 28, text: 'The last ferry to Marrow Point', reason: 'read also' },
  ]);
  expect(report.unsure).toEqual([
    { line: 24, what: 'taken for the biography, because it begins with the name and tells of the person' },
  ]);
});

test('a value that is not found is a line that the validator refuses, and a hint tells what was seen of it', async () => {
  const { text, report } = await make(
    '河湾社白鹭镇3月4日电\n\n问：船呢？\n答：走了。\n问：人呢？\n答：也走了。\n',
  );
  expect(text).toContain(
    '\npublication: # ? not found\ndateline: 河湾社白鹭镇3月4日电\ndate: # ? not found: 3月4日 is printed, without the year\n',
  );
  expect(parseInterview(text, 'made.md').ok).toBe(false);
  expect(report.problems.map((problem) => problem.slice(0, 40))).toEqual([
    'made.md:2: `title` was not found. Fill i',
    'made.md:4: `interviewee.name` was not fo',
    'made.md:5: `publication` was not found. ',
    'made.md:7: `date` was not found. Fill it',
  ]);
});

test('lines that would be read as structure get a backslash, which is no part of the text', async () => {
  const { text } = await make(
    'Q: What did the board say?\nA: It said:\n## Closed\n- asked as: nobody\n\\ and so on.\nQ: And then?\nA: # nothing.\n',
  );
  const parsed = parseInterview(
    text.replace(/^title.*|^\w+: #.*|^ {2}name: #.*/gm, (line) =>
      line.replace(/#.*/, line.startsWith('date') ? '2025' : 'en'),
    ),
    'made.md',
  );
  expect(parsed.ok && parsed.value.sections.map((section) => section.text)).toEqual([
    'It said:\n\n## Closed\n\n- asked as: nobody\n\n\\ and so on.',
    '# nothing.',
  ]);
});

test('one voice and three voices are said to be so, and nothing is forced', async () => {
  const lecture =
    'I want to talk of time.\n\nSo what is a clock?\n\nIt is a promise that two people will meet.\n\nAnd when one breaks?\n\nYou wait.\n\nAnd then?\n\nThank you.\n';
  expect(await refusal(lecture)).toBe(
    'Nothing in it alternates like question and answer: it is one voice, or no interview.',
  );
  expect(await refusal('旁白：从前有一座山。\n旁白：山里有一座庙。\n旁白：庙里没有人。\n')).toContain(
    'Only one voice is told apart (“旁白”, 3 times)',
  );
  const panel = [
    'Moderator: Why bridges?',
    'Ada Quill: Because rivers do not ask.',
    'Ben Harrow: They ask every spring.',
  ];
  expect(await refusal([...panel, ...panel, ...panel].join('\n'))).toMatch(
    /^3 voices speak: “Moderator” \(3 turns, the first on line 1\), “Ada Quill” .* “Ben Harrow”/,
  );
});

test('a byline, a remark and a credit with a colon are nobody’s turns', async () => {
  const { text } = await make(
    '河上的人：专访摆渡人邵立川\n记者：王芳　摄影：李明\n2024年5月6日 来源：河湾日报\n河湾镇的渡口还有一条船，摆渡人今年六十二岁。\n' +
      '记者：您什么时候开始摆渡？\n邵立川：十九岁，那年发大水。\n比如：有一回，船上坐了九个人。\n记者：后来呢？\n邵立川：后来桥修好了。\n编辑：赵四\n',
  );
  expect(text.slice(text.indexOf('## '))).toBe(
    '## Introduction\n\n河湾镇的渡口还有一条船，摆渡人今年六十二岁。\n\n## Q: 您什么时候开始摆渡？\n\n十九岁，那年发大水。\n\n' +
      '比如：有一回，船上坐了九个人。\n\n## Q: 后来呢？\n\n后来桥修好了。\n',
  );
  expect(text).toContain(
    '  name: 邵立川\n  role: 摆渡人\npublication: 河湾日报\nauthor: 记者：王芳\ndate: 2024-05-06\n',
  );
});

test('a question and its answer in one paragraph are told apart, and the mark of the end is layout', async () => {
  const { text } = await make(
    '问：您怎么来的？答：坐船来的。\n问：怕不怕？答：怕。\n后来就不怕了。（完）\n\n网站地图\n',
  );
  expect(text.slice(text.indexOf('## '))).toBe(
    '## Q: 您怎么来的？\n\n坐船来的。\n\n## Q: 怕不怕？\n\n怕。\n\n后来就不怕了。\n',
  );
});

test('cues that overlap are named with their line, and a blank line within a cue loses nothing', async () => {
  const { text, report } = await make(
    '1\n00:00:01,000 --> 00:00:04,000\nQ: Why the sea?\n\n2\n00:00:03,000 --> 00:00:06,000\nA: It was {\\an8}there.\n\nIt still\nis.\n\n' +
      '3\n00:00:07,000 --> 00:00:08,000\nQ: And now?\n\n4\n00:00:09,000 --> 00:00:12,000\nA: The same.\n',
    'talk.srt',
  );
  expect(text.slice(text.indexOf('## '))).toBe(
    '## Q: Why the sea?\n\nIt was there. It still is.\n\n## Q: And now?\n\nThe same.\n',
  );
  expect(report.problems[0]).toBe(
    'talk.srt:6: the cue at 00:00:03.000 begins before the one on line 2 ends (00:00:04.000); both are kept, in the order of their beginnings. Check who says what.',
  );
});

test('in subtitles with labels a question within an answer stays in its paragraph', async () => {
  const words = [
    'DEV: What happens?',
    'PRIYA: Nobody moves. What is fair?',
    'It depends.',
    'DEV: And then?',
    'PRIYA: They eat.',
  ];
  const cues = words.map((own, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${own}\n`);
  const { text } = await make(cues.join('\n'), 'talk.srt');
  expect(text.slice(text.indexOf('## '))).toBe(
    '## Q: What happens?\n\nNobody moves. What is fair? It depends.\n\n## Q: And then?\n\nThey eat.\n',
  );
});

test('a cue without a blank line before it is a cue of its own, with its number or without', async () => {
  const turns = ['Q: Why the sea?', 'A: It was there.', 'Q: And now?', 'A: The same.'];
  const cues = turns.map((words, at) => `00:00:0${at}.000 --> 00:00:0${at}.900\n${words}\n`);
  const expected = '## Q: Why the sea?\n\nIt was there.\n\n## Q: And now?\n\nThe same.\n';
  const numbered = cues.map((cue, at) => `${at + 1}\n${cue}`).join('');
  for (const [name, source] of [
    ['talk.vtt', `WEBVTT\n${cues.join('')}`],
    ['talk.srt', cues.join('')],
    ['talk.srt', numbered.replace(/(\d)\.(\d)/g, '$1,$2')],
  ] as const) {
    const { text } = await make(source, name);
    expect(text.slice(text.indexOf('## '))).toBe(expected);
  }
});

test('a cue whose words are lost is named with its line, also where no interview is found', async () => {
  const source = (end: string) =>
    `1\n00:00:01,000 --> 00:00:02,000\nQ: Why the sea?\n\n2\n00:00:03,000 --> 00:00:0${end},000\nA: It was there.\n`;
  const lost = 'the words below \u201c00:00:03,000 --> 00:00:03,000\u201d are lost: mend that line';
  const read = await ingest(new TextEncoder().encode(source('3')), { name: 'talk.srt', file: 'talk.md' });
  expect(read.ok ? '' : read.what).toContain(`Line 6: ${lost}`);
  const cue = (second: number, words: string) =>
    `\n${second}\n00:00:0${second},000 --> 00:00:0${second},900\n${words}\n`;
  const more = ['Q: And now?', 'A: The same.', 'Q: And then?', 'A: Nothing.'].map((words, at) =>
    cue(at + 4, words),
  );
  const { report } = await make(source('3') + more.join(''), 'talk.srt');
  expect(report.problems[0]).toContain(`talk.srt:6: ${lost}`);
});

test.each([
  ['an empty file', new Uint8Array(), 'There is no text in it.'],
  ['a blank page', '<html><body><script>x</script></body></html>', 'There is no text in it.'],
  [
    'a page without an interview',
    '<h1>Weather</h1><p>It will rain. It will rain a lot.</p>',
    'Nothing in it alternates like question and answer: it is one voice, or no interview.',
  ],
  [
    'a binary',
    Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
    'This is no text but a binary file.',
  ],
  [
    'a document with a password',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
    'It is a .docx with a password, or a .doc of before 2007.',
  ],
  [
    'an archive that is no document',
    Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9),
    'This is no Word document, or a damaged one.',
  ],
  ['a PDF', '%PDF-1.7 …', 'It is a PDF.'],
  ['50 MB', new Uint8Array(50_000_000), 'It is larger than 32 MiB: no article is.'],
])('%s is refused with what it is', async (_, source, what) => {
  expect(await refusal(source, 'source.html')).toBe(what);
});

test('a Word document is read with its bold labels, and its report counts paragraphs', async () => {
  const bytes = docx([
    [{ text: 'Q: ', bold: true }, { text: 'Why?' }],
    [{ text: 'A: ', bold: true }, { text: 'Because.' }],
  ]);
  const made = await ingest(bytes, { name: 'a.docx', file: 'made.md' });
  expect(made.ok && made.report.unit).toBe('paragraph');
  expect(made.ok && made.text).toContain('## Q: Why?\n\nBecause.\n');
});

const OWN = `---
title: Bells
interviewee:
  name: Mara Voss
publication: Lamp
date: 2025-05-03
language: en
---

## Q: Who rings it?
- asked as: who is the ringer?

I do.
`;

test('an interview file stays as it is, wordings and all, and what is wrong with it is named', async () => {
  const { text, report } = await make(OWN, 'bells.md');
  expect(text).toBe(OWN);
  expect({ source: report.source, problems: report.problems }).toEqual({
    source: 'interview file, UTF-8',
    problems: [],
  });
  expect(report.kept).toEqual([
    { line: 1, last: 9, what: 'front matter' },
    { line: 10, last: 13, what: 'exchange 1' },
  ]);
  const broken = await make(OWN.replace('date: 2025', 'date: soon'), 'bells.md', { title: 'T' });
  expect(broken.report.problems).toEqual([
    expect.stringMatching(/^made\.md:1: --set title changes nothing/),
    expect.stringMatching(/^made\.md:6: /),
  ]);
});

test.each([
  ['by its sizes', true],
  ['although its sizes say otherwise', false],
])('a Word document that unpacks to more than any interview is refused %s', async (_, isHonest) => {
  const bomb = await archive({ 'word/document.xml': ' '.repeat(17 * 1024 * 1024) }, isHonest);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await refusal(bomb, 'bomb.docx')).toBe(
    'Unpacked it is larger than 64 MiB, or its text than 16 MiB: no interview is.',
  );
});

test('a Word document is read as Word shows it: hidden text is left out and said, a word below its pronunciation is kept', async () => {
  const bytes = docx([
    [{ text: 'Q: Why the sea?' }],
    [
      { text: 'A: ' },
      { text: '宋', above: 'sòng' },
      { text: ' told me.' },
      { text: ' Ask him again?', hidden: true },
    ],
    [{ text: 'Q: And now?' }],
    [{ text: 'A: The same.' }],
  ]);
  const made = await ingest(bytes, { name: 'talk.docx', file: 'talk.md' });
  if (!made.ok) throw new Error(made.what);
  expect(made.text.slice(made.text.indexOf('## '))).toBe(
    '## Q: Why the sea?\n\n宋 told me.\n\n## Q: And now?\n\nThe same.\n',
  );
  const hidden = { line: 2, text: 'Ask him again?', reason: 'hidden in the document' };
  expect(made.report.leftOut).toContainEqual(hidden);
});

test('of a Word document the report says what comments, changes, heads and feet hold, and no word of it is the interview’s', async () => {
  const bytes = docx(
    [
      [{ text: 'Q: Why the sea?' }],
      [{ text: 'A: It was there' }, { text: ' last year', deleted: true }, { text: '.' }],
      [{ text: ' It rose at night.' }],
      [{ text: 'Q: And now?' }],
      [{ text: 'A: The same.' }],
    ],
    {
      comments: { text: 'Is that so? R&D says not.' },
      header1: { text: 'The Harbour Post' },
      header2: { text: 'The Harbour Post' },
    },
  );
  const made = await ingest(bytes, { name: 'talk.docx', file: 'talk.md' });
  if (!made.ok) throw new Error(made.what);
  expect(made.text.slice(made.text.indexOf('## '))).toBe(
    '## Q: Why the sea?\n\nIt was there. It rose at night.\n\n## Q: And now?\n\nThe same.\n',
  );
  expect(made.report.leftOut).toEqual([
    { line: 1, text: 'Is that so? R&D says not.', reason: 'a comment' },
    { line: 1, text: 'The Harbour Post', reason: 'the head or foot of a page' },
    { line: 2, text: 'last year', reason: 'deleted by a tracked change' },
  ]);
});

test.each([
  ['pronounced', 'EQ \\* jc2 \\* "Font:Songti" \\* hps10 \\o\\ad(\\s\\up 9(sòng),宋)', '宋', []],
  ['in a ring', 'eq \\o\\ac(○;三)', '三', []],
  ['two in the space of one', 'EQ \\o\\ad(\\s\\up 6(公),\\s\\do 2(里))', '公里', []],
  ['a fraction', 'EQ \\f(1,2)', '', [{ line: 1, what: expect.stringContaining('EQ \\f(1,2)') }]],
])(
  'a Word document’s characters that a field prints are kept, or said: %s',
  async (_, field, kept, unsure) => {
    const bytes = docx([
      [{ text: 'Q: Why the sea?' }],
      [{ text: 'A: It was ' }, { text: '', field }, { text: ' to me.' }],
      [{ text: 'Q: And now?' }],
      [{ text: 'A: The same.' }],
    ]);
    const made = await ingest(bytes, { name: 'talk.docx', file: 'talk.md' });
    if (!made.ok) throw new Error(made.what);
    expect(made.text).toContain(`It was ${kept} to me.`.replace('  ', ' '));
    expect(made.report.unsure).toEqual(unsure);
  },
);

test('subtitles keep titles in angle brackets, and know coordinates, tags and a coded line’s end for none of the words', async () => {
  const words = [
    'Q: What do you read?',
    'A: <i>Always</i> <红楼梦>, and <Dune>, where 3 < 4.',
    'Q: Why?',
    '{\\an8}A: They\\N<3 me.',
  ];
  const at = (second: number) => `00:00:0${second},000`;
  const cues = words.map(
    (own, index) => `${index + 1}\n${at(index)} --> ${at(index + 1)} X1:10 X2:600 Y1:050 Y2:9\n${own}\n`,
  );
  const { text } = await make(cues.join('\n'), 'talk.srt', { title: 'Reading' });
  expect(told(text)).toBe(
    '## Q: What do you read?\n\nAlways <红楼梦>, and <Dune>, where 3 < 4.\n\n## Q: Why?\n\nThey <3 me.\n',
  );
});

test.each(['<li>', '<li><p>'])(
  'questions that the page or Word itself counts (%s) are told by that',
  async (item) => {
    const turns = [
      ['Why the sea?', 'It was there, and nothing else was.'],
      ['Who taught you to row?', 'My aunt did, in the harbour, in the dark.'],
      ['And what is next?', 'The same again, a little slower than now.'],
    ];
    const body = turns.map(
      ([question, answer], at) => `<ol start="${at + 1}">${item}${question}</ol><p>${answer}</p>`,
    );
    const { text } = await make(`<h1>The rower</h1>${body.join('')}`, 'a.html', { title: 'The rower' });
    expect(told(text)).toBe(turns.map(([question, answer]) => `## Q: ${question}\n\n${answer}\n`).join('\n'));
  },
);

test('a title that YAML would cut is quoted', async () => {
  const { text } = await make('Q: Why?\nA: Because.\nQ: How?\nA: So.\n', 'a.txt', {
    title: 'Interview #3 with the keeper: a "talk"',
  });
  expect(text).toContain('title: \'Interview #3 with the keeper: a "talk"\'\n');
});

const told = (text: string) => text.slice(text.indexOf('## '));

test('a magazine’s page keeps its introduction, and leaves out captions, quotations set apart, titles and tags', async () => {
  const { text, report } = await make(
    `<html lang="en-GB"><head><title>“I count the waves”: Edda Thorne on fog - The Harbour Review</title>
<meta property="og:title" content="“I count the waves”: Edda Thorne on fog"><meta property="og:site_name" content="The Harbour Review"></head>
<body><header><a href="/">The Harbour Review</a></header><div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><article><header><p class="kicker">Interview</p><h1>“I count the waves”: Edda Thorne on fog</h1>
<p class="standfirst">The last keeper talks about fog and bread.</p><div>By <a>Pim Ostrander</a> <time datetime="2024-11-02">2 November 2024</time></div></header>
<figure><img src="x.jpg"><figcaption>Edda Thorne at Gull Point. Photograph: Lio Brandt</figcaption></figure>
<p>She has baked. This interview has been edited for length and clarity.</p>
<p><strong>What did you expect?</strong></p><p>Silence. I got gulls.</p>
<p><strong>Tell me about the winter of 1987.</strong></p><p>There were three of us, and one ham.</p>
<blockquote><p>There were three of us, and one ham</p></blockquote><p>We played cards for it.</p>
<h2>Fog and other neighbours</h2>
<p><strong>What do you do in fog?</strong></p><p>I bake.</p>
<p><em>Edda Thorne’s memoir, One Ham, is published by Gannet House.</em></p>
<div class="tags"><a>Lighthouses</a> <a>Interviews</a></div></article>
<section id="comments"><h2>1 comment</h2><b>gullfan</b><p>Did she ever try again?</p></section></main></body></html>`,
    'saved.html',
  );
  expect(text).toBe(`---
title: "“I count the waves”: Edda Thorne on fog"
interviewee:
  name: Edda Thorne
publication: The Harbour Review
author: Pim Ostrander
subtitle: The last keeper talks about fog and bread.
date: 2024-11-02
language: en-GB
---

## Introduction

She has baked. This interview has been edited for length and clarity.

## Q: What did you expect?

Silence. I got gulls.

## Q: Tell me about the winter of 1987.

There were three of us, and one ham.

We played cards for it.

## Q: What do you do in fog?

I bake.

## Biography

Edda Thorne’s memoir, One Ham, is published by Gannet House.
`);
  expect(report.problems).toEqual([]);
  expect(report.leftOut.map(({ reason }) => reason)).toEqual(
    expect.arrayContaining(['a caption', 'a title between the exchanges', 'comments', "the page's head"]),
  );
});

test('lines of data above an interview are no turns, and name who is interviewed', async () => {
  const { text } = await make(
    '守塔人：雾里的三十年\n\n受访者：邬海生，归岛灯塔守塔人\n采访者：何一苇\n地点：归岛\n\n何：哪一年来的？\n邬：一九八六年。\n何：怕不怕？\n邬：怕。\n',
  );
  expect(text).toContain('title: 守塔人：雾里的三十年\ninterviewee:\n  name: 邬海生\n');
  expect(told(text)).toBe('## Q: 哪一年来的？\n\n一九八六年。\n\n## Q: 怕不怕？\n\n怕。\n');
});

test('a title before a name, and one in its place, are labels of the same voice', async () => {
  const { text } = await make(
    '记者问：谁修的桥？\n工程师林海潮：我们七个人。\n记者问：还能用多久？\n林工：比我久。\n记者问：您呢？\n林海潮：我老了。\n',
  );
  expect(told(text)).toBe(
    '## Q: 谁修的桥？\n\n我们七个人。\n\n## Q: 还能用多久？\n\n比我久。\n\n## Q: 您呢？\n\n我老了。\n',
  );
});

test('in subtitles with dashes the turns alternate, although whoever answers may ask back, and sounds are left out', async () => {
  const cue = (at: number, words: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n`;
  const source = [
    cue(1, '[music]'),
    cue(2, '- Who orders a bell?\n- People who lived there.'),
    cue(3, 'They come in autumn,\nwhen the water is low.'),
    cue(4, '- What does it cost?'),
    cue(5, '- A boat. And who counts?'),
    cue(6, '- Who rings it?'),
    cue(7, '- The sea.'),
  ];
  const { text, report } = await make(source.join('\n'), 'talk.srt');
  expect(told(text)).toBe(
    '## Q: Who orders a bell?\n\nPeople who lived there. They come in autumn, when the water is low.\n\n' +
      '## Q: What does it cost?\n\nA boat. And who counts?\n\n## Q: Who rings it?\n\nThe sea.\n',
  );
  expect(report.leftOut).toEqual([{ line: 2, text: '[music]', reason: 'a sound, no words' }]);
});

test('what an interviewee says of cookies, sharing and prices is no notice of the page', async () => {
  const { text, report } = await make(
    'Q: What did you bake?\nA: Cookies. I baked cookies for the whole pier.\nShare them, my mother said.\nQ: And now?\nA: Subscribe to nothing, that is my advice.\n',
  );
  expect(told(text)).toBe(
    '## Q: What did you bake?\n\nCookies. I baked cookies for the whole pier.\n\nShare them, my mother said.\n\n## Q: And now?\n\nSubscribe to nothing, that is my advice.\n',
  );
  expect(report.leftOut).toEqual([]);
});

test('a page whose elements are nested thousands deep is read all the same', async () => {
  const { text } = await make(
    `<body>${'<div>'.repeat(5000)}<p>Q: Why?</p><p>A: No.</p><p>Q: So?</p><p>A: Yes.</p>`,
    'deep.html',
  );
  expect(told(text)).toBe('## Q: Why?\n\nNo.\n\n## Q: So?\n\nYes.\n');
});

const CLOSINGS = [
  'The interview was shortened.',
  'This conversation took place in May, and has been edited for length.',
  'Interview by Tom Oak. Photographs by Lio Brandt.',
  '(A longer version of this talk first appeared in Lamp.)',
  'Translated from the Danish by Pim Ostrander.',
  '采访、撰文：王芳。编辑：李四。',
  '（本文首发于《河湾》二〇二四年第三期，略有删节。）',
  '采访时间：二〇二四年五月，地点在渡口。',
  '（本文經受訪者確認，照片由受訪者提供。）',
  '因篇幅所限，采访内容略作删减。',
];

test.each(CLOSINGS)('below the last answer a closing line is left out, and reported: %s', async (closing) => {
  const { text, report } = await make(
    `Q: Why?\nA: It rains.\nQ: And then?\nA: I go home.\nI do.\n${closing}\n`,
  );
  expect(told(text)).toBe('## Q: Why?\n\nIt rains.\n\n## Q: And then?\n\nI go home.\n\nI do.\n');
  expect(report.leftOut.map((own) => own.text)).toEqual([closing]);
});

test.each([
  '（记者 王芳 摄影报道）',
  '（本文有删节）',
  ' (Interview: Tom Oak)',
  ' [This interview was shortened.]',
])('a note in brackets behind the last words is left out, and reported: %s', async (note) => {
  const { text, report } = await make(`Q: Why?\nA: It rains.\nQ: And then?\nA: I go home.\nI do.${note}\n`);
  expect(told(text)).toMatch(/I go home\.\n\nI do\.\n$/);
  expect(report.leftOut.map((own) => own.text)).toEqual([note.trim()]);
});

test.each([
  'This interview is the first that I ever gave.',
  '(Laughs and looks out of the window.)',
  '（他看了看窗外的河。）',
])('what may be a closing line is kept, and said to be unsure: %s', async (closing) => {
  const { text, report } = await make(`Q: Why?\nA: It rains.\nQ: And then?\nA: I go home.\n${closing}\n`);
  expect(told(text)).toContain(`I go home.\n\n${closing}\n`);
  expect(report.unsure).toEqual([
    { line: 5, what: 'the end of the last answer may be a note by the editors: is it the interviewee’s?' },
  ]);
});

test('above the last answer nobody’s words are taken for a closing line', async () => {
  const { text } = await make(
    'Q: Why?\nA: It rains.\nThe interview was shortened by the rain.\nQ: And then?\nA: I go home.\n',
  );
  expect(told(text)).toContain('It rains.\n\nThe interview was shortened by the rain.\n');
});
test.each(['<v>Hello', '<v Ada', '<v.loud>Hello', '<v 林海潮<', '<v </v>Hello'])(
  'a tag of subtitles that is broken off or names nobody, %s, is no error',
  async (cue) => {
    const source = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${cue}\n`;
    expect(await refusal(source, 'talk.vtt')).toMatch(/one voice|no text/);
  },
);
