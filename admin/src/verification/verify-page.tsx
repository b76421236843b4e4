import { Box, Button, TextField, Typography } from '@mui/material';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { Card, Cards } from '../parts/card';
import { Empty, Trouble } from '../parts/states-of-page';
import { ProblemError } from '../provider/problem';
import { LanguageSwitch } from '../shell/language-switch';
import { PdfDrop } from './pdf-drop';
import { VerificationResult } from './verification-result';
import { typedCode, verifyCode, verifyFile, type Verification } from './verification-api';

const fileKey = ['verification-of-file'];

/** Anybody who holds a contract document asks here whether it is ours and unchanged (公开核验). No sign-in, no personal data. */
export default function VerifyPage(): ReactNode {
  const translate = useTranslate();
  const { code } = useParams();
  const byCode = useQuery({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => verifyCode(code ?? '', signal),
    enabled: code !== undefined,
    retry: false,
  });
  const queries = useQueryClient();
  // Kept beside the page: changing the language mounts it anew.
  const kept = useQuery<Verification>({ queryKey: fileKey, queryFn: skipToken }).data;
  const byFile = useMutation({
    mutationFn: verifyFile,
    onMutate: () => {
      queries.removeQueries({ queryKey: fileKey });
    },
    onSuccess: (verification) => queries.setQueryData(fileKey, verification),
  });
  const shown = kept ?? byFile.data ?? (byFile.isIdle ? byCode.data : undefined);
  const error = byFile.error ?? (byFile.isIdle ? byCode.error : null);
  useEffect(() => {
    document.title = `${translate('verify.title')} · 灵工 Linggong`;
  }, [translate]);
  return (
    <Frame>
      <Box>
        <Typography variant="h1">{translate('verify.title')}</Typography>
        <Typography sx={{ color: 'tokens.ink2', mt: 0.5 }}>{translate('verify.lead')}</Typography>
      </Box>
      <Cards>
        <Answer busy={byFile.isPending || byCode.isLoading}>
          {shown !== undefined && <VerificationResult verification={shown} />}
          {error !== null && <Refused error={error} />}
        </Answer>
        <Card title={translate('verify.byFile')}>
          <PdfDrop
            busy={byFile.isPending}
            onFile={(file) => {
              byFile.mutate(file);
            }}
          />
        </Card>
        <Card title={translate('verify.byCode')}>
          <CodeForm
            onCode={() => {
              queries.removeQueries({ queryKey: fileKey });
              byFile.reset();
            }}
          />
        </Card>
        <Proves />
      </Cards>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'tokens.bg', p: { xs: 2, sm: 3 } }}>
      <Box
        component="main"
        sx={{ maxWidth: 720, mx: 'auto', display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <Box sx={{ color: 'tokens.accent', fontWeight: 700, fontSize: 18, letterSpacing: '.5px', flex: 1 }}>
            灵工
            <Box component="small" sx={{ fontWeight: 400, color: 'tokens.ink3', ml: 1, fontSize: 13 }}>
              Linggong
            </Box>
          </Box>
          <LanguageSwitch onPhones />
        </Box>
        {children}
      </Box>
    </Box>
  );
}

/** Where the answer comes; told to screen readers, and brought into sight on a phone. */
function Answer({ busy, children }: { busy: boolean; children: ReactNode }): ReactNode {
  const translate = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!busy) place.current?.scrollIntoView({ block: 'nearest' });
  }, [busy]);
  return (
    <Box ref={place} role="status" aria-live="polite">
      {busy ? <Card>{translate('verify.busy')}</Card> : children}
    </Box>
  );
}

function Refused({ error }: { error: unknown }): ReactNode {
  const translate = useTranslate();
  if (error instanceof ProblemError && error.status === 404)
    return (
      <Card>
        <Empty title={translate('verify.unknownCode')} why={translate('verify.unknownCodeWhy')} />
      </Card>
    );
  return <Trouble error={error} />;
}

function CodeForm({ onCode }: { onCode: () => void }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const code = typedCode(typed);
        setWrong(code === undefined);
        if (code === undefined) return;
        onCode();
        void navigate(`/verify/${code}`);
      }}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}
    >
      <TextField
        label={translate('verify.code')}
        value={typed}
        error={wrong}
        helperText={translate(wrong ? 'verify.codeWrong' : 'verify.codeHelp')}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        slotProps={{
          htmlInput: { maxLength: 60, autoCapitalize: 'characters', autoComplete: 'off', spellCheck: false },
        }}
        sx={{ flex: '1 1 260px' }}
      />
      <Button type="submit" variant="contained" color="primary" disabled={typed.trim() === ''} sx={{ minHeight: 40 }}>
        {translate('verify.look')}
      </Button>
    </Box>
  );
}

/** Beside every result: a seal by a certificate of one's own proves no identity. */
function Proves(): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('verify.proves')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13, color: 'tokens.ink2', display: 'grid', gap: 0.5 }}>
        {(['provesIntegrity', 'provesNot', 'privacy'] as const).map((key) => (
          <li key={key}>{translate(`verify.${key}`)}</li>
        ))}
      </Box>
    </Card>
  );
}
