// Stemming: the forms of an English word become one term (sacks, sacked -> sack; wrote -> write; people's -> person).

import { stemmer } from 'stemmer';

/** Forms that no suffix rule finds: each group's first word stands for the rest. */
const IRREGULAR_GROUPS = [
  'write wrote written',
  'begin began begun',
  'win won',
  'make made',
  'come came',
  'go went gone',
  'take took taken',
  'give gave given',
  'find found',
  'lead led',
  'hold held',
  'build built',
  'know knew known',
  'grow grew grown',
  'leave left',
  'lose lost',
  'become became',
  'see saw seen',
  'say said',
  'tell told',
  'think thought',
  'bring brought',
  'buy bought',
  'teach taught',
  'catch caught',
  'fight fought',
  'sell sold',
  'send sent',
  'spend spent',
  'keep kept',
  'meet met',
  'pay paid',
  'run ran',
  'rise rose risen',
  'choose chose chosen',
  'speak spoke spoken',
  'break broke broken',
  'draw drew drawn',
  'wear wore worn',
  'throw threw thrown',
  'fly flew flown',
  'drive drove driven',
  'eat ate eaten',
  'fall fell fallen',
  'feel felt',
  'stand stood',
  'understand understood',
  'child children',
  'man men',
  'woman women',
  'person people',
  'foot feet',
  'tooth teeth',
  'mouse mice',
  'die dying',
];

const baseOf = new Map(
  IRREGULAR_GROUPS.flatMap((group) => {
    const [base = '', ...forms] = group.split(' ');
    return forms.map((form): [string, string] => [form, base]);
  }),
);

const POSSESSIVE_OR_CONTRACTION = /['’](?:s|m|re|ve|ll|d)$/;

/** Stems are remembered for at most this many words, so that a stream of strange questions cannot fill the memory. */
const REMEMBERED_STEMS = 100_000;
const remembered = new Map<string, string>();

/** The term of one lower-case word; words of other scripts stay as they are. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const bare = word.replace(POSSESSIVE_OR_CONTRACTION, '').replace(/['’]/g, '');
  const result = stemmer(baseOf.get(bare) ?? bare);
  if (remembered.size < REMEMBERED_STEMS) remembered.set(word, result);
  return result;
}
