/** The look of a paper: A4, measures in points, the colours of the console. */
export const page = { width: 595.28, height: 841.89, orientation: 'portrait' } as const;

export const margins = { left: 64, top: 74, right: 64, bottom: 92 } as const;

export const textWidth = page.width - margins.left - margins.right;

export const colours = {
  ink: '#16191d',
  quiet: '#5b6470',
  line: '#cfd5db',
  tint: '#f4f7f7',
  accent: '#0B6E6E',
  seal: '#A8231C',
} as const;

/** Two Chinese characters (首行缩进). */
export const indent = 21;

export const styles = {
  title: { fontSize: 20, bold: true, alignment: 'center', margin: [0, 6, 0, 6], lineHeight: 1.05 },
  subtitle: { fontSize: 9, color: colours.quiet, alignment: 'center', margin: [0, 0, 0, 14] },
  heading: { fontSize: 11.5, bold: true, margin: [0, 11, 0, 3] },
  zh: { fontSize: 10.5, margin: [0, 0, 0, 3] },
  en: { fontSize: 9.5, margin: [0, 0, 0, 4] },
  label: { fontSize: 9, color: colours.quiet },
  value: { fontSize: 10 },
  small: { fontSize: 7.5, color: colours.quiet, lineHeight: 1 },
  note: { fontSize: 8.5, color: colours.quiet, margin: [0, 0, 0, 3], lineHeight: 1.1 },
  furniture: { fontSize: 7, color: colours.quiet, lineHeight: 1 },
} as const;

export const defaultStyle = { font: 'F0', fontSize: 10.5, lineHeight: 1.16, color: colours.ink } as const;

/** Lines between rows only: quiet tables. */
export const ruled = {
  hLineWidth: (): number => 0.5,
  vLineWidth: (): number => 0,
  hLineColor: (): string => colours.line,
  paddingLeft: (column: number): number => (column === 0 ? 2 : 8),
  paddingRight: (): number => 2,
  paddingTop: (): number => 4,
  paddingBottom: (): number => 4,
};
