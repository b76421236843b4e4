import { Box, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { guideOfPage } from '../guides/page-guide';
import { useGuides } from '../guides/use-guides';
import { useText2 } from '../parts/text2';
import { mono } from '../theme';

const keys = [
  ['/', 'search'],
  ['Ctrl K', 'search'],
  ['j', 'down'],
  ['k', 'up'],
  ['x', 'select'],
  ['Enter', 'open'],
  ['a', 'approve'],
  ['r', 'reject'],
  ['?', 'help'],
] as const;

/** Is somebody writing? Then single keys are letters, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** How many listen for a key now: the sheet tells of those that do something on this page. */
const heard = new Map<string, number>();

function useHeard(key: string): void {
  useEffect(() => {
    heard.set(key, (heard.get(key) ?? 0) + 1);
    return () => {
      heard.set(key, (heard.get(key) ?? 1) - 1);
    };
  }, [key]);
}

/** Listens for one plain key while nobody writes and no dialog is open. */
export function useShortcut(key: string, act: () => void): void {
  useHeard(key);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [key, act]);
}

const buttons: Readonly<Record<string, string>> = { a: '[data-approve]', r: '[data-reject]' };

/** Does the key do anything on the page that stands there? A row is opened where rows are walked along. */
function isOfPage(key: string): boolean {
  const button = buttons[key];
  if (button !== undefined) return document.querySelector(`main ${button}:not(:disabled)`) !== null;
  if (key === 'Enter') return isOfPage('j');
  return key === 'Ctrl K' || (heard.get(key) ?? 0) > 0;
}

/** Presses the page's approving or refusing button; each opens its sheet, nothing happens at once. */
function press(selector: string): void {
  document.querySelector<HTMLButtonElement>(`main ${selector}:not(:disabled)`)?.click();
}

/** `?` shows what the keys do. */
export function Shortcuts(): ReactNode {
  const translate = useTranslate();
  const [shown, setShown] = useState<readonly (typeof keys)[number][]>([]);
  const [open, setOpen] = useState(false);
  useShortcut('?', () => {
    setShown(keys.filter(([key]) => isOfPage(key)));
    setOpen(true);
  });
  const close = (): void => {
    setOpen(false);
  };
  useShortcut('a', () => {
    press('[data-approve]');
  });
  useShortcut('r', () => {
    press('[data-reject]');
  });
  return (
    <Dialog open={open} onClose={close} aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title" sx={{ fontSize: 15, fontWeight: 600 }}>
        {translate('shortcuts.title')}
      </DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1, minWidth: 260 }}
        >
          {shown.map(([key, what]) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Box
                  component="kbd"
                  sx={{
                    fontFamily: mono,
                    fontSize: 12,
                    border: '1px solid',
                    borderColor: 'tokens.line',
                    borderRadius: '4px',
                    px: '6px',
                  }}
                >
                  {key}
                </Box>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {translate(`shortcuts.${what}`)}
              </Box>
            </Box>
          ))}
        </Box>
        <PageGuide onGo={close} />
      </DialogContent>
    </Dialog>
  );
}

/** The guide of the page, where it has one. */
function PageGuide({ onGo }: { onGo: () => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { pathname } = useLocation();
  const { data = [] } = useGuides();
  const guide = guideOfPage(data, pathname);
  if (guide === undefined) return null;
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: '1px solid', borderColor: 'tokens.line', fontSize: 13 }}>
      {translate('shortcuts.guide')}{' '}
      <Link to={`/guides/${guide.name}`} onClick={onGo} style={{ textDecoration: 'underline' }}>
        {text(guide.title)}
      </Link>
    </Box>
  );
}
