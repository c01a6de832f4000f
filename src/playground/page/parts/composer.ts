// Where one writes: messages, mentions, replies, and the way into the slash commands.
import type { CommandView } from '../../protocol.ts';
import type { App, Part } from '../app.ts';
import { el } from '../dom.ts';
import { commandForm } from './command-form.ts';
import { createReplyBar } from './reply-bar.ts';
import { createWriting } from './writing.ts';

export function createComposer(app: App): Part {
  const { store } = app;
  const writing = createWriting(app, (command) => enterCommand(command));
  const replyBar = createReplyBar(app);
  const node = el('div', { class: 'composer' }, writing.suggestions, replyBar.node, writing.node);
  let shownPlace = '';

  const leaveCommand = () => {
    node.querySelector('.command-form')?.remove();
    writing.node.hidden = false;
    writing.focus();
  };
  const enterCommand = (command: CommandView) => {
    writing.clear();
    writing.node.hidden = true;
    const form = commandForm(app, command, leaveCommand);
    node.append(form.node);
    form.start();
  };
  const draw = () => {
    const { place } = store.state;
    writing.draw();
    if (replyBar.draw()) writing.focus();
    if (shownPlace !== place && writing.node.hidden) leaveCommand();
    shownPlace = place;
  };
  return { node, draw };
}
