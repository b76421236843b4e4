import { Box, Button, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Trouble } from '../parts/states-of-page';
import { call } from '../provider';
import { mono } from '../theme';

export interface TextOfContract {
  text: string;
  sha256: string;
  masked: boolean;
}

/** The full text as the reader may see it: in clear for its party, masked for everybody else. */
export function useContractText(id: number, wanted: boolean) {
  return useQuery({
    queryKey: ['contract-text', id],
    // The route answers with the schema `contractTextAnswer`.
    queryFn: async ({ signal }) =>
      (await call(`/api/v1/contracts/${id.toString()}/text`, { signal })).json as TextOfContract,
    enabled: wanted,
    retry: false,
  });
}

/** The text on demand, with the digest that proves which text was agreed to. */
export function ContractText({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { data, error } = useContractText(id, open);
  return (
    <Card
      title={translate('contract.text')}
      action={
        open ? undefined : (
          <Button
            size="small"
            color="primary"
            onClick={() => {
              setOpen(true);
            }}
          >
            {translate('contract.read')}
          </Button>
        )
      }
    >
      {error !== null && <Trouble error={error} />}
      {open && data === undefined && error === null && <Skeleton variant="rounded" height={240} />}
      {data !== undefined && <PrintedText contract={data} />}
    </Card>
  );
}

/** Is the end of the text in sight? */
const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < 24;

interface PrintedTextProps {
  contract: TextOfContract;
  /** Told once the reader has come to the end; at once where the whole text fits. */
  onEnd?: () => void;
}

export function PrintedText({ contract, onEnd }: PrintedTextProps): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <Box
        ref={(box: HTMLElement | null) => {
          if (box !== null && isAtEnd(box)) onEnd?.();
        }}
        onScroll={(event) => {
          if (isAtEnd(event.currentTarget)) onEnd?.();
        }}
        tabIndex={0}
        role="document"
        aria-label={translate('contract.text')}
        sx={{
          whiteSpace: 'pre-wrap',
          fontSize: 14,
          lineHeight: 1.8,
          maxHeight: 480,
          overflowY: 'auto',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: '6px',
          p: 2,
        }}
      >
        {contract.text}
      </Box>
      <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1, overflowWrap: 'anywhere' }}>
        SHA-256{' '}
        <Box component="span" sx={{ fontFamily: mono }}>
          {contract.sha256}
        </Box>
        {contract.masked && <Box>{translate('contract.masked')}</Box>}
      </Box>
    </>
  );
}
