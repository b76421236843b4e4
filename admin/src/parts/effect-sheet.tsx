import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, Drawer, IconButton, TextField, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useAsked } from '../approvals/asked';
import { useSendKey } from '../provider';
import { hasEnded } from '../session/token';
import { StayOnPage, useUnloadGuard } from './leave-guard';
import { usePane } from './pane';
import { footerHeight, LeavingFooter, SheetFooter } from './sheet-footer';
import { Trouble } from './states-of-page';
import { goToUnread } from './unread';

export interface Effect {
  label: string;
  value: ReactNode;
  strong?: boolean;
}

export interface EffectSheetProps<R> {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence: what pressing the button does. */
  lead?: string;
  /** The effect in numbers. */
  effects?: readonly Effect[];
  /** What else is worth knowing before: second person, what cannot be undone. */
  notes?: readonly string[];
  reason?: 'none' | 'optional' | 'required';
  /** Further fields of the action; `ready` says whether they are filled well. */
  children?: ReactNode;
  ready?: boolean;
  confirm: string;
  /** What closes the sheet without doing it; where the action itself is a cancelling, “cancel” would be two things. */
  dismiss?: string;
  danger?: boolean;
  /** The action. The key is the same for every retry of this sheet. */
  run: (input: { reason: string | undefined; key: string }) => Promise<R>;
  /** Progress and result, on the same sheet. */
  done?: (result: R) => ReactNode;
  /** A refusal that deserves more than its words, such as a newer quote. */
  refused?: (error: unknown) => ReactNode;
}

type Phase<R> = { at: 'asking' } | { at: 'running' } | { at: 'refused'; error: unknown } | { at: 'done'; result: R };

/** What would be lost with the sheet; `leaving` while it is asked whether it may. What is sent is not lost. */
type Typed = 'nothing' | 'typed' | 'leaving' | 'sent';

const choices = '[role="option"], [role="combobox"][aria-activedescendant], [aria-pressed]';

/** An action with consequences: states its effect in numbers, asks for a reason where one is required, shows what came of it. */
export function EffectSheet<R>(props: EffectSheetProps<R>): ReactNode {
  const titleId = useId();
  const [typed, setTyped] = useState<Typed>('nothing');
  const [isRunning, setRunning] = useState(false);
  const [wasOpen, setWasOpen] = useState(props.open);
  if (wasOpen !== props.open) {
    setWasOpen(props.open);
    setTyped('nothing');
    setRunning(false);
  }
  /** What would be lost: what was filled in, or what comes of the action, which is told on this sheet alone. */
  const isFilled = typed === 'typed' || typed === 'leaving' || isRunning;
  const fill = (): void => {
    setTyped((was) => (was === 'sent' ? was : 'typed'));
  };
  /** An option chosen, or a button of a choice pressed: no letter was typed for it, and it is not lost either. */
  const chosen = ({ target }: SyntheticEvent): void => {
    if (target instanceof Element && target.closest(choices) !== null) fill();
  };
  useUnloadGuard(isFilled);
  const paper = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  /** What was filled in is not lost by one key: the sheet asks first. */
  const ask = (): void => {
    before.current = document.activeElement;
    setTyped('leaving');
  };
  const leave = (): void => {
    if (isFilled && typed !== 'leaving') ask();
    else props.onClose();
  };
  const stay = (): void => {
    setTyped('typed');
    // Back to where he was. A button that the question stood for is gone: the next key is the sheet's then, not the page's.
    const back = paper.current?.contains(before.current) === true ? before.current : paper.current;
    if (back instanceof HTMLElement) back.focus();
  };
  return (
    <Drawer
      anchor="right"
      open={props.open}
      // A row or a card that the sheet belongs to is not clicked with it.
      onClick={(event) => {
        event.stopPropagation();
      }}
      onClose={(_event, how: string) => {
        // A click beside the sheet is a slip where something was filled in: it is closed by its own buttons then, or by Escape.
        if (how === 'backdropClick' && isFilled) return;
        // Escape on a question is its way back: pressed twice it loses nothing.
        if (typed === 'leaving') stay();
        else leave();
      }}
      slotProps={{
        paper: {
          ref: paper,
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          onInput: fill,
          onClick: chosen,
          // The options of a field leave the page while Enter is handled.
          onKeyDownCapture: (event: KeyboardEvent) => {
            if (event.key === 'Enter' || event.key === ' ') chosen(event);
          },
          sx: { width: { xs: '100%', sm: 440 } },
        },
      }}
    >
      {props.open && (
        <SheetBody
          {...props}
          titleId={titleId}
          leave={leave}
          running={setRunning}
          ask={isFilled ? ask : undefined}
          sent={() => {
            setTyped('sent');
          }}
          stay={typed === 'leaving' ? stay : undefined}
        />
      )}
    </Drawer>
  );
}

interface Leaving {
  /** Closes the sheet, or asks first. */
  leave: () => void;
  /** The way back of who is asked whether he leaves; absent while he is not. */
  stay: (() => void) | undefined;
}

type SheetBodyProps<R> = EffectSheetProps<R> &
  Leaving & {
    titleId: string;
    sent: () => void;
    running: (isRunning: boolean) => void;
    /** Asks whether he leaves; absent where nothing would be lost. */
    ask: (() => void) | undefined;
  };

function SheetBody<R>(props: SheetBodyProps<R>): ReactNode {
  const { title, onClose, titleId, run, done, refused, leave, sent, running, ask } = props;
  const translate = useTranslate();
  const [phase, setPhase] = useState<Phase<R>>({ at: 'asking' });
  const { key, failed } = useSendKey();
  const asked = useAsked();
  const pane = usePane();
  const outcome = (result: R): ReactNode =>
    asked(result) ?? done?.(result) ?? <Typography>{translate('sheet.done')}</Typography>;
  const start = (reason: string | undefined): void => {
    setPhase({ at: 'running' });
    running(true);
    run({ reason, key }).then(
      (result) => {
        running(false);
        // A session that ended meanwhile counts as an answer to react-admin: nothing was done, and the sign-in page says so.
        if (hasEnded()) return;
        sent();
        if (pane === undefined) {
          setPhase({ at: 'done', result });
          return;
        }
        // Beside a list the next thing follows at once: what came of this one is said above it.
        pane.said(outcome(result));
        onClose();
      },
      (error: unknown) => {
        running(false);
        failed(error);
        setPhase({ at: 'refused', error });
      },
    );
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100%' }}>
      <Box
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 2,
          bgcolor: 'tokens.card',
          display: 'flex',
          alignItems: 'center',
          p: '14px 12px 12px 20px',
          borderBottom: '1px solid',
          borderColor: 'tokens.line',
        }}
      >
        <Typography id={titleId} variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <IconButton aria-label={translate('ra.action.close')} onClick={phase.at === 'done' ? onClose : leave}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {ask !== undefined && (phase.at === 'asking' || phase.at === 'refused') && <StayOnPage ask={ask} />}
      {phase.at === 'done' ? (
        <Done onClose={onClose}>{outcome(phase.result)}</Done>
      ) : (
        <Asking
          {...props}
          busy={phase.at === 'running'}
          start={start}
          trouble={phase.at === 'refused' ? (refused?.(phase.error) ?? <Trouble error={phase.error} />) : undefined}
        />
      )}
    </Box>
  );
}

type AskingProps<R> = EffectSheetProps<R> &
  Leaving & {
    busy: boolean;
    trouble: ReactNode;
    start: (reason: string | undefined) => void;
  };

function Asking<R>(props: AskingProps<R>): ReactNode {
  const {
    lead,
    effects = [],
    notes = [],
    reason = 'none',
    children,
    ready = true,
    busy,
    trouble,
    start,
    confirm,
    danger = false,
  } = props;
  const translate = useTranslate();
  const [text, setText] = useState('');
  const blank = text.trim() === '';
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!goToUnread(event.currentTarget)) start(blank ? undefined : text.trim());
      }}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1 }}
    >
      <Box sx={{ p: '16px 20px', display: 'grid', gap: 2, flex: 1, alignContent: 'start' }}>
        {lead !== undefined && <Typography>{lead}</Typography>}
        {effects.length > 0 && <Effects effects={effects} />}
        {children}
        {reason !== 'none' && (
          <TextField
            label={translate(reason === 'required' ? 'sheet.reason' : 'sheet.reasonOptional')}
            helperText={translate('sheet.reasonHelp')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
            multiline
            minRows={2}
            required={reason === 'required'}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        )}
        {notes.map((note) => (
          <Typography key={note} variant="body2" sx={{ color: 'tokens.ink2' }}>
            {note}
          </Typography>
        ))}
        {trouble !== undefined && <Refused>{trouble}</Refused>}
      </Box>
      {props.stay === undefined ? (
        <SheetFooter>
          <Button onClick={props.leave}>{props.dismiss ?? translate('ra.action.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={busy || !ready || (reason === 'required' && blank)}
          >
            {busy ? translate('sheet.running') : confirm}
          </Button>
        </SheetFooter>
      ) : (
        <LeavingFooter stay={props.stay} leave={props.leave} busy={busy} />
      )}
    </Box>
  );
}

/** What went wrong, in sight: in a long sheet it would stand behind the buttons, and they would seem to do nothing. */
function Refused({ children }: { children: ReactNode }): ReactNode {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useEffect(() => {
    void root?.scrollIntoView({ block: 'nearest' });
  }, [root]);
  return (
    <Box ref={setRoot} sx={{ scrollMarginBottom: footerHeight }}>
      {children}
    </Box>
  );
}

function Effects({ effects }: { effects: readonly Effect[] }): ReactNode {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
        overflow: 'hidden',
        '& > div + div': { borderTop: '1px solid', borderColor: 'tokens.line' },
      }}
    >
      {effects.map(({ label, value, strong }) => (
        <Box
          key={label}
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            gap: 2,
            p: '7px 14px',
            fontSize: strong === true ? 15 : 13,
            fontWeight: strong === true ? 600 : 400,
          }}
        >
          <Box component="dt" sx={{ color: strong === true ? 'tokens.ink' : 'tokens.ink2' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Done({ children, onClose }: { children: ReactNode; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useEffect(() => {
    root?.focus();
  }, [root]);
  return (
    <>
      <Box
        ref={setRoot}
        tabIndex={-1}
        role="status"
        sx={{ p: '16px 20px', flex: 1, display: 'grid', gap: 2, alignContent: 'start', outline: 'none' }}
      >
        {children}
      </Box>
      <SheetFooter>
        <Button variant="contained" color="primary" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </SheetFooter>
    </>
  );
}
