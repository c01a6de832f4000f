// The short guide: what the bot promises, how to ask, its commands, one example. Made of the commands' own wording.
import { exchangesOf, type Interview } from '../../knowledge/interview.ts';
import { wordingFor } from '../../wording/catalogue.ts';
import { namesOf, sectionLabel } from '../../wording/interview-labels.ts';
import type { Locale } from '../../wording/locale.ts';
import type { Block, Card } from '../card.ts';
import { MEMBER_COMMANDS } from '../command-names.ts';

export function guideCard(interviews: readonly Interview[], locale: Locale): Card {
  const { toBot, discord } = wordingFor(locale);
  const { guide, commands } = discord;
  return {
    title: guide.title,
    blocks: [
      { kind: 'text', text: toBot.promise(namesOf({ interviews, locale })) },
      { kind: 'text', text: guide.howToAsk },
      { kind: 'label', text: guide.commands },
      { kind: 'list', items: MEMBER_COMMANDS.map((name) => `/${name}: ${commands[name]}`) },
      ...example(interviews, locale),
    ],
  };
}

function example(interviews: readonly Interview[], locale: Locale): readonly Block[] {
  const first = interviews[0];
  const exchange = first && exchangesOf(first)[0];
  if (!exchange) return [];
  return [
    { kind: 'label', text: wordingFor(locale).discord.guide.example },
    { kind: 'text', text: sectionLabel(first, exchange, locale) },
  ];
}
