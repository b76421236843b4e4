import type { Paper } from './paper';
import { printedCode } from '../../domain';
import { colours, margins, textWidth } from './paper-style';
import type { Node } from './paper-node';
import { qrSide } from './qr-mark';

/** Top of each page: what this is, and beside it the QR code (drawn by `markPages`). */
export function header({ template, number }: Paper): Node {
  return {
    stack: [
      { text: template.title.zh, noWrap: true, style: 'furniture', fontSize: 8 },
      { text: `${number}\u3000${template.title.en}`, noWrap: true, style: 'furniture', margin: [0, 2, 0, 0] },
    ],
    margin: [margins.left, 44, margins.right + qrSide + 10, 0],
  };
}

/** Foot of each page: number, version and digest of the text, the code to type where nothing scans, and the page. */
export function footer({ template, number, textSha256, code }: Paper, current: number, count: number): Node {
  const line = (text: string): Node => ({ text, noWrap: true, style: 'furniture', margin: [0, 0, 0, 2.5] });
  return {
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.5, lineColor: colours.line }],
        margin: [0, 0, 0, 6],
      },
      {
        columns: [
          {
            width: '*',
            stack: [
              line(`合同编号 ${number}\u3000文本版本 ${template.code} v${template.version}`),
              line(`文本 SHA-256 ${textSha256}`),
              line(`核验码 ${printedCode(code)}（扫描本页右上角二维码核验 · scan the code above to verify）`),
            ],
          },
          {
            width: 78,
            stack: [
              {
                text: `第 ${current} 页，共 ${count} 页`,
                noWrap: true,
                style: 'furniture',
                fontSize: 8,
                alignment: 'right',
              },
              {
                text: `${current}/${count}`,
                noWrap: true,
                style: 'furniture',
                alignment: 'right',
                margin: [0, 3, 0, 0],
              },
            ],
          },
        ],
      },
    ],
    margin: [margins.left, margins.bottom - 66, margins.right, 0],
  };
}
