import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type Environment,
  knowledgeFolder,
  readEnvironment,
  readConfig as readWith,
  unansweredLog,
  VARIABLES,
} from '../src/config.ts';

const readConfig = (environment: Environment) => readWith(environment, (path) => path !== 'nowhere');
const FAKE_TOKEN = 'FAKE.TOKEN.for-tests-only';

describe('configuration', () => {
  it('uses the documented defaults where nothing is set', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        knowledge: 'knowledge',
        logLevel: 'info',
        limits: { memberPerMinute: 6, channelPerMinute: 60 },
        channels: { ask: [], allow: [], deny: [], interviews: {} },
      },
    });
  });

  it('takes an empty value, as in a copied example, for one that is not set', () => {
    const read = readConfig({ DISCORD_TOKEN: '  ', DISCORD_API_URL: '', LOG_LEVEL: '', KNOWLEDGE_DIR: '' });
    expect(read).toEqual(readConfig({}));
  });

  it('names the folder of the interviews by itself, whether or not it is there', () => {
    expect([{}, { UNANSWERED_LOG: ' a.log ' }].map(unansweredLog)).toEqual([undefined, 'a.log']);
    const folders = [{}, { KNOWLEDGE_DIR: ' ' }, { KNOWLEDGE_DIR: 'nowhere' }].map(knowledgeFolder);
    expect(folders).toEqual(['knowledge', 'knowledge', 'nowhere']);
  });

  it('reads every variable', () => {
    const read = readConfig({
      DISCORD_TOKEN: FAKE_TOKEN,
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      KNOWLEDGE_DIR: 'interviews',
      LOG_LEVEL: 'debug',
      LIMIT_MEMBER_PER_MINUTE: '0',
      LIMIT_CHANNEL_PER_MINUTE: '12',
      ASK_CHANNELS: '123456789012345678',
      ALLOW_CHANNELS: ' 123456789012345678, 223456789012345678 ',
      CHANNEL_INTERVIEWS: '123456789012345678=song-haitao, 223456789012345678=tide-clocks',
      UNANSWERED_LOG: 'unanswered.log',
      FEEDBACK_LOG: 'feedback.log',
      HEALTH_PORT: '9464',
      HEALTH_HOST: '::',
      EDITORS_MAY_WRITE: 'Yes',
      EDITOR_ROLES: '323456789012345678, 423456789012345678 323456789012345678',
    });
    expect(read).toEqual({
      ok: true,
      config: {
        token: FAKE_TOKEN,
        apiUrl: 'http://127.0.0.1:8080/api',
        knowledge: 'interviews',
        logLevel: 'debug',
        unansweredLog: 'unanswered.log',
        feedbackLog: 'feedback.log',
        limits: { memberPerMinute: 0, channelPerMinute: 12 },
        channels: {
          ask: ['123456789012345678'],
          allow: ['123456789012345678', '223456789012345678'],
          deny: [],
          interviews: { '123456789012345678': 'song-haitao', '223456789012345678': 'tide-clocks' },
        },
        health: { host: '::', port: 9464 },
        editors: ['323456789012345678', '423456789012345678'],
      },
    });
  });

  it.each([
    ['123456789012345678', 'channel=interview'],
    ['123456789012345678=Song.md', 'without .md'],
    ['123456789012345678=a,123456789012345678=b', 'twice'],
  ])('says what is wrong with the channel’s interview %s', (CHANNEL_INTERVIEWS, said) => {
    const read = readConfig({ CHANNEL_INTERVIEWS });
    expect(read.ok ? '' : read.message).toContain(said);
  });

  it('names all the variables at fault in one message', () => {
    const read = readConfig({
      DISCORD_TOKEN: 'two words',
      DISCORD_API_URL: 'ftp://example.org',
      LOG_LEVEL: 'loud',
      KNOWLEDGE_DIR: 'nowhere',
      LIMIT_MEMBER_PER_MINUTE: '-1',
      LIMIT_CHANNEL_PER_MINUTE: 'many',
      DENY_CHANNELS: '#general',
      CHANNEL_INTERVIEWS: 'general=song-haitao',
      UNANSWERED_LOG: 'nowhere/unanswered.log',
      FEEDBACK_LOG: 'nowhere/feedback.log',
      HEALTH_PORT: '70000',
      HEALTH_HOST: '0.0.0.0:9464',
      EDITORS_MAY_WRITE: 'perhaps',
      EDITOR_ROLES: '@Editors',
    });
    const message = read.ok ? '' : read.message;
    const named = message.match(/[A-Z]+_[A-Z_]+/g);
    expect(named).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_API_URL',
      'LOG_LEVEL',
      'LIMIT_MEMBER_PER_MINUTE',
      'LIMIT_CHANNEL_PER_MINUTE',
      'KNOWLEDGE_DIR',
      'DENY_CHANNELS',
      'CHANNEL_INTERVIEWS',
      'UNANSWERED_LOG',
      'FEEDBACK_LOG',
      'EDITORS_MAY_WRITE',
      'EDITOR_ROLES',
      'HEALTH_PORT',
      'HEALTH_HOST',
    ]);
  });

  it('refuses one file for both logs, as each has its own lines and its own term', () => {
    const read = readConfig({ UNANSWERED_LOG: 'one.log', FEEDBACK_LOG: 'one.log' });
    expect(read.ok ? [] : read.faults).toEqual([expect.stringMatching(/^FEEDBACK_LOG .*UNANSWERED_LOG/)]);
  });

  it('tells its health to this machine alone unless another address is named', () => {
    const read = readConfig({ HEALTH_PORT: '9464' });
    expect(read).toMatchObject({ config: { health: { host: '127.0.0.1', port: 9464 } } });
    expect(readConfig({ HEALTH_HOST: '0.0.0.0' })).toEqual(readConfig({}));
  });

  it('lets editors write only where it is switched on, and only those of a role', () => {
    const EDITOR_ROLES = '323456789012345678';
    expect(readConfig({ EDITORS_MAY_WRITE: 'no', EDITOR_ROLES })).toEqual(readConfig({}));
    expect(readConfig({ EDITOR_ROLES })).toEqual(readConfig({}));
    const read = readConfig({ EDITORS_MAY_WRITE: 'on' });
    expect(read.ok ? [] : read.faults).toEqual([expect.stringMatching(/^EDITOR_ROLES is missing/)]);
  });

  it('documents every variable in .env.example', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)];
    expect(documented.map(([, name]) => name).toSorted()).toEqual(VARIABLES.toSorted());
  });

  it('never repeats a token, not even a faulty one', () => {
    const read = readConfig({ DISCORD_TOKEN: 'SECRET and more' });
    expect(read.ok ? '' : read.message).not.toContain('SECRET');
  });

  it.each([
    [{ SHARD_IDS: '0-3', SHARD_COUNT: '8' }, [0, 1, 2, 3], 8],
    [{ SHARD_IDS: '5, 0-1 1', SHARD_COUNT: '6' }, [0, 1, 5], 6],
    [{ SHARD_IDS: '0', SHARD_COUNT: '1' }, [0], 1],
  ] as const)('reads the shards of a process: %o', (environment, ids, count) => {
    expect(readConfig(environment)).toMatchObject({ ok: true, config: { shards: { ids, count } } });
  });

  it.each([
    [{ SHARD_IDS: '0-3' }, 'SHARD_COUNT is missing'],
    [{ SHARD_COUNT: '4' }, 'SHARD_IDS is missing'],
    [{ SHARD_IDS: '0-4', SHARD_COUNT: '4' }, 'shard 4'],
    [{ SHARD_IDS: '3-1', SHARD_COUNT: '4' }, 'SHARD_IDS holds "3-1"'],
    [{ SHARD_IDS: '[0,1]', SHARD_COUNT: '4' }, 'SHARD_IDS holds'],
    [{ SHARD_IDS: '-1', SHARD_COUNT: '4' }, 'SHARD_IDS holds'],
    [{ SHARD_IDS: '0-99999', SHARD_COUNT: '4' }, 'SHARD_IDS holds'],
    [{ SHARD_IDS: '0', SHARD_COUNT: '0' }, 'SHARD_COUNT is "0"'],
    [{ SHARD_IDS: '0', SHARD_COUNT: 'auto' }, 'SHARD_COUNT is "auto"'],
  ] as const)('refuses the shards %o', (environment, words) => {
    const read = readConfig(environment);
    expect(read.ok ? '' : read.message).toContain(words);
  });

  it.each(['http://127.0.0.1:8080/api/v10', 'https://discord.com/api/v9/'])(
    'refuses an address that carries a version: %s',
    (address) => {
      const read = readConfig({ DISCORD_API_URL: address });
      expect(read.ok ? '' : read.message).toContain('DISCORD_API_URL');
    },
  );

  it.each(['1.5', '1e3', '٣', '999999999'])('refuses the limit %s', (limit) => {
    expect(readConfig({ LIMIT_MEMBER_PER_MINUTE: limit }).ok).toBe(false);
  });
});

describe('the environment', () => {
  it('goes before .env, but where it holds nothing it hides nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    onTestFinished(() => void vi.unstubAllEnvs());
    await writeFile(
      join(folder, '.env'),
      `DISCORD_TOKEN=${FAKE_TOKEN}\nLOG_LEVEL=debug\nKNOWLEDGE_DIR=theirs\n`,
    );
    vi.stubEnv('DISCORD_TOKEN', ' ');
    vi.stubEnv('LOG_LEVEL', '');
    vi.stubEnv('KNOWLEDGE_DIR', 'ours');
    const read = readEnvironment(join(folder, '.env'));
    expect(read).toMatchObject({ DISCORD_TOKEN: FAKE_TOKEN, LOG_LEVEL: 'debug', KNOWLEDGE_DIR: 'ours' });
  });
});
