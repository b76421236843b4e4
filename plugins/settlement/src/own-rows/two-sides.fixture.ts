import { databaseOf } from '@linggong/core';
import { bootStrapi, nextTransaction, type BootedStrapi, type OwnTransactions } from '@linggong/database/testing';
import { readersOf, type Reading, type Row } from './reading.fixture';
import { openSide, staffOf, type OpenedSide, type Watched } from './side.fixture';

export interface Side extends OpenedSide {
  /** Rows that came with this side, by console list, as somebody sees them who sees every row. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

export interface TwoSides {
  readonly app: BootedStrapi;
  readonly own: Side;
  readonly foreign: Side;
  readonly reading: Reading;
  /** First transaction after the start. */
  readonly since: bigint;
  /** Transactions of the test itself, which writes some rows past the product. */
  readonly past: readonly OwnTransactions[];
  /** Does something past the product, and notes it. */
  ours<R>(work: () => Promise<R>): Promise<R>;
}

/** The booted platform with two sides that share nothing. Which row came with which side is told by when it came. */
export async function twoSides(): Promise<TwoSides> {
  const app = await bootStrapi();
  try {
    return await sidesOf(app);
  } catch (error) {
    // A platform that still runs would keep Jest waiting for ever.
    await app.stop();
    throw error;
  }
}

function watched(booted: BootedStrapi): Watched & { readonly past: OwnTransactions[] } {
  const db = databaseOf(booted.strapi);
  const past: OwnTransactions[] = [];
  const ours = async <R>(work: () => Promise<R>): Promise<R> => {
    const from = await nextTransaction(db);
    const done = await work();
    past.push({ from, to: (await nextTransaction(db)) - 1n });
    return done;
  };
  return { app: { ...booted, token: (role, own) => ours(() => booted.token(role, own)) }, past, ours };
}

async function sidesOf(booted: BootedStrapi): Promise<TwoSides> {
  const watch = watched(booted);
  const { app, past, ours } = watch;
  const reading = await readersOf(app);
  const staff = await staffOf(app);
  const since = await nextTransaction(databaseOf(app.strapi));
  const before = await reading.everyRow();
  const first = await openSide(watch, staff, 1);
  const between = await reading.everyRow();
  const second = await openSide(watch, staff, 2);
  const after = await reading.everyRow();
  return {
    app,
    reading,
    since,
    past,
    ours,
    own: { ...first, rows: newRows(before, between) },
    foreign: { ...second, rows: newRows(between, after) },
  };
}

type Lists = ReadonlyMap<string, readonly Row[]>;

function newRows(before: Lists, after: Lists): Lists {
  return new Map(
    [...after].map(([name, rows]) => {
      const known = new Set(before.get(name)?.map(({ id }) => id));
      return [name, rows.filter(({ id }) => !known.has(id))];
    }),
  );
}
