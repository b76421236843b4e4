import { Box, IconButton, Skeleton } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useGuides } from '../guides/use-guides';
import { Card } from './card';
import { isBoolean, usePreference } from './preference';

/**
 * What to do here, for somebody on his first day: three to seven short steps, foldable for good. They are content: the guide of this name
 * in the content panel (内容面板), which comes with the platform and is changed there.
 * @param steps how many are expected, so that nothing moves when they come
 */
export function Guide({ name, steps }: { name: string; steps: number }): ReactNode {
  const translate = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const [open, setOpen] = usePreference(`guide.${name}`, true, isBoolean);
  const { data, isError } = useGuides();
  const lines = data?.find((guide) => guide.name === name)?.steps[language];
  if (!open || isError || (data !== undefined && (lines === undefined || lines.length === 0))) return null;
  return (
    <Card
      screenOnly
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
        {(lines ?? Array.from({ length: steps }, () => undefined)).map((line, index) => (
          <li key={index}>{line ?? <Skeleton />}</li>
        ))}
      </Box>
    </Card>
  );
}
