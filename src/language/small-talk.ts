// Tells what is no question at all: nothing but marks, a number, a greeting, thanks.

const SMALL_TALK = new RegExp(
  `^(?:${[
    '你好|您好|你们好|大家好|嗨|哈喽|哈啰|早上好|早安|早|下午好|晚上好|晚安|在吗|在不在|有人吗|拜拜|再见|谢谢|谢了|多谢|感谢|辛苦了?|',
    '好的?|嗯|哦|噢|哈|呵|收到|明白|知道了|懂了|对|不|是|行|可以|没事|唔该|多謝|谢啦|棒|厉害|赞|',
    'hi|hello|hey|yo|hiya|howdy|sup|good (?:morning|afternoon|evening|night)|how are you|whats up|bye|goodbye|see you|',
    'thanks?|thank you|thx|ty|cheers|ok|okay|yes|no|yep|nope|cool|nice|great|lol|haha|hmm|test|testing|ping|please|sorry',
  ].join('')}|呀|啊|了|哈|吧|呢|吗|你|您|一下|there|you|so|very|much|a|lot|bot|all|everyone|机器人|\\s)+$`,
  'iu',
);

export type Address = 'empty' | 'small-talk' | 'question';

/** What kind of message this is; `folded` is in lower-case simplified characters. */
export function kindOfAddress(folded: string): Address {
  const words = folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (!/\p{L}/u.test(words)) return 'empty';
  return SMALL_TALK.test(words) ? 'small-talk' : 'question';
}
