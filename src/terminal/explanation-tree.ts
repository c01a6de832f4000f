// The reasoning behind a reply as a tree of plain lines.
import type { Reasoning, Reply, SectionRef } from '../answer/reply.ts';

interface Branch {
  readonly text: string;
  readonly branches?: readonly Branch[];
}

export function explanationTree({ reasoning, probability, mends = [] }: Reply): string {
  const { basis, best, nearest = {}, runnerUp, decision, threshold } = reasoning;
  const branches: readonly Branch[] = [
    { text: `basis ${basis}` },
    ...mends.map(({ typed, read }) => ({ text: `“${typed}” read as “${read}”` })),
    {
      text: `probability ${figure(probability)} (answers from ${figure(threshold)})`,
      branches: decision.map((part) => ({
        text: `${part.name} ${figure(part.value)}, adds ${figure(part.adds)}`,
      })),
    },
    ...(nearest.answered ? [{ text: `like “${nearest.answered}”, which it answers` }] : []),
    ...(nearest.notCovered ? [{ text: `like “${nearest.notCovered}”, which is not covered` }] : []),
    ...(best ? [bestBranch(best)] : []),
    ...(runnerUp
      ? [{ text: `runner-up ${name(runnerUp.source)}, probability ${figure(runnerUp.probability)}` }]
      : []),
  ];
  return ['why', ...lines(branches, '')].join('\n');
}

function bestBranch({ source, score, explanation }: NonNullable<Reasoning['best']>): Branch {
  const parts = explanation.parts.map(({ name, value }) => ({ text: `${name} ${figure(value)}` }));
  const terms = explanation.terms.map(({ text, weight, places }) => ({
    text: `${text} ${figure(weight)} (${places.join(', ')})`,
  }));
  return {
    text: `best ${name(source)} ${figure(score)}`,
    branches: [
      { text: 'score', branches: parts },
      { text: 'matched', branches: terms },
    ],
  };
}

function lines(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ text, branches: inner = [] }, index) => {
    const isLast = index === branches.length - 1;
    const own = `${indent}${isLast ? '└─ ' : '├─ '}${text}`;
    return [own, ...lines(inner, `${indent}${isLast ? '   ' : '│  '}`)];
  });
}

function name(source: SectionRef): string {
  const place = source.section === 'exchange' ? `question ${source.exchange}` : source.section;
  return `${source.interview}, ${place}`;
}

function figure(value: number): string {
  return value.toFixed(2);
}
