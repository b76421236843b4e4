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
import { readEsignCallback } from './esign-callback';
import { fetchSigned, uploadPdf } from './esign-file';
import { askEsign, callEsign, type EsignCnOptions } from './esign-request';

/** 当前流程的状态 of `/detail`: 1 open, 2 finished, 3 revoked, 5 expired, 7 refused. */
const states: Readonly<Record<number, FlowState['state']>> = {
  0: 'open',
  1: 'open',
  2: 'signed',
  3: 'revoked',
  5: 'expired',
  7: 'refused',
};

/** Documents that are proven to work; who has another one signs on paper or on the platform. */
const identityTypes: Readonly<Record<string, string>> = { 'resident-id': 'CRED_PSN_CH_IDCARD' };

/** Flows asked for at once, and pages, when a lost one is looked for among those of one signer. */
const pageSize = 100;
const pagesMax = 5;

/** e签宝 (open.esign.cn, SaaS API V3). */
export function createEsignCnProvider(options: EsignCnOptions): SignatureProvider {
  const flowPath = (flowId: string, act: string): string => `/v3/sign-flow/${encodeURIComponent(flowId)}/${act}`;
  const order = async (path: string, body: object, call: ProviderCall): Promise<Answer<undefined>> => {
    const answer = await askEsign(options, { method: 'POST', path, body }, call);
    return answer.ok ? given(undefined) : answer;
  };
  return {
    name: 'esign-cn',
    openFlow: (flow, call) => openFlow(options, flow, call),
    findFlow: (sought, call) => findFlow(options, sought, call),
    signAddress: (flowId, signer, call) => signAddress(options, flowPath(flowId, 'sign-url'), signer, call),
    async flowState(flowId, call) {
      const answer = await askEsign(options, { method: 'GET', path: flowPath(flowId, 'detail') }, call);
      if (!answer.ok) return answer;
      const code = numberAt(answer.value, 'signFlowStatus');
      const state = code === undefined ? undefined : states[code];
      return state === undefined ? refusedBy('retryable', `state-${code}`) : given({ state, code: String(code) });
    },
    signedFile: (flowId, call) => fetchSigned(options, flowId, call),
    revokeFlow: (flowId, call) => order(flowPath(flowId, 'revoke'), { revokeReason: '发起方撤回' }, call),
    remind: (flowId, call) => order(flowPath(flowId, 'urge'), { noticeTypes: '1' }, call),
    async orderReport(flowId, call) {
      const path = '/v3/evidence-report/apply';
      const answer = await askEsign(options, { method: 'POST', path, body: { signFlowId: flowId } }, call);
      return answer.ok ? given(textAt(answer.value, 128, 'recordNum')) : answer;
    },
    readCallback: (message, now) => readEsignCallback(options, message, now),
  };
}

async function openFlow(
  options: EsignCnOptions,
  { reference, pdf, signer, expiresAt }: NewFlow,
  call: ProviderCall,
): Promise<Answer<{ flowId: string }>> {
  const psnIDCardType = identityTypes[signer.identityKind];
  if (psnIDCardType === undefined) return refusedBy('final', 'identity-kind');
  const file = await uploadPdf(options, reference, pdf, call);
  if (!file.ok) return file;
  const fileId = file.value;
  const body = {
    docs: [{ fileId, fileName: `${reference}.pdf` }],
    signFlowConfig: {
      signFlowTitle: reference,
      signFlowExpireTime: expiresAt.getTime(),
      autoStart: true,
      // Without it a flow that everybody signed stays open, and its file cannot be had.
      autoFinish: true,
      identityVerify: true,
      noticeConfig: { noticeTypes: '1' },
      authConfig: { willingnessAuthModes: ['CODE_SMS'] },
      ...(options.callbackUrl && { notifyUrl: `${options.callbackUrl}/esign-cn` }),
    },
    signers: [
      {
        signerType: 0,
        signConfig: { signOrder: 1 },
        psnSignerInfo: {
          psnAccount: signer.phone,
          psnInfo: { psnName: signer.name, psnIDCardNum: signer.identityNumber, psnIDCardType },
        },
        signFields: [
          {
            fileId,
            customBizNum: reference,
            signFieldType: 0,
            normalSignFieldConfig: { autoSign: false, freeMode: true },
          },
        ],
      },
    ],
  };
  const made = await callEsign(options, { method: 'POST', path: '/v3/sign-flow/create-by-file', body }, call);
  if (!made.ok) return made;
  const flowId = textAt(made.value, 128, 'signFlowId');
  return flowId === undefined ? refusedBy('unknown', 'flow-id-missing') : given({ flowId });
}

/** Flows are listed by signer and time; ours has our reference as its title. */
async function findFlow(
  options: EsignCnOptions,
  { reference, signer, since }: SoughtFlow,
  call: ProviderCall,
): Promise<Answer<{ flowId: string } | undefined>> {
  for (let pageNum = 1; pageNum <= pagesMax; pageNum += 1) {
    const body = {
      pageNum,
      pageSize,
      signFlowStartTimeFrom: since.getTime(),
      signFlowStartTimeTo: options.clock.now().getTime() + 60_000,
      operator: { psnAccount: signer.phone },
    };
    const page = await askEsign(options, { method: 'POST', path: '/v3/sign-flow/sign-flow-list', body }, call);
    if (!page.ok) return page;
    const flows = listAt(page.value, pageSize, 'signFlowInfos');
    const found = flows.find((flow) => textAt(flow, 200, 'signFlowTitle') === reference);
    const flowId = textAt(found, 128, 'signFlowId');
    if (flowId !== undefined) return given({ flowId });
    if (flows.length < pageSize) return given(undefined);
  }
  // More flows of one person than can be: better a human looks than a second contract goes out.
  return refusedBy('final', 'too-many-flows');
}

async function signAddress(
  options: EsignCnOptions,
  path: string,
  { phone }: Signer,
  call: ProviderCall,
): Promise<Answer<{ url: string }>> {
  const body = { needLogin: false, urlType: 2, clientType: 'ALL', operator: { psnAccount: phone } };
  const answer = await askEsign(options, { method: 'POST', path, body }, call);
  if (!answer.ok) return answer;
  const url = textAt(answer.value, 4_096, 'url');
  return url === undefined ? refusedBy('retryable', 'address-missing') : given({ url });
}
