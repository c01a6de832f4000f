// The words by which members ask about the article or the person: phrases as patterns, simplified and lower-case.
import type { ArticleKey } from '../reply.ts';

export type Aspect = ArticleKey | 'biography';

interface Cue {
  readonly aspect: Aspect;
  readonly phrases: string;
  /** Asks a thing of anything ("when?"): only words that point at the article make it a question about the article. */
  readonly vague?: true;
}

/** Phrases that ask for each aspect; simplified Chinese and lower-case English. */
export const CUES: readonly Cue[] = [
  {
    aspect: 'biography',
    phrases:
      '采访的?(?:是|了)谁(?![做写来干])|采访对象|受访(?:者|人|嘉宾)(?:是|叫)?(?:谁|什么人|哪位)?|被采访的?(?:是|人是)?谁|谁(?:接受|受)了?采访|' +
      'who (?:was|is|got|did they) (?:being )?interview(?:ed)?|who is the (?:interviewee|guest|speaker)|interviewee',
  },
  {
    aspect: 'author',
    phrases:
      '作者|笔者|记者|采访者|采访人|撰稿人|执笔|署名|谁写|谁采写|谁撰写|谁采访|谁来采访|主笔|采编|撰稿者|采访是谁做的?|谁做的?采访|谁问的?|谁提问|采写|' +
      'who wrote|who is the author|author|written by|writer|byline|reporter|journalist|correspondent|interviewer|' +
      'who interviewed|who (?:did|conducted|carried out|made)|who asked|who was asking',
  },
  { aspect: 'subtitle', phrases: '副标题|副题|subtitle|subheading' },
  { aspect: 'title', phrases: '大?标题|题目|题名|叫什么名字?|headline|title|called' },
  {
    aspect: 'series',
    phrases: '栏目|专栏|系列|节目|版块|板块|series|column|programme|program|rubric',
  },
  {
    aspect: 'publication',
    phrases:
      '哪家(?:媒体|报纸|报社|机构|通讯社|社)?|登在哪里?|刊在哪里?|刊登在哪里?|发表在哪里?|哪里刊登|哪个?(?:媒体|报社|通讯社)|什么媒体|媒体|通讯社|来源|出处|出自哪里?|谁发布|谁发表|谁刊登|发布方|发布机构|' +
      'publisher|published by|who published|publication|outlet|news agency|agency|which (?:paper|newspaper|media)|media|source|came? from',
  },
  {
    aspect: 'url',
    phrases: '链接|网址|原文(?:在哪里?|地址)|link|url|web address|read the original|full text',
  },
  {
    aspect: 'dateline',
    phrases:
      '发稿(?:的?(?:日期|时间|地点))?(?:和|与|及|、)?(?:日期|时间|地点)?|电头|哪里发|在哪发|发自哪里|发稿地|发表日期|刊发日期|发布日期|发布时间|' +
      'dateline|how old is (?:the|this) (?:article|interview|piece|story)|where .*(?:filed|datelined|reported from)|filed from',
  },
  {
    aspect: 'dateline',
    vague: true,
    phrases:
      '什么时候|啥时候?|几时|何时|何日|哪天|哪一天|哪日|什么日子|几月几?[日号]?|几号|多久以前|多久之前|日期|时间|地点|' +
      'when|what date|which date|what day|which day|date|how (?:recent|long ago)',
  },
  { aspect: 'date', vague: true, phrases: '哪一?年|几几年|年份|which year|what year|year' },
  {
    aspect: 'event',
    phrases:
      '什么会议?|哪个会议?|什么大会|哪个大会|什么活动|哪个活动|哪一?场(?:盛会|活动|会议|大会)|盛会|什么场合|什么背景下?|契机|由头|大会|会上|' +
      'event|occasion|conference|what prompted|context|backdrop|behind',
  },
  {
    aspect: 'biography',
    phrases:
      '是谁|谁是|谁(?:啊|呀|来着)|系边个|边个系|边个嚟|边位|乜水|何方神圣|干什么的|干啥的|干嘛的|做什么的|做啥的|搞什么的|做咩[嘅㗎]|做乜嘢?[嘅㗎]|做什么工作|何许人也?|什么人|什么来头|啥来头|哪位|什么身份|身份|头衔|职务|职位|简介|简历|履历|生平|个人背景|介绍一?下?|背景|' +
      "who is|who was|who[’']?s|biography|bio|background|introduce|introduction to|profile|resume|cv|tell me about|about",
  },
];

/** Words that point at the article; they ask for nothing themselves. */
export const ARTICLE_POINTERS =
  '这期|本期|出街|见报|上线|撰稿|撰文|出自|来自|属于|出炉|推送|这篇|这次|这场|这个|这份|该篇|本次|本文|本篇|那篇|此文|此次|全文|原文|文章|文中|文|报道|接受|采访|专访|访谈|对话|新闻|稿件?|稿子|内容|' +
  '发表|发布|刊发|刊登|发出|出版|写|做|进行|完成|发|出|登|搞|它|' +
  'interview(?:ed|s)?|article|piece|story|text|report|conversation|talk|news|published?|written|wrote|conducted|done|made|taken?|took|place|release[ds]?|posted|printed|out|come|came|happen(?:ed)?|held|it|its|this|that|here';

/** Words that point at the article or at the person. */
export const POINTERS =
  `叫什么名字?|姓什么|尊姓大名|名字|姓名|全名|㗎|这位|东西|受访者|受访人|受访嘉宾|嘉宾|被采访者?|院长|他|她|人|${ARTICLE_POINTERS}|` +
  'name|named|interviewee|guest|speaker|person|guy|man|woman|he|him|his|she|her|they|them|these';

export const FILLERS =
  '请问|请|想知道|想问|告诉我|知道|你|我|们|是|的|了|吗|呢|呀|啊|哇|吧|嘛|啦|哪|在|于|上|中|里|下|由|被|为|给|从|个|位|一|到底|究竟|谁|什么|啥|怎么|如何|有|和|与|跟|那|这|还|就|来着|时候|时|系|嘅|㗎|嗰|边|' +
  '\\b(?:the|an?|of|in|on|at|for|to|by|with|and|or|is|are|was|were|be|been|do|does|did|has|have|had|what|who|whom|whose|which|where|when|how|please|can|could|you|me|i|tell|know|give|show|from|actually|exactly)\\b';
