import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { newSecret, readSecretFile, writeSecretFile, type EmbeddedServer } from '../embedded';
import { repositoryRoot } from '../repository';
import { databaseName, loginRoles, type LoginRole } from './role-names';

const passwordsSchema = z.record(z.enum(loginRoles), z.string());
/** A role of a later release has no password in the file of an earlier one. */
const keptSchema = z.partialRecord(z.enum(loginRoles), z.string());

/** Passwords of the roles that sign in; generated into `<dataFolder>/postgres-roles.json` (0600), each once. */
export type RolePasswords = Readonly<Record<LoginRole, string>>;

export function rolePasswords(dataFolder: string): RolePasswords {
  const file = path.join(dataFolder, 'postgres-roles.json');
  const text = readSecretFile(file);
  const kept = text === undefined ? {} : keptSchema.parse(JSON.parse(text));
  const missing = loginRoles.filter((role) => kept[role] === undefined);
  const passwords = passwordsSchema.parse({
    ...kept,
    ...Object.fromEntries(missing.map((role) => [role, newSecret()])),
  });
  if (missing.length > 0) writeSecretFile(file, JSON.stringify(passwords));
  return passwords;
}

/** Makes the roles of roles.sql on the embedded server and gives them their passwords. Repeatable. */
export async function prepareRoles(server: EmbeddedServer, passwords: RolePasswords): Promise<void> {
  await asSuperuser(server.superuserUrl(), async (client) => {
    await client.query(sqlFile('roles.sql'));
    for (const role of loginRoles) {
      const password = client.escapeLiteral(passwords[role]);
      await client.query(`ALTER ROLE ${role} PASSWORD ${password}`);
    }
  });
}

/**
 * Makes a database that belongs to linggong_owner, where it is missing, and sets the rights on it. Repeatable.
 * @param forDump it is to take a dump, which brings the witness's store along
 */
export async function prepareDatabase(
  server: EmbeddedServer,
  name: string = databaseName,
  { forDump = false } = {},
): Promise<void> {
  await asSuperuser(server.superuserUrl(), async (client) => {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER linggong_owner`);
    }
  });
  await asSuperuser(server.superuserUrl(name), async (client) => {
    await client.query(databaseRights());
    if (!forDump) await client.query(witnessSchema());
  });
}

/** SQL of the rights on a database; run inside it. */
export function databaseRights(): string {
  return sqlFile('database-rights.sql');
}

/** SQL of the witness's own store; run inside a database as superuser. */
export function witnessSchema(): string {
  return sqlFile('witness-schema.sql');
}

export function roleUrl(
  server: EmbeddedServer,
  passwords: RolePasswords,
  role: LoginRole,
  database = databaseName,
): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${server.port}/${database}`;
}

function sqlFile(name: string): string {
  return readFileSync(path.join(repositoryRoot, 'database', name), 'utf8');
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
