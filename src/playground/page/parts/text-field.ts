// A field for a message: as high as its text, with mentions as a person types them (`@Verbatim`), not as Discord sends them
// (`<@1234>`).
import type { PersonView } from '../../protocol/protocol.ts';

/** Characters that Discord takes in a message. */
export const LONGEST_MESSAGE = 2_000;

/** The longest name wins, where one begins with another. */
export function toWire(text: string, people: Iterable<PersonView>): string {
  const byLength = [...people].toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  let wire = '';
  while (rest !== '') {
    const named = rest.startsWith('@') && byLength.find(({ name }) => rest.startsWith(name, 1));
    wire += named ? `<@${named.id}>` : rest[0];
    rest = rest.slice(named ? named.name.length + 1 : 1);
  }
  return wire;
}

export function fromWire(text: string, people: ReadonlyMap<string, PersonView>): string {
  return text.replace(/<@!?(\d+)>/gu, (mention, id: string) => {
    const person = people.get(id);
    return person ? `@${person.name}` : mention;
  });
}

/** What is being typed after an @ at the end of a text; undefined where nothing is. */
export function mentionBeingTyped(before: string): string | undefined {
  return /(?:^|\s)@([^\s@]{0,32})$/u.exec(before)?.[1];
}

/** As high as its text, up to a limit of the style sheet. */
export function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
