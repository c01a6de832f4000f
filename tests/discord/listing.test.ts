// Gaps are closed from Discord: an editor chooses what answers a question, it is judged, written, live, and can be taken back.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openShelf, type Shelf } from '../../src/answer/shelf.ts';
import type { EditorsPort } from '../../src/discord/desk/desk.ts';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import { sectionOf } from '../../src/editor/judged-lines.ts';
import { openLists } from '../../src/editor/live/lists.ts';
import { editorFiles, openEditors } from '../../src/editor-files.ts';
import { type EvaluatedReply, evaluate } from '../../src/evaluation/evaluate.ts';
import { type JudgedQuestion, readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { quote } from '../../src/knowledge/interview.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import type { Person } from '../../src/simulator/people/person.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { surveyOf } from '../../src/unanswered/survey.ts';
import { LOCALES, type Locale, wordingFor } from '../../src/wording/locale.ts';
import { dictionary } from '../loaded.ts';
import { logLine } from '../unanswered/project.ts';
import { controlOf, embedOf, joinDiscord, offeredAs, openClub, optionsOf, startBot } from './stage.ts';

const ID = 'tide-clocks';
const JUDGED = readJudgedQuestions(readFileSync(`tests/evaluation/${ID}.jsonl`, 'utf8'), ID);
/** Judged questions that the interview as it ships leaves open: each of another part, language or kind. */
const GAPS = [
  'How many people visited the fair?',
  'Will anyone still know this craft in a generation?',
  'What disaster set her back?',
  'What became of the animal that moved in?',
  'Who was the captain of the ferry Marigold?',
  'Whereabouts did the reporter find her?',
  'How much does the Pell Bequest give her each year?',
  'How many clocks in ten have been spoiled by oil?',
  '她的工坊是哪年开张的？',
  'Which company makes the best tide app?',
];

const QUESTION = "What was Josse Marrack's job?";
/** Put into the last exchange, it would have one answered that shares no word with it and is nearly answered already. */
const TIPPING = 'Does she prefer fixing something broken to putting in a fresh one?';

/** The same interview where nobody has judged questions, and hardly one is listed: nothing there is asked again. */
const UNJUDGED = {
  id: 'clocks',
  list: '[question 1]\nwhat is this gadget, in plain words\n\n[not covered]\nhow old is the moon\n',
};

/** The interview in a folder of its own, as an installation has it. */
async function openFolder({ isJudged = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'listing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const id = isJudged ? ID : UNJUDGED.id;
  for (const rest of ['md', 'questions.txt', 'lexicon.txt'])
    cpSync(`tests/interviews/${ID}.${rest}`, join(folder, `${id}.${rest}`));
  const file = join(folder, `${id}.questions.txt`);
  if (!isJudged) writeFileSync(file, UNJUDGED.list);
  return { id, folder, file };
}

async function shelfOf(folder: string): Promise<Shelf> {
  const load = async () => ({ ...(await loadKnowledge(folder)), dictionary });
  const opened = await openShelf({ load, now: () => 0 });
  if (!opened.ok) throw new Error('there is no interview');
  return opened.shelf;
}

interface SceneOptions {
  readonly locale?: Locale;
  readonly level?: string;
  /** Another way of writing than to the disk. */
  readonly over?: Partial<EditorsPort>;
  /** Whether there are judged questions, of which the fragile ones are known. */
  readonly isJudged?: boolean;
}

async function openScene({
  locale = 'en-US',
  level = 'info',
  over = {},
  isJudged = false,
}: SceneOptions = {}) {
  const { id, folder, file } = await openFolder({ isJudged });
  const shelf = await shelfOf(folder);
  const lines = GAPS.map((question) => logLine(question));
  const kept = {
    survey: async (library: Shelf['library']) =>
      surveyOf(library, { lines, feedback: [], now: Date.UTC(2026, 0, 3) }),
  };
  const roles: string[] = [];
  const editors = { ...openEditors({ roles, folder, shelf }), ...over };
  if (isJudged) await editors.study();
  const options = { shelf, kept, editors, level };
  const stage = await startBot(undefined, options);
  const { discord } = stage;
  const club = openClub(discord, locale);
  const role = club.guild.role('Editors');
  roles.push(role.id);
  const ada = club.guild.member('Ada', { locale, roles: [role] });
  const { listing } = wordingFor(locale).discord;
  const scene = { ...stage, ...club, options, ada, role, shelf, id, folder, file, listing };
  return { ...scene, ...actionsIn(scene) };
}

function actionsIn({
  id,
  discord,
  channel,
  ada,
  listing,
}: Pick<Awaited<ReturnType<typeof startBot>>, 'discord'> &
  Pick<ReturnType<typeof openClub>, 'channel'> & {
    readonly id: string;
    readonly ada: Person;
    readonly listing: ReturnType<typeof wordingFor>['discord']['listing'];
  }) {
  const selects = async (message: Message, placeholder: string, value: string, person = ada) =>
    discord.bot.answered(await person.selects(message, controlOf(message, placeholder), [value]));
  const presses = async (message: Message, label: string, person = ada) =>
    discord.bot.answered(await person.presses(message, label));
  const gaps = async (person = ada) => discord.bot.answered(await person.runs('/gaps', {}, { in: channel }));
  const pickGap = async (question: string) => {
    const shown = await gaps();
    const option = optionsOf(shown, listing.pickGap).find(({ label }) => label === question);
    return selects(shown, listing.pickGap, option?.value ?? '');
  };
  const menu = async (said: Message, person = ada) =>
    discord.bot.answered(await person.usesOn(listing.menu, said));
  /** From the parts to what came of it; a part as a select names it, `e5`, `b`, `i`, and null for none. */
  const choose = async (parts: Message, part: string | null, sentence?: number) => {
    if (part === null) return presses(parts, listing.notCovered);
    const value = offeredAs(parts, listing.pickPart, `${part}/${id}`);
    const sentences = await selects(parts, listing.pickPart, value);
    if (sentence === undefined) return presses(sentences, listing.wholePart);
    const named = optionsOf(sentences, listing.pickSentence)[sentence]?.value ?? '';
    return selects(sentences, listing.pickSentence, named);
  };
  return { selects, presses, gaps, pickGap, menu, choose };
}

function textOf(message: Message): string {
  return unescapeMarkdown(embedOf(message).description);
}

/** Without what marks quotations and emphasis. */
function plain(description: string): string {
  return unescapeMarkdown(description.replaceAll('**', '')).replace(/^>+ /gm, '');
}

/** The part of the interview that answers a judged question, and its decisive sentence. */
function placeOf({ library }: Shelf, { source, must }: JudgedQuestion) {
  const [interview] = library.interviews;
  const section = interview && sectionOf(interview, source);
  const at = section?.sentences.findIndex((range) => quote(section, range).includes(must[0] ?? ''));
  const part = typeof source === 'number' ? `e${source}` : (source?.charAt(0) ?? null);
  return { part, sentence: at === -1 ? undefined : at };
}

function judgedAs(question: string): JudgedQuestion {
  const found = JUDGED.find((judged) => judged.question === question);
  if (!found) throw new Error(`${question} is not judged`);
  return found;
}

function verdicts({ library }: Shelf): readonly EvaluatedReply[] {
  return evaluate({ interview: ID, questions: JUDGED, libraryFor: () => library });
}

const WORTH = {
  right: 4,
  'right-section': 3,
  suggested: 2,
  missed: 1,
  quiet: 1,
  wrong: 0,
  'false-answer': 0,
};

describe('ten gaps', () => {
  it(
    'are closed by selects and buttons alone: each is live, no judged answer is worse, and each byte is restored; what would tip over a quite different one by a hair is refused',
    async () => {
      const { discord, shelf, file, pickGap, choose, presses, menu, listing, mia, channel } = await openScene(
        {
          isJudged: true,
        },
      );
      const tipping = await choose(await menu(await mia.says(channel, TIPPING)), 'e10');
      expect(textOf(tipping)).toContain(listing.worse('What did Hester Quill die of?'));
      const { version } = shelf;
      const before = verdicts(shelf);
      const steps: { readonly bytes: Buffer; readonly result: Message }[] = [];
      for (const question of GAPS) {
        const judged = judgedAs(question);
        const bytes = readFileSync(file);
        const { part, sentence } = placeOf(shelf, judged);
        const result = await choose(await pickGap(question), part, sentence);
        expect(textOf(result)).toMatch(/^Listed/);
        steps.push({ bytes, result });
        const asked = await mia.says(channel, `${discord.bot.mention} ${question}`);
        const reply = await discord.bot.replied({ to: asked });
        expect([question, embedOf(reply).citation === '']).toEqual([question, part === null]);
        if (part !== null) expect(JSON.stringify(reply.components)).toContain(`:${part}/${ID}`);
      }
      const worse = verdicts(shelf).filter(
        ({ verdict }, at) => WORTH[verdict] < WORTH[before[at]?.verdict ?? 'wrong'],
      );
      expect(worse.map(({ judged }) => judged.question)).toEqual([]);
      for (const { bytes, result } of steps.toReversed()) {
        expect(textOf(await presses(result, listing.undo))).toBe(listing.takenBack.restored);
        expect(readFileSync(file).equals(bytes)).toBe(true);
      }
      // The bot answers from the same bytes again.
      expect(shelf.version).toBe(version);
      discord.assertNoViolations();
    },
    5 * 60_000,
  );
});

describe.each(LOCALES)('"This answers it" on a member’s message (%s)', (locale) => {
  it('offers the parts of the interview, then their sentences, and says what is quoted from now on', async () => {
    const { discord, mia, channel, menu, selects, id, file, listing } = await openScene({ locale });
    const parts = await menu(await mia.says(channel, QUESTION));
    expect(parts.ephemeralTo).toBeDefined();
    expect(embedOf(parts).title).toBe(listing.whichPart);
    const value = offeredAs(parts, listing.pickPart, `e2/${id}`);
    const sentences = await selects(parts, listing.pickPart, value);
    expect(embedOf(sentences).title).toBe(listing.whichSentence);
    const [option] = optionsOf(sentences, listing.pickSentence);
    const result = await selects(sentences, listing.pickSentence, option?.value ?? '');
    expect(result.id).toBe(parts.id);
    expect(textOf(result)).toContain(listing.undoHint);
    expect(plain(embedOf(result).description)).toContain(option?.label.slice(0, 40));
    expect(readFileSync(file, 'utf8')).toContain(`\n${QUESTION}\n`);
    discord.assertNoViolations();
  });

  it('lists it as not covered by one button, and takes it back by another', async () => {
    const { mia, channel, menu, presses, file, listing } = await openScene({ locale });
    const before = readFileSync(file);
    const parts = await menu(await mia.says(channel, 'Does she keep bees?'));
    const result = await presses(parts, listing.notCovered);
    expect(textOf(result)).toContain(listing.listed(undefined));
    expect(readFileSync(file, 'utf8')).toMatch(/\[not covered\][^[]*\nDoes she keep bees\?\n/);
    expect(textOf(await presses(result, listing.undo))).toBe(listing.takenBack.restored);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses whoever is no editor in one line, and so does /gaps', async () => {
    const { mia, channel, menu, gaps, listing } = await openScene({ locale });
    const said = await mia.says(channel, QUESTION);
    for (const refused of [await menu(said, mia), await gaps(mia)]) {
      expect(textOf(refused)).toBe(listing.editorsOnly);
      expect(refused.ephemeralTo).toBeDefined();
      expect(refused.components).toEqual([]);
    }
  });
});

describe('what editors may do', () => {
  it('is seen by all who may use commands, and registered only where editors may write', async () => {
    const { mia, channel, listing } = await openScene();
    const names = (person: Person, place: { readonly id: string }) =>
      person.commandsIn(place).map(({ name }) => name);
    expect(names(mia, channel)).toEqual(expect.arrayContaining([listing.menu, 'gaps']));
    const { discord } = await startBot();
    const other = openClub(discord, 'en-US');
    const ada = other.guild.member('Ada', { permissions: ['ManageGuild'] });
    expect(names(ada, other.channel)).not.toContain(listing.menu);
    expect(names(other.mia, other.channel)).not.toContain('gaps');
  });

  it('shows /gaps to those who manage the server as before, without the way to close them', async () => {
    const { guild, gaps, listing } = await openScene();
    const boss = guild.member('Boss', { locale: 'en-US', permissions: ['ManageGuild'] });
    const shown = await gaps(boss);
    expect(embedOf(shown).title).toBe(wordingFor('en-US').discord.gaps.title);
    expect(JSON.stringify(shown.components)).not.toContain(listing.pickGap);
  });

  it('ends with the role: a step that somebody without it takes is refused', async () => {
    const { guild, role, mia, channel, menu, presses, file, listing } = await openScene();
    const before = readFileSync(file);
    const bob = guild.member('Bob', { locale: 'en-US', roles: [role] });
    const parts = await menu(await mia.says(channel, QUESTION), bob);
    guild.takesRole(bob, role);
    expect(textOf(await presses(parts, listing.notCovered, bob))).toBe(listing.editorsOnly);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('ends with the setting: what an earlier start offered leads nowhere', async () => {
    const { discord, mia, channel, menu, presses, listing, stop, ended, options } = await openScene();
    const parts = await menu(await mia.says(channel, QUESTION));
    stop();
    await ended;
    const { editors, ...rest } = options;
    expect(editors.roles).toHaveLength(1);
    await joinDiscord(discord, rest);
    await discord.ready();
    expect(textOf(await presses(parts, listing.notCovered))).toBe(listing.off);
  });

  it('is refused on a message that asks nothing', async () => {
    const { mia, channel, menu } = await openScene();
    const said = await mia.says(channel, '', { attachments: ['clock.png'] });
    expect(textOf(await menu(said))).toBe(wordingFor('en-US').discord.unaskable.attachments);
  });
});

describe('what was listed within a day', () => {
  it('is undone from /gaps as well, where its button went away with its message', async () => {
    const { mia, channel, menu, presses, gaps, selects, file, listing } = await openScene();
    const before = readFileSync(file);
    expect(JSON.stringify((await gaps()).components)).not.toContain(listing.pickUndo);
    await presses(await menu(await mia.says(channel, QUESTION)), listing.notCovered);
    const shown = await gaps();
    const [option] = optionsOf(shown, listing.pickUndo);
    expect(option?.label).toBe(QUESTION);
    const undone = await selects(shown, listing.pickUndo, option?.value ?? '');
    expect(undone.id).not.toBe(shown.id);
    expect(textOf(undone)).toBe(listing.takenBack.restored);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(JSON.stringify((await gaps()).components)).not.toContain(listing.pickUndo);
  });
});

describe('a question that cannot be listed', () => {
  it('is refused with the one that would be answered worse, and another part may be chosen', async () => {
    const { mia, channel, menu, choose, presses, file, listing } = await openScene({ isJudged: true });
    const before = readFileSync(file);
    const parts = await menu(await mia.says(channel, 'How many people visited the fair?'));
    const result = await choose(parts, 'e3');
    expect(textOf(result)).toContain(listing.worse('On what days was the Fourth Harbour Instruments Fair?'));
    expect(embedOf(await presses(result, listing.back)).title).toBe(listing.whichPart);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is told in one line where the folder cannot be written to', async () => {
    const list: EditorsPort['list'] = async () => ({ outcome: 'unwritable', code: 'EROFS' });
    const { mia, channel, menu, presses, listing } = await openScene({ over: { list } });
    const result = await presses(await menu(await mia.says(channel, QUESTION)), listing.notCovered);
    expect(textOf(result)).toBe(listing.unwritable('EROFS'));
  });

  it('is one harmless line, whatever a member writes', async () => {
    const { mia, channel, menu, presses, file } = await openScene();
    const before = readFileSync(file, 'utf8');
    const said = await mia.says(channel, '> [not covered]\n# Does she\n% keep bees? *`_~|<@1>');
    const result = await presses(await menu(said), 'Not covered');
    expect(textOf(result)).toMatch(/^Listed/);
    const added = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual(
      ['not covered] # Does she % keep bees? *`_~| <@1>'].map((line) =>
        expect.stringContaining(line.slice(0, 30)),
      ),
    );
  });
});

describe('two editors at once', () => {
  it('lose nothing, and each takes back only what is theirs', async () => {
    const { guild, role, mia, channel, menu, ada, file, listing, discord } = await openScene();
    const before = readFileSync(file);
    const bob = guild.member('Bob', { locale: 'en-US', roles: [role] });
    const mine = await menu(await mia.says(channel, 'Does she keep bees?'));
    const theirs = await menu(await mia.says(channel, 'Is there a parrot?'), bob);
    const pressed = [
      await ada.presses(mine, listing.notCovered),
      await bob.presses(theirs, listing.notCovered),
    ];
    const [one, two] = await Promise.all(pressed.map((press) => discord.bot.answered(press)));
    const both = readFileSync(file, 'utf8');
    expect(both).toContain('\nDoes she keep bees?\n');
    expect(both).toContain('\nIs there a parrot?\n');
    if (!one || !two) throw new Error('one of them was not answered');
    const undone = [await ada.presses(one, listing.undo), await bob.presses(two, listing.undo)];
    await Promise.all(undone.map((press) => discord.bot.answered(press)));
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a restart', () => {
  it('leaves the button as it was: it takes the line back to the byte', async () => {
    const { discord, mia, channel, menu, presses, listing, stop, ended, options, folder, file } =
      await openScene();
    const before = readFileSync(file);
    const result = await presses(await menu(await mia.says(channel, QUESTION)), listing.notCovered);
    stop();
    await ended;
    const shelf = await shelfOf(folder);
    const { roles } = options.editors;
    await joinDiscord(discord, { ...options, shelf, editors: openEditors({ roles, folder, shelf }) });
    await discord.ready();
    expect(textOf(await presses(result, listing.undo))).toBe(listing.takenBack.restored);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('after a crash between writing and answering finds the line live and the file whole, and says so', async () => {
    const { id, folder, file } = await openFolder();
    const before = readFileSync(file, 'utf8');
    const shelf = await shelfOf(folder);
    const rest = async () => undefined;
    const idle = { shelf, folder, judged: async () => [], rest, pause: rest, today: () => 0 };
    const added = { interview: id, question: QUESTION, section: undefined };
    await new Promise<void>((resolve) => {
      const write = async (path: string, text: string | undefined) => {
        await editorFiles.write(path, text);
        resolve();
        // Nothing comes after it, as in a process that is no more.
        await new Promise(() => undefined);
      };
      void openLists({ ...idle, files: { ...editorFiles, write } }).list(added);
    });
    const again = await shelfOf(folder);
    expect(again.problems).toEqual([]);
    expect(again.library.open[0]?.notCovered).toContain(QUESTION);
    expect(readFileSync(file, 'utf8').replace(`${QUESTION}\n`, '')).toBe(before);
    expect(readdirSync(folder)).toHaveLength(3);
    const anew = openEditors({ roles: [], folder, shelf: again });
    expect(await anew.list(added)).toEqual({ outcome: 'refused', why: 'already-there' });
  });
});

describe('what is kept of it', () => {
  it('is the question’s words in the list and no id anywhere, neither in a file nor in the log', async () => {
    const scene = await openScene();
    const { discord, mia, ada, guild, channel, role, menu, presses, folder, logged, listing } = scene;
    const said = await mia.says(channel, `<@${mia.id}> does she keep bees? <#${channel.id}>`);
    const parts = await menu(said);
    const result = await presses(parts, listing.notCovered);
    await presses(result, listing.undo);
    const again = await presses(await menu(said), listing.notCovered);
    const files = readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
    const written = [...files, ...logged.filter((line) => !line.includes('"ready"'))].join('\n');
    expect(written).toContain('does she keep bees?');
    expect(written).toContain('an editor listed a question');
    for (const { id } of [mia, ada, guild, channel, role, said, parts, again])
      expect(written).not.toContain(id);
    discord.assertNoViolations();
  });
});
