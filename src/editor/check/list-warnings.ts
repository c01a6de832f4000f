// A list of members' questions: what stands in two parts, or looks as if it were pasted from a list with bullets.
import { partsOf } from '../../knowledge/member-questions.ts';
import { fold } from '../../language/fold.ts';
import type { Warning } from './warning.ts';

/** A bullet, or a number or letter with its mark; not -5, 4.0 or A.I. */
const LIST_ITEM =
  /^(?:[-*+•·–—▪◦‣](?!\d)|[([（]?\d{1,3}[.)\]）、．:：](?!\d)|[([（]?[a-z][.)\]）]\s|[①-⑳]|(?:q\d{0,3}|[问問])\s*[:：.、])/i;

export function listWarnings({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): readonly Warning[] {
  const places = new Map<string, { readonly part: string; readonly line: number }>();
  return partsOf(text).flatMap(({ heading, lines }) => {
    const part = heading?.text ?? '';
    return lines
      .filter((own) => !/^[>＞]/.test(own.text))
      .flatMap(({ text: question, line }): readonly Warning[] => {
        const key = plain(question);
        const first = places.get(key);
        places.set(key, first ?? { part, line });
        const twice = first && twiceWarning(first, part);
        const item = LIST_ITEM.test(question) ? ITEM : undefined;
        return [twice, item].flatMap((own) => (own ? [{ file: name, line, ...own }] : []));
      });
  });
}

const ITEM = {
  kind: 'list-item',
  what: 'The question begins like a list item.',
  mend: 'Delete the mark, unless members write it.',
} as const;

function twiceWarning(first: { readonly part: string; readonly line: number }, part: string) {
  const where = first.part === part ? 'in this part' : `below ${first.part}`;
  const what = `The question stands ${where} already, in line ${first.line}.`;
  return { kind: 'two-parts', what, mend: 'Keep it where it is answered best.' } as const;
}

/** Folded, without a mark at the end, and whatever the width of its spaces. */
function plain(question: string): string {
  return fold(question)
    .replace(/[?!.。\s]+$/, '')
    .replace(/\s+/g, ' ');
}
