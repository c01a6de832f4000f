// What a question word asks for, and how a sentence shows that it gives it: a reason, a manner, a purpose, a place, a number.
import { anyCase, fold } from '../language/fold.ts';
import table from '../language/follow-ups.json' with { type: 'json' };
import { DATE, kindAsked, MONTH, PLAIN_KINDS, showsKind } from '../language/kinds.ts';

/** What a bare question word asks for, and the words by which a sentence gives it. */
const TELLS: readonly { readonly asks: RegExp; readonly gives: RegExp }[] = [
  ...table.tells.map(({ asks, gives }) => ({ asks: anyCase(asks), gives: anyCase(gives) })),
  {
    asks: anyCase(table.asksPlace),
    gives: new RegExp(table.printedPlace.replace('MONTHS', MONTH), 'u'),
  },
  { asks: anyCase(table.asksDate), gives: DATE },
];

interface Asking {
  /** Whether a sentence, as printed, gives what is asked for. */
  readonly gives: (printed: string) => boolean;
  /** Whether a sentence that does is the answer though it says nothing else of the question: a number may be any. */
  readonly isSure: boolean;
}

/** What a folded question asks for; undefined where there is none. */
export function giving(folded: string): Asking | undefined {
  const pattern = TELLS.find(({ asks }) => asks.test(folded))?.gives;
  if (pattern)
    return { gives: (printed) => pattern.test(printed) || pattern.test(fold(printed)), isSure: true };
  const kind = kindAsked(folded);
  if (!PLAIN_KINDS.includes(kind)) return undefined;
  return { gives: (printed) => showsKind(fold(printed), kind), isSure: false };
}
