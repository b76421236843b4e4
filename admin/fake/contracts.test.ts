import {
  meAnswer,
  newsAnswer,
  noticesAnswer,
  guidesAnswer,
  problemSchema,
  roleStaffingAnswer,
  signInFigures,
  totalsAnswer,
  waitingAnswer,
} from '@linggong/access/api';
import { chainAnswer } from '@linggong/audit/api';
import { roles } from '@linggong/config/access';
import { backupStatus } from '@linggong/continuity/api';
import {
  contactConsentsAnswer,
  enterpriseAnswer,
  enterpriseStep,
  visitsAnswer,
  workerAnswer,
  workerDetail,
} from '@linggong/parties/api';
import { complaintFigures, ratingMigration, riskFigures, rulesAnswer } from '@linggong/risk/api';
import {
  batchDetail,
  batchRow,
  blockerGroups,
  depositAnswer,
  depositRow,
  financeFigures,
  liveFigures,
  operationsFigures,
  orderDetail,
  orderRow,
  ownMonths,
  regulatorFigures,
  timeline,
} from '@linggong/settlement/api';
import { calendarGapAnswer, formAnswer } from '@linggong/studio/api';
import { taskAnswer } from '@linggong/tasks/api';
import { taxYearAnswer, traceFields } from '@linggong/tax/api';
import { consentsAnswer } from '@linggong/vault/api';
import { z } from 'zod';
import { answer, filledLists } from './answer';
import type { FakeCall } from './call';
import { meOfRole, roleOfToken, tokenOf } from './people';
import { readAddresses } from './reads';
import { createWorld } from './world';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function asked(path: string, call: Partial<FakeCall> = {}) {
  const { pathname, searchParams } = new URL(path, 'http://fake');
  const whole = {
    method: 'GET',
    path: pathname,
    query: searchParams,
    body: undefined,
    role: 'operator',
    language: 'zh',
    ...call,
  } as const;
  const { status, body, headers } = answer(whole, createWorld());
  return { status, body: json(body), headers };
}

/** Columns that a list adds to the row of its contract. */
const dueOn = z.iso.date().nullable();
const partOf = (shape: z.ZodObject, extra: z.ZodRawShape = {}) =>
  z.strictObject({ ...shape.partial().shape, ...extra });
const named = {
  enterpriseName: z.string(),
  place: z.string().nullable(),
  stateReason: z.string().nullable(),
  submittedAt: z.string().nullable(),
};

const rows: Readonly<Record<string, z.ZodType>> = {
  enterprises: partOf(enterpriseAnswer, { reviewDueOn: dueOn }),
  workers: partOf(workerAnswer),
  tasks: partOf(taskAnswer, { ...named, reviewDueOn: dueOn }),
  'settlement-batches': batchRow,
  orders: orderRow,
  deposits: depositRow,
};

const details: Readonly<Record<string, z.ZodType>> = {
  enterprises: enterpriseAnswer.extend({
    reviewDueOn: dueOn,
    accounts: z.array(z.unknown()),
    steps: z.array(enterpriseStep),
    review: z.unknown(),
  }),
  workers: workerDetail,
  orders: orderDetail,
  'settlement-batches': batchDetail,
  'tax-records': z.looseObject(traceFields),
};

const reads: Readonly<Record<string, z.ZodType>> = {
  '/v1/me/waiting': waitingAnswer,
  '/v1/me/news': newsAnswer,
  '/v1/backups/status': backupStatus,
  '/v1/notices': noticesAnswer,
  '/v1/guides': guidesAnswer,
  '/v1/figures/operations': operationsFigures,
  '/v1/figures/finance': financeFigures,
  '/v1/figures/live': liveFigures,
  '/v1/figures/regulator': regulatorFigures,
  '/v1/figures/own-months': ownMonths,
  '/v1/risk-figures': riskFigures,
  '/v1/risk-rules': rulesAnswer,
  '/v1/rating-migration': ratingMigration,
  '/v1/complaint-figures': complaintFigures,
  '/v1/sign-in-figures': signInFigures,
  '/v1/role-staffing': roleStaffingAnswer,
  '/v1/audit/chain': chainAnswer,
  '/v1/calendar/gap': calendarGapAnswer,
  '/v1/forms/:id': formAnswer,
  '/v1/enterprises/:id/contact-consents': contactConsentsAnswer,
  '/v1/enterprises/:id/site-visits': visitsAnswer,
  '/v1/workers/:id/consents': consentsAnswer,
  '/v1/workers/:id/tax-years/2026': taxYearAnswer,
  '/v1/settlement-batches/:id/blockers': blockerGroups,
  '/v1/settlement-batches/:id/lines': z.strictObject({ items: z.array(z.unknown()), nextCursor: z.null() }),
  '/v1/settlement-batches/:id/timeline': timeline,
};

describe('the fake platform keeps to the contracts of the real one', () => {
  it.each(roles)('says to %s who he is', (role) => {
    meAnswer.parse(json(meOfRole(role)));
    expect(roleOfToken(`Bearer ${tokenOf(role)}`)).toBe(role);
  });

  it.each(Object.keys(rows))('lists %s', (name) => {
    const { body, headers } = asked(`/console/${name}`);
    const list = z.array(rows[name] ?? z.never()).parse(body);
    expect(list.length).toBeGreaterThan(0);
    expect(headers?.['Content-Range']).toMatch(new RegExp(`^${name} 0-\\d+/\\d+$`));
  });

  it.each(Object.keys(details))('shows one of %s whole', (name) => {
    (details[name] ?? z.never()).parse(asked(`/console/${name}/1`).body);
  });

  it('has a contract for every list and every other answer', () => {
    expect(filledLists.filter((name) => !(name in rows) && !(name in details))).toEqual([]);
    expect(Object.keys(reads).sort()).toEqual([...readAddresses].sort());
  });

  it.each(Object.keys(reads))('answers %s', (address) => {
    (reads[address] ?? z.never()).parse(asked(address.replace(':id', '1')).body);
  });

  it('refuses as the real one does', () => {
    problemSchema.parse(asked('/console/orders/999').body);
    expect(asked('/console/orders', { role: undefined }).status).toBe(401);
    expect(asked('/console/audit-entries').status).toBe(403);
  });

  it('shows an enterprise and a worker their own rows only', () => {
    const own = z
      .array(z.looseObject({ enterpriseId: z.int() }))
      .parse(asked('/console/orders', { role: 'enterprise' }).body);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ enterpriseId }) => enterpriseId === 1)).toBe(true);
    const mine = z
      .array(z.looseObject({ workerId: z.int() }))
      .parse(asked('/console/tax-records', { role: 'worker' }).body);
    expect(mine.every(({ workerId }) => workerId === 1)).toBe(true);
  });
});

describe('what is written to the fake platform', () => {
  const post = (path: string, body: unknown) => asked(path, { method: 'POST', body });
  const worker = { name: '测试', identityNumber: '11010519491231002X', phone: '13800000001' };

  it('registers a worker by the rules of the house, and tells every fault at its field', () => {
    workerDetail.parse(post('/v1/workers', worker).body);
    const refusal = problemSchema.parse(
      post('/v1/workers', { ...worker, identityNumber: '110105194912310021', phone: '12' }).body,
    );
    expect(refusal.errors?.map(({ field }) => field)).toEqual(['identityNumber', 'phone']);
  });

  it('creates an enterprise, moves it and takes a deposit', () => {
    enterpriseAnswer.parse(post('/v1/enterprises', { name: '示例公司', uscc: '91110101MA00ABCD40' }).body);
    enterpriseAnswer.parse(post('/v1/enterprises/3/approve', { criteria: [] }).body);
    expect(post('/v1/enterprises/3/resume', {}).status).toBe(409);
    depositAnswer.parse(
      post('/v1/deposits', { enterpriseId: 1, bankSerial: 'S1', amountFen: 100, payerName: '示例' }).body,
    );
  });

  it('confirms a quote once', () => {
    batchDetail.parse(post('/v1/settlement-batches/4/confirm', { quoteVersion: 1 }).body);
    expect(post('/v1/settlement-batches/1/confirm', { quoteVersion: 1 }).status).toBe(409);
  });
});

it('filters, sorts, turns pages and sums', () => {
  const filter = encodeURIComponent(JSON.stringify({ state: 'active' }));
  const { body, headers } = asked(`/console/workers?filter=${filter}&sort=["id","ASC"]&range=[5,9]`);
  expect(
    z
      .array(z.looseObject({ id: z.int() }))
      .parse(body)
      .map(({ id }) => id),
  ).toEqual([8, 11, 12, 13, 16]);
  expect(headers?.['Content-Range']).toBe('workers 5-9/18');
  expect(asked('/console/orders').headers?.['X-Sums']).toContain('"netFen":');
});

it('counts several lists at once', () => {
  const lists = JSON.stringify([
    { list: 'workers', filter: { state: 'active' } },
    { list: 'audit-entries', filter: {} },
  ]);
  const { items } = totalsAnswer.parse(asked(`/v1/me/totals?lists=${encodeURIComponent(lists)}`).body);
  expect(items).toMatchObject([{ state: 'counted', capped: false }, { state: 'hidden' }]);
});
