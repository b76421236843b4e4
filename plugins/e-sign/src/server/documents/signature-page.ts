import type { Paper, PaperSignature } from './paper';
import { colours, ruled, textWidth } from './paper-style';
import type { Node } from './paper-node';
import { filled, preambleOf } from './paper-text';
import { sealBox } from './seal-box';
import { shanghaiTime } from './shanghai-time';

const methods: Readonly<Record<string, string>> = {
  click: '登录后阅读全文并点击签署 · signed in, read in full, clicked',
  'sms-code': '短信验证码确认 · confirmed by a code sent to the phone',
  paper: '纸质签署，由工作人员见证录入 · on paper, taken in by staff',
  provider: '第三方电子签名服务，签署人本人的数字证书 · at an e-signature service, with the signer’s own certificate',
};

const providers: Readonly<Record<string, string>> = {
  'esign-cn': 'e签宝 eSign',
  'tencent-ess': '腾讯电子签 Tencent E-Sign',
  sandbox: '沙箱，仅供演示，不具法律效力 · sandbox, for demonstration only',
};

/** The last page: room for signature and seal, and how each signature was given. */
export function signaturePage(paper: Paper): Node[] {
  return [
    { text: '签署页', style: 'title', pageBreak: 'before' },
    { text: 'Signatures and evidence', style: 'subtitle' },
    { columns: [signerBox(paper), platformBox(paper)], columnGap: 14, margin: [0, 0, 0, 16] },
    ...paper.signatures.flatMap((signature, index) => evidence(signature, index + 1, paper)),
    ...(paper.signatures.length === 0
      ? [{ text: '尚未签署。本文件未签署前不产生约束力。Not signed yet; it binds nobody before.', style: 'note' }]
      : []),
    documentFacts(paper),
  ];
}

const boxWidth = (textWidth - 14) / 2;

function signerBox(paper: Paper): Node {
  const last = paper.signatures.at(-1);
  const name = (paper.values['workerName'] ?? paper.values['enterpriseName'])?.zh ?? '';
  const action = paper.template.kind === 'enterprise-cooperation' ? '（盖章）Seal' : '（签字）Signature';
  return box([
    { text: partyLabel(paper, /workerName|enterpriseName/), style: 'label' },
    { text: name, fontSize: 13, margin: [0, 2, 0, 2] },
    last === undefined
      ? { text: action, style: 'label', margin: [0, 26, 0, 26] }
      : {
          stack: [
            { text: '已签署 Signed', color: colours.accent, fontSize: 11, bold: true },
            { text: shanghaiTime(last.at), style: 'value' },
          ],
          margin: [0, 12, 0, 12],
        },
    { text: '日期 Date：' + (last === undefined ? '' : shanghaiTime(last.at).slice(0, 10)), style: 'label' },
  ]);
}

function platformBox(paper: Paper): Node {
  return box([
    { text: partyLabel(paper, /platformName/), style: 'label' },
    { text: paper.platformName.zh, fontSize: 9.5, margin: [0, 2, 0, 6], lineHeight: 1.05 },
    sealBox(paper.seal),
  ]);
}

function box(stack: readonly Node[]): Node {
  return {
    width: boxWidth,
    table: { widths: ['*'], heights: [128], body: [[{ stack, margin: [4, 2, 4, 2] }]] },
    layout: {
      hLineWidth: () => 0.7,
      vLineWidth: () => 0.7,
      hLineColor: () => colours.line,
      vLineColor: () => colours.line,
    },
  };
}

/** How the preamble calls the party whose name that variable is, such as 乙方（灵活用工人员）. */
function partyLabel(paper: Paper, variable: RegExp): string {
  const line = paper.template.preamble.zh.split('\n').find((text) => variable.test(text)) ?? '';
  return preambleOf(filled(line, paper, 'zh'), 'zh')[0][0]?.[0] ?? '';
}

function evidence(signature: PaperSignature, place: number, paper: Paper): Node[] {
  const { method, at, provider, certificateSerial, timeStamp, fileSha256 } = signature;
  const rows: [string, string | undefined][] = [
    ['签署方式 Manner', methods[method] ?? method],
    ['签署时间 Time', shanghaiTime(at)],
    ['签署文本 Text', `SHA-256 ${paper.textSha256}`],
    ['电子签名服务 Provider', provider === null ? undefined : (providers[provider] ?? provider)],
    ['签名证书序列号 Certificate', certificateSerial ?? undefined],
    ['可信时间戳 Time stamp', timeStamp === null ? undefined : shanghaiTime(timeStamp)],
    ['签名文件 Signed file', fileSha256 === null ? undefined : `SHA-256 ${fileSha256}`],
  ];
  return [
    { text: `签署证明 ${place}\u3000Evidence ${place}`, style: 'heading' },
    factsTable(rows.filter((row): row is [string, string] => row[1] !== undefined)),
  ];
}

function documentFacts({ number, template, code, textSha256 }: Paper): Node {
  return {
    stack: [
      { text: '文件\u3000Document', style: 'heading' },
      factsTable([
        ['合同编号 Number', number],
        ['文本版本 Text version', `${template.code} v${template.version}`],
        ['文本摘要 Text digest', `SHA-256 ${textSha256}`],
        ['核验码 Verification code', code.toUpperCase()],
      ]),
    ],
    unbreakable: true,
  };
}

function factsTable(rows: readonly (readonly [string, string])[]): Node {
  return {
    table: {
      widths: [128, '*'],
      body: rows.map(([label, value]) => [
        { text: label, style: 'small', noWrap: true },
        { text: value, style: 'small', color: colours.ink, noWrap: value.length <= 76 },
      ]),
    },
    layout: { ...ruled, paddingTop: () => 3, paddingBottom: () => 3 },
    margin: [0, 0, 0, 8],
  };
}
