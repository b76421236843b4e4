import { checkIdentifier, isDoubtful, reasonTexts, step } from '@linggong/core/domain';
import { newEnterprise, newWorker } from '@linggong/parties/api';
import { enterpriseActions, enterpriseLifecycle, readWorker, type IdentifierRules } from '@linggong/parties/domain';
import { depositRequest } from '@linggong/settlement/api';
import { mask } from '@linggong/vault/domain';
import type { z } from 'zod';
import { confirmed, batchDetail } from './batch-detail';
import { answered, notThere, refused, type FakeAnswer, type FakeCall } from './call';
import { enterpriseDetail, workerDetail } from './details';
import { hoursAgo, numberOf, today } from './rows/at';
import type { World } from './world';

/** The identifier algorithms of the house in the form in which registrations ask for them. */
const rules: IdentifierRules = {
  check(kind, value, day) {
    const verdict = checkIdentifier(kind, value, day);
    if (verdict.valid)
      return { valid: true, normalised: verdict.normalised, ...('age' in verdict ? { age: verdict.age } : {}) };
    if (kind === 'bank-card' && isDoubtful(verdict))
      return { valid: true, normalised: verdict.normalised, isDoubtful: true };
    return { valid: false, code: verdict.reason, text: reasonTexts[verdict.reason] };
  },
};

const unreadable = (call: FakeCall, { issues }: z.ZodError): FakeAnswer =>
  refused(
    call,
    422,
    'input-invalid',
    { zh: '提交的内容有误', en: 'What was sent is not right' },
    issues.map(({ path, code, message }) => ({ field: path.join('.'), code, text: { zh: message, en: message } })),
  );

const badValues = { zh: '有字段填写有误，请更正后重新提交', en: 'Some fields are wrong; correct them and send again' };

export function registerWorker(call: FakeCall, world: World): FakeAnswer {
  const body = newWorker.safeParse(call.body);
  if (!body.success) return unreadable(call, body.error);
  const reading = readWorker(body.data, rules, today);
  if (!reading.ok) return refused(call, 422, 'registration-refused', badValues, reading.faults);
  const { name, identityKind, identityNumber, phone, vatRole, isTaxResident } = reading.worker;
  const id = world.workers.length + 1;
  const worker = {
    id,
    number: numberOf('W', id),
    name: mask('name', name),
    identityKind,
    identity: mask('identity-number', identityNumber),
    phone: mask('phone', phone),
    state: 'registered',
    realNameState: 'pending',
    realNameCheckedAt: null,
    taxResident: isTaxResident,
    vatRole,
    agencyFrom: reading.worker.agencyFrom ?? null,
    agencyTo: reading.worker.agencyTo ?? null,
    source: 'staff',
    registeredAt: hoursAgo(0),
  } as const;
  world.workers.push(worker);
  return { status: 201, body: workerDetail(worker) };
}

export function createEnterprise(call: FakeCall, world: World): FakeAnswer {
  const body = newEnterprise.safeParse(call.body);
  if (!body.success) return unreadable(call, body.error);
  const verdict = checkIdentifier('uscc', body.data.uscc, today);
  if (!verdict.valid) {
    const fault = { field: 'uscc', code: verdict.reason, text: reasonTexts[verdict.reason] };
    return refused(call, 422, 'field-refused', badValues, [fault]);
  }
  const id = world.enterprises.length + 1;
  const { name, industry, contactName, contactPhone } = body.data;
  const enterprise = {
    id,
    number: numberOf('E', id),
    name,
    uscc: verdict.normalised,
    state: 'draft',
    verification: 'pending',
    industry: industry ?? null,
    contactName: contactName === undefined ? null : mask('name', contactName),
    contactPhone: contactPhone === undefined ? null : mask('phone', contactPhone),
    createdAt: hoursAgo(0),
    signedAt: null,
    stateReason: null,
    reviewDueOn: null,
  } as const;
  world.enterprises.push(enterprise);
  return { status: 201, body: answerOf(enterpriseDetail(enterprise)) };
}

/** What commands on an enterprise answer with: the record without what only its page asks for. */
function answerOf(record: ReturnType<typeof enterpriseDetail>): object {
  const { accounts: _accounts, steps: _steps, review: _review, reviewDueOn: _due, ...answer } = record;
  return answer;
}

export function moveEnterprise(call: FakeCall, world: World, id: number, name: string): FakeAnswer {
  const index = world.enterprises.findIndex((row) => row.id === id);
  const enterprise = world.enterprises[index];
  const action = enterpriseActions.find((each) => each === name);
  if (enterprise === undefined || action === undefined) return notThere(call);
  const next = step(enterpriseLifecycle, enterprise.state, action);
  if (!next.ok)
    return refused(call, 409, 'illegal-transition', { zh: '当前状态不能执行此操作', en: 'Not from this state' });
  if (action === 'approve' && call.role !== undefined && world.submitters.get(id) === call.role)
    return refused(call, 409, 'review-own', {
      zh: '不能审核自己提交的申请',
      en: 'Nobody approves what he submitted himself',
    });
  if (action === 'submit' && call.role !== undefined) world.submitters.set(id, call.role);
  const signedAt = action === 'sign' ? hoursAgo(0) : enterprise.signedAt;
  const moved = { ...enterprise, state: next.to, signedAt, reviewDueOn: null };
  world.enterprises[index] = moved;
  return answered(answerOf(enterpriseDetail(moved)));
}

export function recordDeposit(call: FakeCall, world: World): FakeAnswer {
  const body = depositRequest.safeParse(call.body);
  if (!body.success) return unreadable(call, body.error);
  const { enterpriseId, bankSerial, amountFen, payerName, receivedAt, remark, reason } = body.data;
  const enterprise = world.enterprises.find(({ id }) => id === enterpriseId);
  if (enterprise === undefined) return notThere(call);
  const id = world.deposits.length + 1;
  const deposit = {
    id,
    number: numberOf('DP', id),
    enterpriseId: enterprise.id,
    enterpriseName: enterprise.name,
    subAccountNumber: `99929000010000000${enterprise.id.toString()}`,
    bankSerial,
    amountFen,
    payerName,
    payerReason: reason ?? null,
    remark: remark ?? null,
    state: 'booked',
    receivedAt: receivedAt ?? hoursAgo(0),
    bookedAt: hoursAgo(0),
  } as const;
  world.deposits.push(deposit);
  const own = world.deposits.filter((each) => each.enterpriseId === enterprise.id);
  return { status: 201, body: { ...deposit, availableFen: own.reduce((sum, each) => sum + each.amountFen, 0) } };
}

export function confirmBatch(call: FakeCall, world: World, id: number): FakeAnswer {
  const index = world.batches.findIndex((row) => row.id === id);
  const batch = world.batches[index];
  if (batch === undefined) return notThere(call);
  if (batch.state !== 'quoted')
    return refused(call, 409, 'illegal-transition', { zh: '当前状态不能确认', en: 'Cannot be confirmed now' });
  const next = confirmed(batch, hoursAgo(0));
  world.batches[index] = next;
  return answered(batchDetail(next));
}
