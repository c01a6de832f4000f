// Avatars drawn by us: a colour by the person, the first letter of the name, and quotation marks for the bot.
import type { PersonView } from '../protocol.ts';
import { svg } from './icons.ts';

/** Colours that white letters stand out from. */
const COLOURS = ['#4752c4', '#1f7a54', '#a83246', '#8a5300', '#0b6a84', '#7d3aa8', '#5d5f68'] as const;
const QUOTES =
  'M10 25v-6q0-6 6-7v3.500q-2.500 1-2.500 3.500h2.500v6zm13 0v-6q0-6 6-7v3.500q-2.500 1-2.500 3.500h2.500v6z';

export function avatar({ id, name, isBot }: PersonView): SVGElement {
  const drawing = svg('svg', { viewBox: '0 0 40 40', 'aria-hidden': 'true', class: 'avatar' });
  const fill = isBot ? COLOURS[0] : colourOf(id);
  drawing.append(svg('circle', { cx: '20', cy: '20', r: '20', fill }));
  drawing.append(isBot ? svg('path', { d: QUOTES, fill: '#fff' }) : letter(name));
  return drawing;
}

function letter(name: string): SVGElement {
  const text = svg('text', { x: '20', y: '27', 'text-anchor': 'middle', fill: '#fff', 'font-size': '19' });
  text.textContent = [...name][0]?.toUpperCase() ?? '?';
  return text;
}

/** The lowest bits of an id count up; those above them are its time. */
function colourOf(id: string): string {
  const digits = [...id].reduce((sum, digit) => sum + Number(digit), 0);
  return COLOURS[1 + (digits % (COLOURS.length - 1))] ?? COLOURS[0];
}
