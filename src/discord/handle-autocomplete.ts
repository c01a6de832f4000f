// Autocomplete: the questions that match what is typed, best first; all of them while nothing is typed.
import type { AutocompleteInteraction } from 'discord.js';
import { findSection, interviewOf } from '../answer/quotation.ts';
import type { SectionRef } from '../answer/reply.ts';
import { nearestSections } from '../answer/suggestions.ts';
import { exchangesOf, type Interview } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import { languageOf } from '../language/language.ts';
import { sectionLabel, titleLabel } from '../wording/interview-labels.ts';
import { type Locale, localeFor, readerOf } from '../wording/locale.ts';
import type { Desk } from './desk.ts';
import { findInterview, goesBy } from './find-interview.ts';
import { MOST_OPTIONS } from './lengths.ts';
import { readQuestion } from './member-text.ts';
import { choiceLabel, labelsOf } from './question-labels.ts';
import { rankLabels } from './rank-labels.ts';

export async function handleAutocomplete(desk: Desk, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const locale = localeFor(interaction.locale);
  const typed = readQuestion(value);
  const { interviews } = desk.library;
  if (name === 'interview') {
    await interaction.respond(interviewChoices(interviews, typed, locale));
    return;
  }
  const scope = scopeFor(interviews, interaction.options.getString('interview'));
  const labels = typed === '' ? allQuestions(scope, locale) : matching(desk, { scope, typed, locale });
  const choices = [...new Set(labels)].slice(0, MOST_OPTIONS);
  // Name and value are the same: a member's client shows the value once the command is sent.
  await interaction.respond(choices.map((label) => ({ name: label, value: label })));
}

function scopeFor(interviews: readonly Interview[], named: string | null): readonly Interview[] {
  if (named === null) return interviews;
  const interview = findInterview(interviews, named);
  return interview ? [interview] : [];
}

function allQuestions(interviews: readonly Interview[], locale: Locale): readonly string[] {
  return interviews.flatMap((interview) =>
    exchangesOf(interview).map((exchange) => choiceLabel(sectionLabel(interview, exchange, locale))),
  );
}

interface Typing {
  readonly scope: readonly Interview[];
  readonly typed: string;
  readonly locale: Locale;
}

/** Questions whose wording matches, then those whose answer does. */
function matching({ library }: Desk, { scope, typed, locale }: Typing): readonly string[] {
  const prefers = (label: string) => languageOf(label) === readerOf(locale);
  const byWording = rankLabels(scope.flatMap(labelsOf), { text: typed, prefers });
  const named = new Set(byWording.map(({ source }) => JSON.stringify(source)));
  const byAnswer = nearestSections(library, { question: typed, interview: onlyIn(scope) })
    .filter((source) => !named.has(JSON.stringify(source)))
    .flatMap((source) => exchangeLabel(scope, source, locale));
  return [...byWording.map(({ label }) => label), ...byAnswer];
}

function onlyIn(scope: readonly Interview[]): string | undefined {
  return scope.length === 1 ? scope[0]?.id : undefined;
}

/** None for other sections: they are no question that could be asked. */
function exchangeLabel(scope: readonly Interview[], source: SectionRef, locale: Locale): readonly string[] {
  const interview = interviewOf(scope, source);
  const section = interview && findSection(interview, source);
  return interview && section?.kind === 'exchange'
    ? [choiceLabel(sectionLabel(interview, section, locale))]
    : [];
}

function interviewChoices(interviews: readonly Interview[], typed: string, locale: Locale) {
  const isMeant = (interview: Interview) =>
    [interview.id, ...goesBy(interview)].some((name) => name.includes(fold(typed)));
  return interviews
    .filter(isMeant)
    .slice(0, MOST_OPTIONS)
    .map((interview) => ({ name: choiceLabel(titleLabel(interview, locale)), value: interview.id }));
}
