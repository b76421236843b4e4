import { fieldRules, hiddenFields, roles, ruleFor, type Role } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import type { TwoSides } from './two-sides.fixture';

/** One list of the console, or an operation of the API that reads one row or many, as one role asks for it. */
export interface Look {
  readonly role: Role;
  readonly resource: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  readonly sums: readonly string[];
}

/** Asks for every list of the console, its file, some of its details, and every read of the API of the same things, as every role that may. */
export async function everyLook(world: TwoSides): Promise<Look[]> {
  await oneStep(world);
  const looks: Look[] = [];
  for (const role of roles) {
    const token = await tokenOf(world, role);
    for (const path of await pathsFor(world, role, token)) looks.push(await look(world, role, token, path));
  }
  return looks;
}

/** The enterprises of the two sides came without a step of their life; what a reviewer wrote stands in one, and beside a criterion. */
async function oneStep({ app, own, ours }: TwoSides): Promise<void> {
  const step = `INSERT INTO parties.enterprise_steps (enterprise_id, action, from_state, to_state, actor, reason, criterion, at)
     VALUES ($1, 'approve', 'submitted', 'approved', 'operator#1', '材料齐全', 'R2.4', now())`;
  const citation = `WITH said AS (
       INSERT INTO studio.citations (subject_kind, subject_count, act, key, version_id, judgements, actor, at)
       SELECT 'enterprise', 1, 'approve', c.key, v.id, '[{"id": "A-01", "holds": true, "note": "营业执照原件"}]', 'operator#1', now()
         FROM studio.configurations c JOIN studio.versions v ON v.configuration_id = c.id
        WHERE c.key = 'enterprises.admission' AND v.state = 'in-force' RETURNING id)
     INSERT INTO studio.cited_subjects SELECT 'enterprise', $1, id FROM said`;
  await ours(async () => {
    await databaseOf(app.strapi).query(step, [own.enterpriseId]);
    await databaseOf(app.strapi).query(citation, [own.enterpriseId]);
  });
}

/** Filters and orders by what a role does not see, wherever it may list. */
export async function hiddenQuestions(world: TwoSides): Promise<{ readonly path: string; readonly status: number }[]> {
  const asked: { path: string; status: number }[] = [];
  for (const role of roles) {
    const token = await tokenOf(world, role);
    for (const { address, route } of listsFor(world, role)) {
      for (const field of hiddenFields(role, route.resource)) {
        for (const query of [`sort=["${field}","ASC"]`, `filter={"${field}":1}`, `filter={"${field}_gte":1}`]) {
          const answer = await world.app.http.get(`${address}?${encodeURI(query)}`).auth(token, { type: 'bearer' });
          asked.push({ path: `${role} ${address}?${query}`, status: answer.status });
        }
      }
    }
  }
  return asked;
}

const masked = new Set(fieldRules.map(({ resource }) => resource));

function listsFor(world: TwoSides, role: Role) {
  return world.reading.served.filter(
    ({ address, route }) =>
      /^\/api\/console\/[^/]+$/.test(address) && ruleFor(route.resource, route.action)?.roles[role] !== undefined,
  );
}

async function pathsFor(world: TwoSides, role: Role, token: string): Promise<{ path: string; resource: string }[]> {
  const paths: { path: string; resource: string }[] = [];
  for (const { address, route } of listsFor(world, role)) {
    const { resource } = route;
    paths.push({ path: address, resource });
    if (ruleFor(resource, 'export')?.roles[role]) paths.push({ path: `${address}/export`, resource });
    if (!masked.has(resource) || !ruleFor(resource, 'read')?.roles[role]) continue;
    const { body } = await world.app.http.get(address).auth(token, { type: 'bearer' });
    for (const { id } of (body as { id: number }[]).slice(0, 3)) {
      paths.push({ path: `${address}/${id}`, resource });
      paths.push(
        ...readsOf(world, role, resource).map((read) => ({ path: read.replace(':id', String(id)), resource })),
      );
    }
  }
  return paths;
}

/** Operations of the API that read this thing, by its number or as a list. */
function readsOf(world: TwoSides, role: Role, resource: string): string[] {
  return world.reading.served
    .filter(({ address, route }) => /^\/api\/v1\/[^:]+(\/:id)?$/.test(address) && route.method === 'GET')
    .filter(({ route }) => route.resource === resource && ruleFor(resource, route.action)?.roles[role] !== undefined)
    .map(({ address }) => address);
}

async function look(
  world: TwoSides,
  role: Role,
  token: string,
  { path, resource }: { path: string; resource: string },
): Promise<Look> {
  const answer = await world.app.http.get(path).auth(token, { type: 'bearer' });
  const sums = Object.keys(JSON.parse(String(answer.headers['x-sums'] ?? '{}')) as object);
  return { role, resource, path, status: answer.status, body: answer.body, sums };
}

async function tokenOf(world: TwoSides, role: Role): Promise<string> {
  if (role === 'enterprise' || role === 'worker') return world.own.token[role];
  return world.app.token(role);
}

/** Names of all fields of an answer, at whatever depth. */
export function fieldsOf(value: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (at: unknown): void => {
    if (Array.isArray(at)) return at.forEach(visit);
    if (typeof at !== 'object' || at === null) return;
    for (const [name, item] of Object.entries(at)) {
      names.add(name);
      visit(item);
    }
  };
  visit(value);
  return names;
}
