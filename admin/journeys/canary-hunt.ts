import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Finding, Hunter } from '../../database/src/canary/hunter';
import { keptValues, notPlanted } from '../../database/src/canary/planted-columns';
import { answerListener, huntAnswers } from '../../database/src/canary/places/answers';
import { huntFolder } from '../../database/src/canary/places/folders';
import { watchFolder } from '../../database/src/canary/places/passing';
import { withSuperuser } from '../../database/src/canary/places/superuser';
import { huntTables } from '../../database/src/canary/places/tables';
import { tokenOf } from './api';
import { handOf, type Hand, type Hands } from './canary-hand';
import { heardInJourneys, hunter } from './canary-listen';
import { registered } from './canary-people';
import { plant } from './canary-plant';
import { questionsOf } from './canary-routes';
import type { Platform } from './start-platform';

export interface HuntReport {
  readonly findings: Finding[];
  /** What was looked through, and the seconds it took by then, for people to read. */
  readonly figures: Readonly<Record<string, number>>;
  /** Leaks that were planted on purpose and not found, by place. */
  readonly missed: string[];
  /** Sealed and masked columns that no canary went into, and exceptions that are none. */
  readonly unplanted: ReturnType<typeof notPlanted>;
}

/** Plants canaries through the API of a running demo, then looks for them, and for everybody of the demo, wherever data go. */
export async function huntCanaries(platform: Platform, uploads: string): Promise<HuntReport> {
  const tokens = new Map(
    await Promise.all(platform.roles.map(async (role) => [role, await tokenOf(platform, role)] as const)),
  );
  const told = answerListener(hunter);
  const hands = handsOf(platform, tokens, told.hear);
  const kept = () => withSuperuser(platform.folder, keptValues);
  const before = await kept();
  const stopWatching = await watchFolder(path.join(platform.folder, 'tmp'), hunter);
  const seconds = stopwatch();
  const rows = await plant(hands);
  const passing = await stopWatching();
  const unplanted = notPlanted(before, await kept());
  const planted = seconds();
  const searched = [registered.phone];
  const questions = await questionsOf(hands.all, tokens, rows, searched);
  const answers = await huntAnswers(platform.address, questions, hunter);
  const heard = await heardInJourneys();
  const answered = seconds();
  const folders = await huntFolders([platform.folder, uploads], hunter, platform);
  const tables = await withSuperuser(platform.folder, (client) => huntTables(client, hunter));
  const printed = hunter.inPiece(Buffer.from(platform.said())).map((found) => ({ ...found, place: 'output' }));
  const looked = seconds();
  const missed = await missedOf(platform, hunter, uploads);
  return {
    findings: [passing, answers, folders, tables, heard]
      .flatMap(({ findings }) => findings)
      .concat(told.findings(), printed),
    unplanted,
    figures: {
      told: told.answers(),
      heard: heard.answers,
      passing: passing.files,
      answers: answers.answers,
      answered: answers.statuses['200'] ?? 0,
      faults: answers.statuses['500'] ?? 0,
      files: folders.files,
      fileMegabytes: Math.round(folders.bytes / 1e6),
      tables: tables.tables,
      tableMegabytes: Math.round(tables.bytes / 1e6),
      outputBytes: platform.said().length,
      plantedAfter: planted,
      answeredAfter: answered,
      lookedAfter: looked,
      controlledAfter: seconds(),
    },
    missed,
  };
}

function handsOf(platform: Platform, tokens: ReadonlyMap<string, string>, tell: Parameters<typeof handOf>[2]): Hands {
  const all = new Map<string, Hand>(
    [...tokens].map(([role, token]) => [role, handOf(platform, { role, token }, tell)] as const),
  );
  return {
    all,
    anybody: handOf(platform, { role: 'anybody', token: undefined }, tell),
    of(role) {
      const found = all.get(role);
      if (!found) throw new Error(`nobody is signed in as ${role}`);
      return found;
    },
  };
}

function stopwatch(): () => number {
  const begun = performance.now();
  return () => Math.round((performance.now() - begun) / 1_000);
}

/** The write-ahead log and the tables are on the disk when it is read. */
async function huntFolders(folders: readonly string[], hunter: Hunter, platform: Platform) {
  await withSuperuser(platform.folder, (client) => client.query('CHECKPOINT'));
  const hunts = await Promise.all(folders.map((folder) => huntFolder(folder, hunter)));
  return {
    findings: hunts.flatMap(({ findings }) => findings),
    files: hunts.reduce((sum, { files }) => sum + files, 0),
    bytes: hunts.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** The control: each spelling of each canary, leaked on purpose in each place, has to be found there by the same hunt. */
async function missedOf(platform: Platform, hunter: Hunter, uploads: string): Promise<string[]> {
  const inFolders = await Promise.all(
    [platform.folder, path.join(platform.folder, 'tmp'), uploads].map((folder) => missedInFolder(folder, hunter)),
  );
  const printed = hunter.spellings.filter(({ bytes, canary, name }) => {
    const output = Buffer.concat([Buffer.from(platform.said().slice(-1_000)), bytes]);
    return !isIn(hunter.inPiece(output), canary, name);
  });
  return [
    ...inFolders.flat(),
    ...(await missedInTable(platform, hunter)),
    ...(await missedInAnswers(hunter)),
    ...printed.map(({ canary, name }) => `output: ${canary} ${name}`),
  ];
}

type Found = Omit<Finding, 'place'>;
const isIn = (found: readonly Found[], canary: string, spelling?: string): boolean =>
  found.some((one) => one.canary === canary && (spelling === undefined || one.spelling === spelling));

async function missedInFolder(folder: string, hunter: Hunter): Promise<string[]> {
  const place = path.join(folder, 'control');
  await mkdir(place);
  try {
    for (const [index, { bytes }] of hunter.spellings.entries()) {
      await writeFile(path.join(place, `leak-${index.toString()}`), Buffer.concat([Buffer.alloc(70_000, 7), bytes]));
    }
    const { findings } = await huntFolder(place, hunter);
    return hunter.spellings
      .filter(({ canary, name }, index) => {
        const here = findings.filter((found) => found.place === `leak-${index.toString()}`);
        return !isIn(here, canary, name);
      })
      .map(({ canary, name }) => `${folder}: ${canary} ${name}`);
  } finally {
    await rm(place, { recursive: true });
  }
}

/** As text where the spelling is text, else as bytes, in a table that nobody knows of. */
async function missedInTable(platform: Platform, hunter: Hunter): Promise<string[]> {
  return withSuperuser(platform.folder, async (client) => {
    await client.query('CREATE SCHEMA canary_control');
    try {
      const missed: string[] = [];
      await client.query('CREATE TABLE canary_control.leak (body text, raw bytea, doc jsonb)');
      for (const name of new Set(hunter.spellings.map((spelling) => spelling.name))) {
        const spelt = hunter.spellings.filter((spelling) => spelling.name === name);
        const texts = spelt.map(({ bytes }) =>
          name === 'gb18030' || name === 'utf-16le' ? '' : bytes.toString('utf8'),
        );
        await client.query('TRUNCATE canary_control.leak');
        await client.query(
          'INSERT INTO canary_control.leak (body, doc) SELECT t, jsonb_build_array(t) FROM unnest($1::text[]) t',
          [texts],
        );
        if (texts.includes(''))
          await client.query('INSERT INTO canary_control.leak (raw) SELECT unnest($1::bytea[])', [
            spelt.map(({ bytes }) => bytes),
          ]);
        const { findings } = await huntTables(client, hunter, 'canary_control');
        missed.push(
          ...spelt.filter(({ canary }) => !isIn(findings, canary)).map(({ canary }) => `table: ${canary} ${name}`),
        );
      }
      return missed;
    } finally {
      await client.query('DROP SCHEMA canary_control CASCADE');
    }
  });
}

/** A server that tells everything. */
async function missedInAnswers(hunter: Hunter): Promise<string[]> {
  const server: Server = createServer((request, answer) => {
    answer.end(hunter.spellings[Number(request.url?.slice(1))]?.bytes);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    // A server that listens on a port has an address of that kind.
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
    const questions = hunter.spellings.map((_spelling, index) => {
      const route = `/${index.toString()}`;
      return { role: 'control', token: '', paths: [route], route };
    });
    const { findings } = await huntAnswers(address, questions, hunter);
    return hunter.spellings
      .filter(({ canary, name }, index) => {
        const here = findings.filter(({ place }) => place === `control /${index.toString()}`);
        return !isIn(here, canary, name);
      })
      .map(({ canary, name }) => `answer: ${canary} ${name}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
