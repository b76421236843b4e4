import { Box, IconButton } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from './card';
import { isBoolean, usePreference } from './preference';

/**
 * What to do here, for somebody on his first day: three to seven short steps (`guide.{name}.1` …), foldable for good.
 * The texts are the built-in ones; an operator's own come from Strapi once that content exists.
 */
export function Guide({ name, steps }: { name: string; steps: number }): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = usePreference(`guide.${name}`, true, isBoolean);
  if (!open) return null;
  return (
    <Card
      title={translate('guide.title')}
      action={
        <IconButton
          size="small"
          aria-label={translate('guide.hide')}
          onClick={() => {
            setOpen(false);
          }}
          sx={{ m: -0.5 }}
        >
          <CloseIcon sx={{ fontSize: 15 }} />
        </IconButton>
      }
    >
      <Box component="ol" sx={{ m: 0, pl: '18px', color: 'tokens.ink2', '& li + li': { mt: '6px' } }}>
        {Array.from({ length: steps }, (_, index) => (
          <li key={index}>{translate(`guide.${name}.${(index + 1).toString()}`)}</li>
        ))}
      </Box>
    </Card>
  );
}
