import type { PaletteMode, ThemeOptions } from '@mui/material';
import type { RaThemeOptions } from 'react-admin';
import { printStyles } from './shell/print-styles';

/**
 * The one place of colours, sizes and densities. The light tokens are those of the product's picture (batch preview);
 * three greys are a touch darker than there, because small text must reach a contrast of 4.5 : 1 (WCAG 1.4.3).
 */
export interface Tokens {
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  bg: string;
  card: string;
  head: string;
  open: string;
  accent: string;
  accentInk: string;
  accentBg: string;
  accentLine: string;
  wait: string;
  waitBg: string;
  waitBar: string;
  good: string;
  goodBg: string;
  bad: string;
  badBg: string;
  off: string;
  offBg: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    tokens: Tokens;
  }
  interface PaletteOptions {
    tokens?: Tokens;
  }
}

const light: Tokens = {
  ink: '#16211f',
  ink2: '#51605d',
  ink3: '#606d69',
  line: '#e3e8e7',
  bg: '#f5f7f6',
  card: '#ffffff',
  head: '#fafbfb',
  open: '#f7fbfb',
  accent: '#0b6e6e',
  accentInk: '#ffffff',
  accentBg: '#e6f1f0',
  accentLine: '#bcd6d4',
  wait: '#8f5a00',
  waitBg: '#fdf3de',
  waitBar: '#c9871a',
  good: '#1c6b3a',
  goodBg: '#e6f4ea',
  bad: '#a8321f',
  badBg: '#fbeae7',
  off: '#5c6865',
  offBg: '#eef1f0',
};

const dark: Tokens = {
  ink: '#e8eeec',
  ink2: '#b4c0bd',
  ink3: '#95a29e',
  line: '#2c3836',
  bg: '#111817',
  card: '#18211f',
  head: '#1c2624',
  open: '#16292a',
  accent: '#5cc4bd',
  accentInk: '#06211f',
  accentBg: '#153432',
  accentLine: '#2d5a57',
  wait: '#efbf63',
  waitBg: '#3a2d12',
  waitBar: '#d9992e',
  good: '#7fd09b',
  goodBg: '#16321f',
  bad: '#f19c8b',
  badBg: '#3d1d17',
  off: '#aab6b2',
  offBg: '#27312f',
};

/**
 * System Chinese sans; nothing is downloaded. Its quotes and apostrophes are as wide as a Chinese sign: on an English page (`lang`) a
 * family of those few signs stands before it, from whatever Latin font the machine has.
 */
const sans =
  '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,-apple-system,"Segoe UI",sans-serif';
const latinMarks = {
  fontFamily: 'Latin marks',
  src: ['Segoe UI', 'Helvetica Neue', 'Arial', 'Noto Sans', 'DejaVu Sans'].map((name) => `local("${name}")`).join(','),
  unicodeRange: 'U+2018-2019,U+201C-201D,U+2026',
};

/** For numbers that are read digit by digit: identity numbers, cards, business numbers in tables. */
export const mono = '"JetBrains Mono","SF Mono",Consolas,"DejaVu Sans Mono",monospace';

/** Sizes in pixels: 36 px rows on a desk, 44 px touch targets on a phone. */
export const size = {
  row: 36,
  touch: 44,
  topBar: 48,
  navigation: 200,
  navigationSlim: 56,
  aside: 250,
  radius: 8,
} as const;

/** Where a thumb does what a mouse does elsewhere. */
export const touchScreen = '@media (max-width: 599px), (pointer: coarse)';

/** A sign within a line may be smaller than a thumb: what is hit around it is not, and the line does not grow. */
const hitArea = {
  content: '""',
  position: 'absolute',
  top: '50%',
  left: '50%',
  width: `max(100%, ${size.touch.toString()}px)`,
  height: `max(100%, ${size.touch.toString()}px)`,
  transform: 'translate(-50%, -50%)',
} as const;

/** What is ticked is hit where its own input lies: the box itself is as large as a thumb. */
const boxes: NonNullable<ThemeOptions['components']> = {
  MuiCheckbox: {
    defaultProps: { size: 'small', color: 'primary' },
    styleOverrides: { root: { padding: 4, [touchScreen]: { padding: 12 } } },
  },
  MuiRadio: { styleOverrides: { root: { [touchScreen]: { padding: 12 } } } },
};

function buttons(t: Tokens): NonNullable<ThemeOptions['components']> {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { [touchScreen]: { '&::after': hitArea } } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit', size: 'medium' },
      styleOverrides: {
        root: {
          textTransform: 'none',
          borderRadius: 6,
          fontWeight: 400,
          whiteSpace: 'nowrap',
          '&:focus-visible': { outline: `2px solid ${t.accent}`, outlineOffset: 2 },
          variants: [
            { props: { size: 'medium' }, style: { height: 34, padding: '0 14px', fontSize: 14 } },
            { props: { size: 'small' }, style: { height: 28, padding: '0 10px', fontSize: 13 } },
            { props: { variant: 'contained' }, style: { fontWeight: 600 } },
            {
              props: { variant: 'outlined', color: 'inherit' },
              style: {
                borderColor: t.line,
                backgroundColor: t.card,
                color: t.ink,
                '&:hover': { backgroundColor: t.head },
              },
            },
            {
              props: { variant: 'outlined', color: 'primary' },
              style: { borderColor: t.accentLine, backgroundColor: t.card, '&:hover': { backgroundColor: t.accentBg } },
            },
            { props: { variant: 'text', color: 'inherit' }, style: { color: t.ink2 } },
          ],
          [touchScreen]: { minHeight: size.touch },
        },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          borderRadius: 6,
          color: t.ink2,
          '&:focus-visible': { outline: `2px solid ${t.accent}` },
          variants: [
            { props: { size: 'medium' }, style: { [touchScreen]: { minWidth: size.touch, minHeight: size.touch } } },
          ],
        },
      },
    },
    MuiToggleButton: { styleOverrides: { root: { [touchScreen]: { minHeight: size.touch } } } },
    ...boxes,
  };
}

function components(t: Tokens): NonNullable<ThemeOptions['components']> {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        '@font-face': latinMarks,
        ...printStyles,
        html: { '--sans': sans },
        'html:lang(en)': { '--sans': `"Latin marks",${sans}` },
        body: { fontVariantNumeric: 'tabular-nums', backgroundColor: t.bg },
        // Form elements bring a font of the system of their own; theirs is ours.
        'button, input, select, textarea': { fontFamily: 'inherit', fontVariantNumeric: 'inherit' },
        a: { color: t.accent, textDecoration: 'none', '&:hover': { textDecoration: 'underline' } },
        ':focus-visible': { outline: `2px solid ${t.accent}`, outlineOffset: 2 },
        [touchScreen]: { 'select, summary': { minHeight: size.touch } },
        '@media (prefers-reduced-motion: reduce)': {
          '*': { animation: 'none !important', transition: 'none !important' },
        },
      },
    },
    ...buttons(t),
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { fontSize: 14, borderRadius: 6, backgroundColor: t.card },
        // On a phone tall enough for a thumb, and in letters that it does not zoom into.
        input: {
          padding: '7px 10px',
          height: 20,
          [touchScreen]: { padding: '11px 10px', height: 22, fontSize: 16 },
        },
        inputMultiline: { padding: 0 },
        multiline: { padding: '8px 10px' },
        notchedOutline: { borderColor: t.line, top: 0, '& legend': { display: 'none' } },
      },
    },
    // Labels stand above their fields, not in them: what a field wants is still to be read when it is filled.
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          fontSize: 13,
          lineHeight: 1.5,
          marginBottom: 4,
          maxWidth: '100%',
          whiteSpace: 'normal',
          color: t.ink2,
        },
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0, fontSize: 12, color: t.ink3 } } },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
    // A menu that fades takes clicks that are meant for what lies below it.
    MuiMenu: { defaultProps: { transitionDuration: 0 } },
    MuiMenuItem: {
      styleOverrides: { root: { fontSize: 14, minHeight: 34, [touchScreen]: { minHeight: size.touch } } },
    },
    MuiTooltip: {
      defaultProps: { arrow: true, enterDelay: 300 },
      styleOverrides: { tooltip: { fontSize: 12, lineHeight: 1.5 } },
    },
    MuiDialog: { styleOverrides: { paper: { borderRadius: size.radius }, paperFullScreen: { borderRadius: 0 } } },
  };
}

function theme(mode: PaletteMode, t: Tokens): RaThemeOptions {
  return {
    palette: {
      mode,
      tokens: t,
      primary: { main: t.accent, contrastText: t.accentInk },
      secondary: { main: t.accent, contrastText: t.accentInk },
      error: { main: t.bad },
      warning: { main: t.wait },
      success: { main: t.good },
      info: { main: t.accent },
      background: { default: t.bg, paper: t.card },
      text: { primary: t.ink, secondary: t.ink2, disabled: t.ink3 },
      divider: t.line,
    },
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: 'var(--sans)',
      fontSize: 14,
      htmlFontSize: 16,
      body1: { fontSize: 14, lineHeight: 1.5 },
      body2: { fontSize: 13, lineHeight: 1.5 },
      caption: { fontSize: 12, lineHeight: 1.5 },
      h1: { fontSize: 20, fontWeight: 700, lineHeight: 1.5 },
      h2: { fontSize: 15, fontWeight: 600, lineHeight: 1.5 },
      h3: { fontSize: 13, fontWeight: 600, lineHeight: 1.5 },
      button: { textTransform: 'none' },
    },
    components: components(t),
  };
}

export const lightTheme = theme('light', light);
export const darkTheme = theme('dark', dark);
