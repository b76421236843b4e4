import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Waiting } from './waiting';
import { countText } from '../parts/money-text';

interface KindChipsProps {
  kinds: readonly Waiting[];
  count: number;
  /** The kind that is shown alone. */
  kind: string | undefined;
  hrefOf: (kind: string | undefined) => string;
}

/** The kinds with their counts; one of them narrows the list, and the address says so. */
export function KindChips({ kinds, count, kind, hrefOf }: KindChipsProps): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      component="nav"
      aria-label={translate('todoList.kinds')}
      sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mb: 1.25 }}
    >
      <KindChip to={hrefOf(undefined)} on={kind === undefined} label={translate('todoList.all')} count={count} />
      {kinds.map(({ todo: { key }, count: some }) => (
        <KindChip key={key} to={hrefOf(key)} on={kind === key} label={translate(`todo.${key}`)} count={some} />
      ))}
    </Box>
  );
}

interface KindChipProps {
  to: string;
  on: boolean;
  label: string;
  count: number;
}

function KindChip({ to, on, label, count }: KindChipProps): ReactNode {
  return (
    <Box
      component={Link}
      to={to}
      aria-current={on ? 'true' : undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        minHeight: { xs: 44, sm: 28 },
        px: 1.25,
        borderRadius: '14px',
        border: '1px solid',
        borderColor: on ? 'tokens.accent' : 'tokens.line',
        bgcolor: on ? 'tokens.accentBg' : 'tokens.card',
        color: on ? 'tokens.accent' : 'tokens.ink2',
        fontSize: 13,
        fontWeight: on ? 600 : 400,
        textDecoration: 'none',
      }}
    >
      {label}
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {countText(count)}
      </Box>
    </Box>
  );
}
