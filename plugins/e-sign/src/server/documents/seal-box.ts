import type { PaperSeal } from './paper';
import { colours } from './paper-style';
import type { Node } from './paper-node';
import { shanghaiTime } from './shanghai-time';

/**
 * What is seen of the platform's seal. It says in both languages that it proves integrity and nothing more: a certificate that
 * the platform made for itself proves nobody's identity, and must not look like a company's 公章.
 */
export function sealBox(seal: PaperSeal | null): Node {
  return seal === null ? frame(colours.line, unsealed) : frame(colours.seal, sealed(seal));
}

const unsealed: Node[] = [
  { text: '未封存', fontSize: 11, color: colours.quiet, alignment: 'center' },
  { text: 'NOT SEALED', style: 'small', alignment: 'center', margin: [0, 2, 0, 0] },
];

function sealed({ at, certificateSerial, origin, isTimeStamped }: PaperSeal): Node[] {
  const line = (text: string): Node => ({
    text,
    fontSize: 6.5,
    lineHeight: 1,
    color: colours.seal,
    alignment: 'center',
    margin: [0, 2, 0, 0],
  });
  return [
    { text: '平台电子封存', fontSize: 13, bold: true, color: colours.seal, alignment: 'center', lineHeight: 1 },
    {
      text: '仅证明文件完整性 · INTEGRITY ONLY',
      fontSize: 7.5,
      lineHeight: 1,
      color: colours.seal,
      alignment: 'center',
      margin: [0, 3, 0, 2],
    },
    line(`${shanghaiTime(at)}${isTimeStamped ? ' · RFC 3161' : ''}`),
    line(`证书 ${certificateSerial.slice(0, 40)}`),
    line(
      origin === 'generated'
        ? '证书由平台自行生成，不证明任何一方的身份 · self-generated, proves nobody’s identity'
        : '封存不代替任何一方的签名 · the seal replaces nobody’s signature',
    ),
  ];
}

function frame(colour: string, stack: readonly Node[]): Node {
  return {
    table: { widths: ['*'], body: [[{ stack, margin: [2, 4, 2, 4] }]] },
    layout: { hLineWidth: () => 1.2, vLineWidth: () => 1.2, hLineColor: () => colour, vLineColor: () => colour },
  };
}
