// Words that carry a question without saying what it is about; a sentence need not have them to answer it.

import type { Range } from './question-words.ts';

/** Chinese, folded; longest first wins because the alternatives are tried in order. */
const CHINESE =
  '请问一下|请教一下|请问|请教|想问一下|想问|问一下|问下|我想知道|想知道|想了解|告诉我|能不能告诉|跟我说说|说一说|讲一讲|说说看|说说|讲讲|聊聊|谈谈|介绍一下|介绍下|解释一下|解释下|帮我|麻烦|' +
  '具体来说|具体|到底|究竟|其实|真的|好像|似乎|大概|大约|左右|差不多|据说|听说|都说|所谓|觉得|认为|看来|看待|怎么看|提到过?|提及|谈到|说到|讲到|说过|讲过|指出|提出的?|表示|' +
  '文中|文里|文内|文章里?|原文里?|采访里|采访中|访谈里|访谈中|专访里|专访中|这篇|本文|这里|那里|里面|里头|当中|其中|之中|' +
  '现在|如今|眼下|今天|关于|对于|有关|来说|来讲|而言|说来|的话|方面|这块|这事儿?|事情|事儿|东西|情况|问题|意思|一下子?|一点儿?|一些|有些|有点儿?|' +
  '这个|那个|哪个|这些|那些|这种|那种|这样|那样|这么|那么|这儿|那儿|还是|或者|以及|并且|而且|但是|不过|所以|因此|如果|要是|的时候|时候|' +
  '会不会|要不要|可不可以|能不能|有没有|是不是|算不算|行不行|对不对|多不多|大不大|可以|可能|应该|应当|必须|想要|打算|已经|还有|怎样|怎么着?|咋样|咋整|咋|啥样|啥|' +
  '您|你们|你|我们|咱们|咱|他们|她们|它们|大家|人家|别人|自己|那位|这位|该位|老兄|嘉宾|受访者|院长|先生|老师|专家|' +
  '没太懂|没看懂|看不懂|不太懂|不懂|几个意思|什么意思|展开|详细|简单|简短|总结|概括|归纳|列举|列出|举例|举个例子|例子|谁解释|求解释|求科普|' +
  '难道|莫非|反正|毕竟|居然|竟然|难不成|何必|岂不|干嘛|为啥|凭啥|凭什么|' +
  '点解|点样|点先|做乜|乜嘢|乜野|乜|咩|嘅|喺|边度|边个|边位|几时|呢个|呢啲|嗰个|嗰啲|啲|冇|佢哋|佢|咁样|咁|㗎|喎|啫|嘞|咗|紧|唔系|唔|系咪|系唔系|可唔可以|有冇|想问|' +
  '吗|呢|吧|啊|呀|哇|哦|噢|嘛|啦|咯|呗|哈|嘿|喔|耶|欸|诶|哟';

const ENGLISH =
  'please|tell|me|us|say|says|said|saying|mention|mentions|mentioned|think|thinks|thought|believe|believes|according|' +
  'explain|explains|explained|describe|describes|described|opinion|opinions|view|views|take on|talk about|talks about|' +
  'know|want|wants|like to know|wonder|wondering|just|really|actually|basically|exactly|kind of|sort of|thing|things|' +
  'stuff|something|anything|everything|give|gives|got|get|gets|interview|article|piece|text|speaker|interviewee|guest|' +
  'does he|did he|does she|he|she|his|her|him|they|their|them|one|ones|way|point|points|there|here|then|so|well|ok|okay|' +
  'also|too|even|still|ever|yet|now|today|nowadays|currently|come|comes|go|goes|going|mean|means|meant|meaning|' +
  "summarize|summarise|summary|briefly|detail|details|elaborate|specifically|example|examples|i|my|im|i'm|you|your|" +
  'supposed|apparently|allegedly|understand|call|calls|called|put|puts';

const LIGHT = new RegExp(`${CHINESE}|\\b(?:${ENGLISH})\\b`, 'g');

/** Where light words stand in a folded question. */
export function lightWords(folded: string): readonly Range[] {
  return [...folded.matchAll(LIGHT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The folded question with its light words blanked out. */
export function withoutLightWords(folded: string): string {
  return folded.replace(LIGHT, ' ');
}
