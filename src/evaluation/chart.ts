// The curve as an SVG picture: right answers, wrong answers and false answers against the threshold.
import type { CurvePoint } from './curve.ts';

/** Pixels. */
const WIDTH = 640;
const HEIGHT = 320;
const MARGIN = { left: 48, right: 150, top: 16, bottom: 40 };

const LINES: readonly (readonly [Exclude<keyof CurvePoint, 'threshold'>, string, string])[] = [
  ['right', 'right section', '#1a7f37'],
  ['wrong', 'wrong section', '#cf222e'],
  ['falseAnswers', 'answered, not covered', '#9a6700'],
];

/** `chosen` is the threshold in force, drawn as an upright line. */
export function chartSvg(curve: readonly CurvePoint[], chosen: number): string {
  const lines = LINES.map(([key, label, colour], row) => {
    const points = curve.map((point) => `${x(point.threshold)},${y(point[key])}`).join(' ');
    const line = `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    const top = MARGIN.top + 16 + row * 20;
    const left = WIDTH - MARGIN.right + 12;
    return `${line}<text x="${left}" y="${top}" fill="${colour}">${label}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>Right and wrong answers as the threshold of evidence moves</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...axes(),
    `<line x1="${x(chosen)}" x2="${x(chosen)}" y1="${y(0)}" y2="${y(1)}" stroke="#57606a" stroke-dasharray="4 3"/>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

function axes(): readonly string[] {
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return [
    ...ticks.map((tick) => `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text>`),
    ...ticks.map(
      (tick) => `<text x="${x(0) - 6}" y="${y(tick) + 4}" text-anchor="end">${tick * 100}%</text>`,
    ),
    ...ticks.map(
      (tick) => `<line x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" stroke="#d0d7de"/>`,
    ),
    `<text x="${x(0.5)}" y="${HEIGHT - 6}" text-anchor="middle">threshold of evidence</text>`,
  ];
}

function x(threshold: number): number {
  return Math.round(MARGIN.left + threshold * (WIDTH - MARGIN.left - MARGIN.right));
}

function y(share: number): number {
  return Math.round(HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom));
}
