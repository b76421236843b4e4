import type { Text2 } from '@linggong/core/domain';
import { colours, page, ruled } from '../paper-style';
import type { Node } from '../paper-node';
import { sealBox } from '../seal-box';
import type { Slip, SlipColumn, SlipFact, SlipPart, SlipSheet } from './slip';

/** Figures want more room than running text. */
export const slipMargins = { left: 44, top: 36, right: 44, bottom: 42 } as const;

const slipWidth = page.width - slipMargins.left - slipMargins.right;

/** The sheets of a slip, one below the other. */
export function sheetsOf(slip: Slip): Node[] {
  return slip.sheets.map((sheet, index) => {
    const isFirstOfPage = index % slip.perPage === 0;
    const isClose = slip.perPage === 2;
    const stack = [...headOf(sheet, isClose), ...sheet.parts.map((part) => partOf(part, isClose)), footOf(slip)];
    if (!isClose) return { stack, ...(index > 0 && { pageBreak: 'before' }) };
    return {
      stack: isFirstOfPage ? stack : [cutLine, ...stack],
      unbreakable: true,
      ...(isFirstOfPage && index > 0 && { pageBreak: 'before' }),
    };
  });
}

const cutLine: Node = {
  canvas: [
    {
      type: 'line',
      x1: 0,
      y1: 0,
      x2: slipWidth,
      y2: 0,
      lineWidth: 0.6,
      dash: { length: 3, space: 3 },
      lineColor: colours.line,
    },
  ],
  margin: [0, 12, 0, 10],
};

/** Two to a page stand close: the title beside its number. */
function headOf({ title, number }: SlipSheet, isClose: boolean): Node[] {
  const numbered = { text: `编号 No. ${number}`, style: 'label', alignment: 'right' };
  if (isClose) {
    const titled = [
      { text: title.zh, fontSize: 14, bold: true },
      { text: `\u3000${title.en}`, style: 'small' },
    ];
    return [
      {
        columns: [
          { text: titled, lineHeight: 1 },
          { ...numbered, margin: [0, 6, 0, 0] },
        ],
        margin: [0, 0, 0, 3],
      },
    ];
  }
  return [
    { text: title.zh, fontSize: 17, bold: true, alignment: 'center', lineHeight: 1, margin: [0, 2, 0, 3] },
    { text: title.en, style: 'small', alignment: 'center', margin: [0, 0, 0, 6] },
    { ...numbered, margin: [0, 0, 0, 3] },
  ];
}

function partOf(part: SlipPart, isClose: boolean): Node {
  switch (part.kind) {
    case 'facts':
      return { stack: [...headingOf(part.heading), factGrid(part.rows, isClose)], margin: [0, 0, 0, 8] };
    case 'table':
      return {
        stack: [...headingOf(part.heading), figures(part.columns, part.rows, part.total)],
        margin: [0, 0, 0, 8],
      };
    case 'warning':
      return {
        table: { widths: ['*'], body: [[{ text: both(part.text), bold: true, fontSize: 9, color: colours.seal }]] },
        layout: framed(colours.seal),
        margin: [0, 0, 0, 8],
      };
    case 'note':
      return { text: both(part.text), style: 'note', fontSize: 7.5 };
  }
}

const both = ({ zh, en }: Text2): string => `${zh}\u3000${en}`;

function headingOf(heading: Text2 | undefined): Node[] {
  return heading === undefined
    ? []
    : [
        {
          text: [
            { text: heading.zh, bold: true },
            { text: `\u3000${heading.en}`, style: 'label' },
          ],
          margin: [0, 4, 0, 4],
        },
      ];
}

function labelOf({ zh, en }: Text2): Node {
  return {
    stack: [
      { text: zh, fontSize: 8.5, lineHeight: 1 },
      { text: en, style: 'furniture', fontSize: 6.5 },
    ],
  };
}

function valueOf({ value, isMain }: SlipFact): Node {
  return { text: value, fontSize: isMain ? 11 : 9, lineHeight: 1.05, ...(isMain && { bold: true }) };
}

function factGrid(rows: readonly (readonly [SlipFact, SlipFact?])[], isClose: boolean): Node {
  return {
    table: {
      widths: [74, '*', 74, '*'],
      body: rows.map(([left, right]) =>
        right === undefined
          ? [labelOf(left.label), { ...(valueOf(left) as object), colSpan: 3 }, '', '']
          : [labelOf(left.label), valueOf(left), labelOf(right.label), valueOf(right)],
      ),
    },
    layout: {
      ...framed(colours.line, isClose ? 1.5 : 3.5),
      fillColor: (_row: number, _node: unknown, column: number) => (column % 2 === 0 ? colours.tint : null),
    },
  };
}

function figures(
  columns: readonly SlipColumn[],
  rows: readonly (readonly string[])[],
  total: readonly string[] | undefined,
): Node {
  const cell = (text: string, index: number, bold: boolean): Node => ({
    text,
    fontSize: 8.5,
    lineHeight: 1.05,
    bold,
    ...(columns[index]?.isAmount === true && { alignment: 'right', noWrap: true }),
  });
  const heads = columns.map(({ title, isAmount }) => ({
    stack: [
      { text: title.zh, fontSize: 8, lineHeight: 1 },
      { text: title.en, style: 'furniture', fontSize: 6 },
    ],
    ...(isAmount === true && { alignment: 'right' }),
  }));
  const line = (bold: boolean) => (row: readonly string[]) => row.map((text, index) => cell(text, index, bold));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [heads, ...rows.map(line(false)), ...(total === undefined ? [] : [line(true)(total)])],
    },
    layout: { ...ruled, fillColor: (row: number) => (row === 0 ? colours.tint : null) },
  };
}

function framed(colour: string, room = 3.5): object {
  return {
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    hLineColor: () => colour,
    vLineColor: () => colour,
    paddingLeft: () => 5,
    paddingRight: () => 4,
    paddingTop: () => room,
    paddingBottom: () => room,
  };
}

/** Who gives it, and the seal at its right. */
function footOf({ platformName, seal }: Slip): Node {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: '出具 Issued by', style: 'label' },
          { text: platformName.zh, fontSize: 8.5, margin: [0, 2, 0, 0] },
          { text: platformName.en, style: 'furniture' },
        ],
      },
      { width: 200, ...(sealBox(seal) as object) },
    ],
    columnGap: 16,
    margin: [0, 4, 0, 0],
  };
}
