import { shanghaiDay } from '@linggong/core/domain';
import { listAt, numberAt, textAt } from '../reply-json';
import {
  given,
  refusedBy,
  type Answer,
  type FlowState,
  type NewFlow,
  type ProviderCall,
  type SignatureProvider,
  type Signer,
  type SoughtFlow,
} from '../signature-provider';
import { readEssCallback } from './ess-callback';
import { fetchSigned, uploadPdf } from './ess-file';
import { askEss, callEss, type EssCall, type EssOptions } from './ess-request';

/** FlowStatus: 1 waiting, 2 in part, 3 refused, 4 signed, 5 expired, 6 revoked, 16 void, 21 released. */
const states: Readonly<Record<number, FlowState['state']>> = {
  1: 'open',
  2: 'open',
  3: 'refused',
  4: 'signed',
  5: 'expired',
  6: 'revoked',
  8: 'open',
  9: 'open',
  10: 'refused',
  16: 'revoked',
  21: 'revoked',
};

const identityTypes: Readonly<Record<string, string>> = {
  'resident-id': 'ID_CARD',
  'hmt-residence-permit': 'HONGKONG_MACAO_AND_TAIWAN',
};

const person = 1;
const pageSize = 50;
/** 5,000 contracts of the days asked for. */
const pagesMax = 100;

/** 腾讯电子签 (ess.tencentcloudapi.com, 2020-11-11). */
export function createTencentEssProvider(options: EssOptions): SignatureProvider {
  const Operator = { UserId: options.operatorId };
  const order = async (call: EssCall, given_: ProviderCall): Promise<Answer<undefined>> => {
    const answer = await askEss(options, call, given_);
    return answer.ok ? given(undefined) : answer;
  };
  return {
    name: 'tencent-ess',
    openFlow: (flow, call) => openFlow(options, flow, call),
    findFlow: (sought, call) => findFlow(options, sought, call),
    signAddress: (flowId, signer, call) => signAddress(options, flowId, signer, call),
    async flowState(flowId, call) {
      const body = { Operator, FlowIds: [flowId] };
      const answer = await askEss(options, { action: 'DescribeFlowInfo', body }, call);
      if (!answer.ok) return answer;
      const code = numberAt(answer.value, 'FlowDetailInfos', 0, 'FlowStatus');
      const state = code === undefined ? undefined : states[code];
      return state === undefined ? refusedBy('retryable', `state-${code}`) : given({ state, code: String(code) });
    },
    signedFile: (flowId, call) => fetchSigned(options, flowId, call),
    revokeFlow: (flowId, call) =>
      order({ action: 'CancelFlow', body: { Operator, FlowId: flowId, CancelMessage: '发起方撤回' } }, call),
    remind: (flowId, call) => order({ action: 'CreateFlowReminds', body: { Operator, FlowIds: [flowId] } }, call),
    async orderReport(flowId, call) {
      const body = { Operator, FlowId: flowId };
      const answer = await askEss(options, { action: 'CreateFlowEvidenceReport', body }, call);
      return answer.ok ? given(textAt(answer.value, 128, 'ReportId')) : answer;
    },
    readCallback: (message) => readEssCallback(options, message),
  };
}

async function openFlow(
  options: EssOptions,
  { reference, pdf, signer, expiresAt }: NewFlow,
  call: ProviderCall,
): Promise<Answer<{ flowId: string }>> {
  const identityType = identityTypes[signer.identityKind];
  if (identityType === undefined) return refusedBy('final', 'identity-kind');
  const file = await uploadPdf(options, reference, pdf, call);
  if (!file.ok) return file;
  const body = {
    Operator: { UserId: options.operatorId },
    FlowName: reference,
    FileIds: [file.value],
    Deadline: Math.floor(expiresAt.getTime() / 1000),
    // The signer places his signature himself.
    SignBeanTag: 1,
    Unordered: true,
    UserData: Buffer.from(reference).toString('base64'),
    Approvers: [
      {
        ApproverType: person,
        ApproverName: signer.name,
        ApproverMobile: signer.phone,
        ApproverIdCardType: identityType,
        ApproverIdCardNumber: signer.identityNumber,
        NotifyType: 'sms',
      },
    ],
  };
  const made = await callEss(options, { action: 'CreateFlowByFiles', body }, call);
  if (!made.ok) return made;
  const flowId = textAt(made.value, 128, 'FlowId');
  return flowId === undefined ? refusedBy('unknown', 'flow-id-missing') : given({ flowId });
}

const compactDay = (instant: Date): string => shanghaiDay(instant).replaceAll('-', '');

/** Flows are not listed by what they are called; what each cost is, with its name. Opening one costs at once. */
async function findFlow(
  options: EssOptions,
  { reference, since }: SoughtFlow,
  call: ProviderCall,
): Promise<Answer<{ flowId: string } | undefined>> {
  for (let page = 0; page < pagesMax; page += 1) {
    const body = {
      StartTime: compactDay(since),
      EndTime: compactDay(options.clock.now()),
      Offset: page * pageSize,
      Limit: pageSize,
    };
    const answer = await askEss(options, { action: 'DescribeBillUsageDetail', body }, call);
    if (!answer.ok) return answer;
    const bills = listAt(answer.value, pageSize, 'Details');
    const found = bills.find((bill) => textAt(bill, 200, 'FlowName') === reference);
    const flowId = textAt(found, 128, 'FlowId');
    if (flowId !== undefined) return given({ flowId });
    if (bills.length < pageSize) return given(undefined);
  }
  return refusedBy('final', 'too-many-flows');
}

async function signAddress(
  options: EssOptions,
  flowId: string,
  { name, phone }: Signer,
  call: ProviderCall,
): Promise<Answer<{ url: string }>> {
  const body = {
    Operator: { UserId: options.operatorId },
    FlowId: flowId,
    FlowApproverInfos: [{ ApproverType: person, ApproverName: name, ApproverMobile: phone }],
  };
  const answer = await askEss(options, { action: 'CreateFlowSignUrl', body }, call);
  if (!answer.ok) return answer;
  const url = textAt(answer.value, 4_096, 'FlowApproverUrlInfos', 0, 'SignUrl');
  return url === undefined ? refusedBy('retryable', 'address-missing') : given({ url });
}
