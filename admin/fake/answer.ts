import type { Role } from '@linggong/config/access';
import { totalWishes, type ListTotal } from '@linggong/access/api';
import { extentOf, isHidden } from '../src/session/rights';
import { meOf } from '../src/session/me';
import { batchDetail } from './batch-detail';
import { answered, notThere, refused, type FakeAnswer, type FakeCall } from './call';
import { enterpriseDetail, orderDetail, taskDetail, taxRecordDetail, workerDetail } from './details';
import { listPage, totalOf, type Row } from './list-page';
import { meOfRole, roleNamed, tokenOf } from './people';
import { read } from './reads';
import { createEnterprise, confirmBatch, moveEnterprise, recordDeposit, registerWorker } from './writes';
import type { World } from './world';

/** The lists that have rows; every other one is empty. */
const lists = {
  enterprises: (world: World) => world.enterprises,
  workers: (world: World) => world.workers,
  tasks: (world: World) => world.tasks,
  'settlement-batches': (world: World) => world.batches,
  orders: (world: World) => world.orders,
  deposits: (world: World) => world.deposits,
  'tax-records': (world: World) => world.taxRecords,
} as const satisfies Record<string, (world: World) => readonly { id: number }[]>;

type ListName = keyof typeof lists;
const isList = (name: string): name is ListName => name in lists;
export const filledLists = Object.keys(lists) as ListName[];

const details: Readonly<Record<ListName, (world: World, id: number, reader: Role | undefined) => object | undefined>> =
  {
    enterprises: (world, id, reader) =>
      some(world.enterprises, id, (row) =>
        enterpriseDetail(row, reader !== undefined && world.submitters.get(id) === reader),
      ),
    workers: (world, id) => some(world.workers, id, workerDetail),
    tasks: (world, id) => some(world.tasks, id, (row) => taskDetail(row, world)),
    'settlement-batches': (world, id) => some(world.batches, id, batchDetail),
    orders: (world, id) => some(world.orders, id, orderDetail),
    deposits: (world, id) => some(world.deposits, id, (row) => row),
    'tax-records': (world, id) => some(world.taxRecords, id, taxRecordDetail),
  };

function some<R extends { id: number }, D>(rows: readonly R[], id: number, detail: (row: R) => D): D | undefined {
  const row = rows.find((each) => each.id === id);
  return row === undefined ? undefined : detail(row);
}

/** Answers what the console asks, as the platform would: the same forms, the same rights, rows that are nobody's. */
export function answer(call: FakeCall, world: World): FakeAnswer {
  if (call.path === '/auth/local') return signIn(call);
  if (call.role === undefined) return refused(call, 401, 'unauthenticated', { zh: '请先登录', en: 'Please sign in' });
  const [area, name = '', id, action] = call.path.split('/').filter((part) => part !== '');
  if (area === 'console') return id === undefined ? list(call, world, name) : detail(call, world, name, Number(id));
  if (area === 'auth') return answered({ ended: 1 });
  if (call.method !== 'GET') return write(call, world, name, id, action);
  if (call.path === '/v1/me/totals') return totals(call, world);
  const isOne = isList(name) && id !== undefined && action === undefined;
  return isOne ? detail(call, world, name, Number(id)) : read(call, world);
}

function signIn(call: FakeCall): FakeAnswer {
  const { body } = call;
  const role = roleNamed(typeof body === 'object' && body !== null && 'identifier' in body ? body.identifier : '');
  if (role !== undefined) return answered({ jwt: tokenOf(role) });
  const text = {
    zh: '账号请填写角色名，如 operator；密码任意',
    en: 'The account is the name of a role, such as operator; any password',
  };
  return refused(call, 401, 'sign-in-refused', text);
}

/** The rows of a list that the role reaches, without what it does not see. */
function reached(call: FakeCall, world: World, name: string): Row[] | undefined {
  if (call.role === undefined) return undefined;
  const me = meOf(meOfRole(call.role));
  const extent = extentOf(me, name, 'list');
  if (extent === undefined) return undefined;
  const { enterpriseId, workerId } = me.account;
  const isReached = (row: Row): boolean => {
    if (extent !== 'own') return true;
    if (enterpriseId !== undefined) return (name === 'enterprises' ? row.id : row['enterpriseId']) === enterpriseId;
    return (name === 'workers' ? row.id : row['workerId']) === workerId;
  };
  const rows: readonly { id: number }[] = isList(name) ? lists[name](world) : [];
  const seen = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([field]) => !isHidden(me, name, field)));
  // Rows are flat objects of JSON.
  return rows.map((row) => seen(row) as Row).filter(isReached);
}

const notYours = (call: FakeCall): FakeAnswer =>
  refused(call, 403, 'forbidden', { zh: '该角色无权查看', en: 'Not for this role' });

function list(call: FakeCall, world: World, name: string): FakeAnswer {
  const rows = reached(call, world, name);
  return rows === undefined ? notYours(call) : listPage(name, rows, call.query);
}

/** Several lists counted at once, as boards ask. */
function totals(call: FakeCall, world: World): FakeAnswer {
  const wishes = totalWishes.parse(JSON.parse(call.query.get('lists') ?? ''));
  const items = wishes.map(({ list: name, filter }): ListTotal => {
    const rows = reached(call, world, name);
    return rows === undefined ? { state: 'hidden' } : totalOf(rows, filter);
  });
  return answered({ items });
}

function detail(call: FakeCall, world: World, name: string, id: number): FakeAnswer {
  // The export of a list is the list itself, read page by page.
  if (Number.isNaN(id)) return list(call, world, name);
  const isReached = reached(call, world, name)?.some((row) => row.id === id) === true;
  const found = isReached && isList(name) ? details[name](world, id, call.role) : undefined;
  if (found === undefined || call.role === undefined) return notThere(call);
  const me = meOf(meOfRole(call.role));
  return answered(Object.fromEntries(Object.entries(found).filter(([field]) => !isHidden(me, name, field))));
}

function write(
  call: FakeCall,
  world: World,
  name: string,
  id: string | undefined,
  action: string | undefined,
): FakeAnswer {
  if (name === 'workers' && id === undefined) return registerWorker(call, world);
  if (name === 'enterprises' && id === undefined) return createEnterprise(call, world);
  if (name === 'enterprises' && action !== undefined) return moveEnterprise(call, world, Number(id), action);
  if (name === 'deposits' && id === undefined) return recordDeposit(call, world);
  if (name === 'settlement-batches' && action === 'confirm') return confirmBatch(call, world, Number(id));
  return refused(call, 501, 'not-in-the-fake', {
    zh: '演示控制台没有服务端，不执行此操作',
    en: 'The console runs without a server here and does not do this',
  });
}
