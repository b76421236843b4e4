import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isRecord } from '../provider/problem';

/** What is wrong with the answer of a field, which has the id `field-{name}`. */
export interface Fault {
  name: string;
  text: string;
}

interface FaultListProps {
  faults: readonly Fault[];
  label: (name: string) => string;
  /** What the ids of the fields begin with. */
  anchor?: string;
}

/** Everything that is wrong, by the words that stand above the fields, each a link to its field. */
export function FaultList({ faults, label, anchor = 'field-' }: FaultListProps): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="alert"
      sx={{ bgcolor: 'tokens.badBg', color: 'tokens.bad', borderRadius: '8px', p: '10px 14px', fontSize: 13 }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate('form.wrong', { smart_count: faults.length })}
      </Typography>
      {faults.map(({ name, text }) => (
        <Box key={name}>
          <a href={`#${anchor}${name}`} style={{ color: 'inherit', textDecoration: 'underline' }}>
            {translate('form.faultOf', { label: label(name), fault: text })}
          </a>
        </Box>
      ))}
    </Box>
  );
}

/** The faults by field, as the problem of the server lists them. */
function faultsOf(error: unknown): Readonly<Record<string, string>> {
  const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
  const faults: Record<string, string> = {};
  const list = Array.isArray(body['errors']) ? body['errors'] : [];
  for (const item of list) {
    if (isRecord(item) && typeof item['field'] === 'string' && typeof item['text'] === 'string')
      faults[item['field']] = item['text'];
  }
  if (typeof body['field'] === 'string' && faults[body['field']] === undefined)
    faults[body['field']] = typeof body['detail'] === 'string' ? body['detail'] : String(body['title'] ?? '');
  return faults;
}

/** What the server said of a field of the form, however deep it stands in what was sent: `holder.phone` is the field `phone`. */
function faultOf(told: Readonly<Record<string, string>>, name: string): string | undefined {
  return told[name] ?? Object.entries(told).find(([field]) => field.endsWith(`.${name}`))?.[1];
}

/** The faults that the server found with these fields. */
export function placedFaults(error: unknown, names: readonly string[]): Fault[] {
  const told = faultsOf(error);
  return names.flatMap((name) => {
    const text = faultOf(told, name);
    return text === undefined ? [] : [{ name, text }];
  });
}
