import AddIcon from '@mui/icons-material/Add';
import CheckIcon from '@mui/icons-material/Check';
import CompareArrowsIcon from '@mui/icons-material/CompareArrows';
import PriorityHighIcon from '@mui/icons-material/PriorityHigh';
import RemoveIcon from '@mui/icons-material/Remove';
import ScheduleIcon from '@mui/icons-material/Schedule';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isKnownState, toneOf, type StateKind, type Tone } from './states';

/** Where nobody waits for anything the colour stays and the clock goes: a difference is something to look at. */
const signsOfKind: Readonly<Partial<Record<StateKind, Readonly<Record<string, typeof CheckIcon>>>>> = {
  configurationImportItem: { new: AddIcon, changed: CompareArrowsIcon },
};

const icons = { wait: ScheduleIcon, good: CheckIcon, bad: PriorityHighIcon, off: RemoveIcon } as const;

const Pill = styled('span', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: Tone }>(({ theme, tone }) => {
  const t = theme.palette.tokens;
  return {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 3,
    height: 20,
    padding: '0 9px 0 6px',
    borderRadius: 10,
    fontSize: 12,
    fontWeight: 600,
    lineHeight: 1,
    whiteSpace: 'nowrap',
    color: t[tone],
    backgroundColor: t[`${tone}Bg`],
    '& svg': { fontSize: 13 },
  };
});

/** A word in one of the four colours of state, with its sign: colour is never alone. */
export function Chip({
  tone,
  sign,
  children,
}: {
  tone: Tone;
  sign?: typeof CheckIcon | undefined;
  children: ReactNode;
}): ReactNode {
  const Icon = sign ?? icons[tone];
  return (
    <Pill tone={tone}>
      <Icon aria-hidden />
      {children}
    </Pill>
  );
}

interface StateChipProps {
  kind: StateKind;
  state: string | null | undefined;
}

/** The state of an entity with a life. */
export function StateChip({ kind, state }: StateChipProps): ReactNode {
  const translate = useTranslate();
  if (state === null || state === undefined) return null;
  const word = isKnownState(kind, state) ? translate(`state.${kind}.${state}`) : translate('state.other');
  return (
    <Chip tone={toneOf(kind, state)} sign={signsOfKind[kind]?.[state]}>
      {word}
    </Chip>
  );
}
