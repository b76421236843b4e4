import type { DecisionTable, Fault } from '@linggong/studio/domain';
import { Box, Button, Link } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { rowOf } from './marks';

interface IssuesProps {
  table: DecisionTable;
  faults: readonly Fault[];
  hints: readonly Fault[];
  onRow: (row: number) => void;
}

const shown = 5;

/** Faults and hints in words, each leading to its row. */
export function Issues({ table, faults, hints, onRow }: IssuesProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [isOpen, setOpen] = useState(false);
  const all = [...faults, ...hints];
  if (all.length === 0) return null;
  return (
    <Box
      sx={{ mb: 1, fontSize: 13, p: '8px 12px', border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px' }}
    >
      <Box component="b" sx={{ fontWeight: 600, color: faults.length > 0 ? 'tokens.bad' : 'tokens.wait' }}>
        {translate(faults.length > 0 ? 'decisionTable.issues' : 'decisionTable.hintsOnly', {
          faults: faults.length,
          hints: hints.length,
        })}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {(isOpen ? all : all.slice(0, shown)).map((issue, index) => {
          const row = rowOf(table, issue);
          return (
            <li key={`${issue.path} ${issue.code} ${index.toString()}`}>
              {row === undefined ? (
                text(issue.text)
              ) : (
                <Link
                  component="button"
                  type="button"
                  sx={{ fontSize: 13, textAlign: 'left' }}
                  onClick={() => {
                    onRow(row);
                  }}
                >
                  {text(issue.text)}
                </Link>
              )}
            </li>
          );
        })}
      </Box>
      {all.length > shown && (
        <Button
          size="small"
          variant="text"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {translate(isOpen ? 'decisionTable.issuesLess' : 'decisionTable.issuesMore', { count: all.length })}
        </Button>
      )}
    </Box>
  );
}
