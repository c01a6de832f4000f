import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHouse, say } from './guest.ts';

/** A copy of the knowledge folder that the test may spoil. */
async function copiedKnowledge() {
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('knowledge', folder, { recursive: true });
  const file = join(folder, 'song-haitao.md');
  const text = await readFile(file, 'utf8');
  return { folder, text, write: (changed: string) => writeFile(file, changed) };
}

const QUESTION = '他讲了独角鲸吗?';
const NARWHAL = '独角鲸是一种鲸。';

test('a changed file changes the next answer; a mistake is shown while the last good set answers', async () => {
  const { folder, text, write } = await copiedKnowledge();
  const { enter } = await openHouse(folder);
  const guest = await enter('zh-CN');
  const knowledge = (isBroken: boolean) =>
    guest.hears((news) =>
      news.kind === 'knowledge' && news.knowledge.problems.length > 0 === isBroken
        ? news.knowledge
        : undefined,
    );
  const ask = async () => {
    const asked = guest.news.length;
    await guest.act(say(guest.place('Verbatim'), QUESTION));
    const answer = await guest.reads((message) =>
      guest.news.slice(asked).some((news) => 'message' in news && news.message === message),
    );
    return JSON.stringify(answer.embeds);
  };

  expect(await ask()).not.toContain(NARWHAL);
  await write(text.replace('## Biography', `## Q: ${QUESTION}\n\n${NARWHAL}\n\n## Biography`));
  // The translation no longer has the same sections: the editor sees that at once.
  const broken = await knowledge(true);
  expect(broken.problems[0]).toMatchObject({ file: 'song-haitao.en.md' });
  await rm(join(folder, 'song-haitao.en.md'));
  await knowledge(false);
  expect(await ask()).toContain(NARWHAL);

  await write(text.replace('## Biography', '## Biographie'));
  const mistaken = await guest.hears((news) =>
    news.kind === 'knowledge' && JSON.stringify(news).includes('Biographie') ? news.knowledge : undefined,
  );
  expect(mistaken.problems[0]).toMatchObject({ file: 'song-haitao.md', line: expect.any(Number) });
  expect(JSON.stringify(mistaken)).not.toContain(folder);
  expect(await ask()).toContain(NARWHAL);
});
