import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { Box, IconButton } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useMay, useMe } from '../session/use-me';
import { askClear } from '../unmaskings/ask-clear';
import { ClearValue, useClearValue } from '../unmaskings/clear-value';
import type { Sensitive } from '../unmaskings/lasting';
import { EffectSheet } from './effect-sheet';

interface RevealProps {
  of: Sensitive;
  /** What the field is called where it stands. */
  label: string;
  /** The masked text, as it is shown. */
  children: ReactNode;
}

/** A masked value with the eye (查看明文): asks why, then shows it in its place for a minute, or says whose approval it waits for. */
export function Reveal({ of, label, children }: RevealProps): ReactNode {
  const translate = useTranslate();
  const self = useMe()?.account.role;
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useClearValue();
  if (!may('sensitive-field', 'unmask') || !may(of.kind, 'read')) return children;
  const hide = (): void => {
    setShown(undefined);
  };
  const own = self === 'worker' || self === 'enterprise';
  // A live elevation (提权) shows what lies within its scope at once; beyond it a second person is asked as ever.
  const elevated = may(of.kind, 'unmask');
  const title = translate('unmask.eye', { label });
  const close = (): void => {
    setAsking(false);
  };
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      {shown === undefined ? children : <ClearValue key={shown.until} shown={shown} hide={hide} />}
      {shown === undefined && (
        <IconButton
          size="small"
          aria-label={title}
          title={title}
          onClick={() => {
            setAsking(true);
          }}
        >
          <VisibilityOutlined sx={{ fontSize: 16 }} />
        </IconButton>
      )}
      <EffectSheet<unknown>
        open={asking}
        onClose={close}
        title={title}
        lead={translate(own ? 'unmask.leadOwn' : elevated ? 'unmask.leadElevated' : 'unmask.lead')}
        effects={[{ label, value: children }]}
        notes={[translate('unmask.note')]}
        reason="required"
        confirm={translate(own || elevated ? 'unmask.show' : 'unmask.ask')}
        run={async ({ reason }) => {
          const answer = await askClear(of, reason ?? '');
          if ('asked' in answer) return answer.asked;
          setShown(answer);
          close();
          return undefined;
        }}
      />
    </Box>
  );
}
