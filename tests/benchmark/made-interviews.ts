// A folder of interviews of any size with distinct names: XQuAD's passages over and over, each with made-up words of its own.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PassageText } from './public-set.ts';
import { replicate } from './replicate.ts';

export interface FolderSize {
  readonly interviews: number;
  /** Of each interview. */
  readonly exchanges: number;
}

/** Common surnames, and characters of given names: every interview has a name of its own. */
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华文建国志红玉兰';

/** Writes the folder below the system's place for temporary files, and removes it when `run` has ended. */
export async function withFolder<T>(
  size: FolderSize,
  passages: readonly PassageText[],
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-made-'));
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of madeInterviews(size, passages)) await writeFile(join(folder, name), text);
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function madeInterviews({ interviews, exchanges }: FolderSize, passages: readonly PassageText[]) {
  const made = replicate(passages, interviews * exchanges);
  return Array.from({ length: interviews }, (_, number) => ({
    name: `made-${number + 1}.md`,
    text: interviewText(number, made.slice(number * exchanges, (number + 1) * exchanges)),
  }));
}

function interviewText(number: number, passages: readonly PassageText[]): string {
  const matter = [
    `title: "第${number + 1}次谈话"`,
    `interviewee:\n  name: ${nameOf(number)}`,
    `publication: 第${number + 1}周刊`,
    'date: 2019\nlanguage: zh-CN',
  ];
  const exchanges = passages.map(({ title, text }) => `## Q: ${title}\n\n${text.replaceAll('\n', ' ')}\n`);
  return `---\n${matter.join('\n')}\n---\n\n${exchanges.join('\n')}`;
}

function nameOf(number: number): string {
  const [surnames, given] = [Array.from(SURNAMES), Array.from(GIVEN)];
  const at = (list: readonly string[], place: number) => list[place % list.length] ?? '';
  const first = Math.floor(number / surnames.length);
  return at(surnames, number) + at(given, first) + at(given, Math.floor(first / given.length));
}
