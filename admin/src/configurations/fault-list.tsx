import type { Fault } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';

const shownMax = 50;

interface FaultListProps {
  faults: readonly Fault[];
  hints: readonly Fault[];
  /** Where a fault stands, in the words of the page; undefined where its sentence says so. */
  placeOf?: (path: string) => string | undefined;
}

const nowhere = (): undefined => undefined;

/** What is wrong (and keeps the draft from its check) or worth a look, each in a plain sentence. */
export function FaultList({ faults, hints, placeOf = nowhere }: FaultListProps): ReactNode {
  return (
    <>
      <Sentences items={faults} placeOf={placeOf} tone="bad" title="configuration.faults" />
      <Sentences items={hints} placeOf={placeOf} tone="wait" title="configuration.hints" />
    </>
  );
}

function Sentences({
  items,
  placeOf,
  tone,
  title,
}: {
  items: readonly Fault[];
  placeOf: (path: string) => string | undefined;
  tone: 'bad' | 'wait';
  title: 'configuration.faults' | 'configuration.hints';
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (items.length === 0) return null;
  const sentence = (fault: Fault): string => {
    const place = placeOf(fault.path);
    return place === undefined
      ? text(fault.text)
      : translate('form.faultOf', { label: place, fault: text(fault.text) });
  };
  return (
    <Box
      role={tone === 'bad' ? 'alert' : 'note'}
      sx={{ bgcolor: `tokens.${tone}Bg`, color: `tokens.${tone}`, borderRadius: '8px', p: '10px 14px', fontSize: 13 }}
    >
      <Box sx={{ fontWeight: 600 }}>{translate(title, { smart_count: items.length })}</Box>
      <Box
        component="ul"
        tabIndex={items.length > 6 ? 0 : undefined}
        sx={{ m: 0, pl: '18px', maxHeight: 132, overflowY: 'auto' }}
      >
        {items.slice(0, shownMax).map((fault, index) => (
          <li key={index}>{sentence(fault)}</li>
        ))}
      </Box>
    </Box>
  );
}
