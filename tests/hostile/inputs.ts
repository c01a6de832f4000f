// Two thousand inputs that nobody sends in good faith, the same from the same seed.
import fc from 'fast-check';
import { anyCharacter } from '../any-character.ts';

const SEED = 20_261_128;

/** So many of each kind: 2,000 in all. */
export const COUNTS = {
  questions: 700,
  said: 300,
  names: 100,
  customIds: 200,
  events: 200,
  files: 400,
  sources: 100,
};

const INVISIBLE = [
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u{e0041}',
  '\u115f',
  '\u3164',
];
const BROKEN = ['\ud83d', '\udc00', '\u0000', '\u0007', '\u001b[2J', '\r', '\u2028', '\ufffe', '\u0085'];
const MARKUP = [
  '```',
  '`',
  '``',
  '**',
  '__',
  '||',
  '~~',
  '> ',
  '>>> ',
  '# ',
  '-# ',
  '- ',
  '1. ',
  '\\',
  '\n',
  '[',
];
const LINKS = [
  '[a](https://evil.example)',
  'https://evil.example/_x_?a=b',
  'discord.gg/abc',
  '<https://',
  'a@b.example',
];
const TOKENS = [
  '<@1>',
  '<@&1>',
  '<#2>',
  '<:a:3>',
  '</ask:4>',
  '<t:5:R>',
  '@everyone',
  '@here',
  '<@',
  '123456789012345678',
];
const WORDS = [
  '治理',
  '人工智能',
  '为什么',
  '什么',
  '？',
  '谁',
  '三轨并行',
  'open models',
  'why',
  'what is',
  'AI',
  '請問',
  '9',
  '第三',
];
const EMOJI = ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🙂', '❤️'];
const ARABIC = ['مرحبا', 'שלום', 'नमस्ते', 'ไทย'];

const piece = fc.constantFrom(
  ...[INVISIBLE, BROKEN, MARKUP, LINKS, TOKENS, WORDS, WORDS, EMOJI, ARABIC].flat(),
);
/** Pieces of all sorts beside one another, some of them many times. */
const patchwork = fc
  .array(fc.tuple(piece, fc.constantFrom(1, 1, 1, 2, 60)), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.map(([text, times]) => text.repeat(times)).join(''));

const LONGEST = 6_000;
const long = fc
  .tuple(fc.oneof(piece, fc.string({ unit: anyCharacter, minLength: 1, maxLength: 20 })), fc.nat(LONGEST))
  .map(([text, length]) => text.repeat(LONGEST).slice(0, length));
const rareHan = fc
  .array(fc.oneof(fc.integer({ min: 0x3400, max: 0x9fff }), fc.integer({ min: 0x20000, max: 0x2ebe0 })), {
    minLength: 50,
    maxLength: LONGEST,
    size: 'max',
  })
  .map((codes) => String.fromCodePoint(...codes).slice(0, LONGEST));
const combining = fc
  .array(fc.tuple(fc.constantFrom('a', '治', ' '), fc.integer({ min: 0x300, max: 0x36f }), fc.nat(200)), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) =>
    parts.map(([base, mark, times]) => base + String.fromCharCode(mark).repeat(times)).join(''),
  );
const numbers = fc.oneof(
  fc.nat(300).map((digits) => '9'.repeat(digits)),
  fc.bigInt().map((number) => `第${number}问是什么?`),
  fc.double().map((number) => `What of ${number}?`),
);
const nested = fc
  .tuple(fc.constantFrom('> ', '**', '||', '[', '(', '“', '<', '- ', '```\n'), fc.nat(1_500), piece)
  .map(([open, depth, inner]) => open.repeat(depth) + inner);

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: patchwork },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 400 }) },
  { weight: 2, arbitrary: long },
  ...[rareHan, combining, numbers, nested].map((arbitrary) => ({ weight: 1, arbitrary })),
);

/** A valid text with stretches of it lost, doubled, or replaced by something strange. */
export function spoilt(text: string): fc.Arbitrary<string> {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(40), fc.oneof(fc.constant(''), piece, patchwork));
  return fc
    .array(cut, { minLength: 1, maxLength: 6 })
    .map((cuts) =>
      cuts.reduce((own, [at, length, instead]) => own.slice(0, at) + instead + own.slice(at + length), text),
    );
}

/** Any value of JSON, and nothing at all. */
export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, -1, 1e308, true, [], {}, [null], { id: null }),
  fc.jsonValue({ maxDepth: 3 }),
  hostileText,
);

export function sampled<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count });
}
