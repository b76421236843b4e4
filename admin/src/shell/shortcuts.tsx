import { Box, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
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

/** Listens for one plain key while nobody writes and no dialog is open. */
export function useShortcut(key: string, act: () => void): void {
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

/** Presses the page's approving or refusing button; each opens its sheet, nothing happens at once. */
function press(selector: string): void {
  document.querySelector<HTMLButtonElement>(`main ${selector}:not(:disabled)`)?.click();
}

/** `?` shows what the keys do. */
export function Shortcuts(): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  useShortcut('?', () => {
    setOpen(true);
  });
  useShortcut('a', () => {
    press('[data-approve]');
  });
  useShortcut('r', () => {
    press('[data-reject]');
  });
  return (
    <Dialog
      open={open}
      onClose={() => {
        setOpen(false);
      }}
      aria-labelledby="shortcuts-title"
    >
      <DialogTitle id="shortcuts-title" sx={{ fontSize: 15, fontWeight: 600 }}>
        {translate('shortcuts.title')}
      </DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1, minWidth: 260 }}
        >
          {keys.map(([key, what]) => (
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
      </DialogContent>
    </Dialog>
  );
}
