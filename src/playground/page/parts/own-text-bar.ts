// Above the conversation while one asks one's own text: which it is, that nobody else is there, the file, and the way back.
import { button, el } from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';
import { openOwnText } from './own-text-dialog.ts';
import { download } from './own-text-report.ts';

export function createOwnTextBar(app: App): PagePart {
  const node = el('section', { class: 'own-text-bar', 'aria-labelledby': 'own-text-asked' });
  let shown = '';
  const draw = () => {
    const { ownText: file, locale } = app.store.state;
    const stamp = JSON.stringify([file, locale]);
    if (stamp === shown) return;
    shown = stamp;
    node.hidden = file === null;
    if (!file) return node.replaceChildren();
    const { ownText } = wordsOf(app);
    node.replaceChildren(
      el('b', { id: 'own-text-asked' }, ownText.asking(file.name)),
      el('span', { class: 'own-text-alone' }, ownText.alone),
      button(ownText.download, { class: 'link-button' }, () => download(file)),
      button(ownText.another, { class: 'link-button' }, () => openOwnText(app)),
      button(ownText.leave, { class: 'link-button' }, () => void app.leave()),
    );
  };
  return { node, draw };
}
