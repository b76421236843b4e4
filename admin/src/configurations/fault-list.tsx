import type { Fault } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';

const shownMax = 50;

/** What is wrong (and keeps the draft from its check) or worth a look, each in a plain sentence. */
export function FaultList({ faults, hints }: { faults: readonly Fault[]; hints: readonly Fault[] }): ReactNode {
  return (
    <>
      <Sentences items={faults} tone="bad" title="configuration.faults" />
      <Sentences items={hints} tone="wait" title="configuration.hints" />
    </>
  );
}

function Sentences({
  items,
  tone,
  title,
}: {
  items: readonly Fault[];
  tone: 'bad' | 'wait';
  title: 'configuration.faults' | 'configuration.hints';
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (items.length === 0) return null;
  return (
    <Box
      role={tone === 'bad' ? 'alert' : 'note'}
      sx={{ bgcolor: `tokens.${tone}Bg`, color: `tokens.${tone}`, borderRadius: '8px', p: '10px 14px', fontSize: 13 }}
    >
      <Box sx={{ fontWeight: 600 }}>{translate(title, { smart_count: items.length })}</Box>
      <Box component="ul" sx={{ m: 0, pl: '18px' }}>
        {items.slice(0, shownMax).map((fault, index) => (
          <li key={index}>{text(fault.text)}</li>
        ))}
      </Box>
    </Box>
  );
}
