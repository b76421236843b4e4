import { firstTexts, type MessageKind } from '@linggong/access/domain';
import {
  messageLength,
  messageSignature,
  registeredTexts,
  type MessageLength,
  type TemplateContent,
} from '@linggong/studio/domain';
import { Box } from '@mui/material';
import { useDeferredValue, type ReactNode } from 'react';
import { useText2, type Text2 } from '../../parts/text2';
import { Card } from '../../parts/card';
import { Line } from './line';
import { stretchesOf } from './preview-parts';
import { useWords } from './words';
import { signs } from '../../parts/signs';

interface NoticePreviewProps {
  content: TemplateContent;
  kind: MessageKind;
}

/** A short message as it comes to the telephone, in both languages while it is typed, how long it is, and what its operator has to hold. */
export function NoticePreview({ content, kind }: NoticePreviewProps): ReactNode {
  const word = useWords();
  const typed = useDeferredValue(content);
  const body = typed.sections[0]?.body ?? { zh: '', en: '' };
  const registered = registeredTexts(kind, body.zh);
  return (
    <Card title={word('preview')}>
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', mb: 1 }}>{word('samples')}</Box>
      <Message body={body} samples={samplesOf(typed, kind)} language="zh" />
      <Message body={body} samples={samplesOf(typed, kind)} language="en" />
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', mb: 2 }}>{word('withSignature')}</Box>
      <Box sx={{ borderTop: '1px solid', borderColor: 'tokens.line', pt: 1.5, fontSize: 13, color: 'tokens.ink2' }}>
        <Box component="p" sx={{ m: 0, mb: 1 }}>
          {word('operator')}
        </Box>
        <Box component="p" sx={{ m: 0, mb: 1.5 }}>
          {word('operatorEnglish')}
        </Box>
        <Box sx={{ fontWeight: 600, mb: 0.5 }}>{word('registered')}</Box>
        <Registered operator={word('tencent')} text={registered.tencent} />
        <Registered operator={word('aliyun')} text={registered.aliyun} />
      </Box>
    </Card>
  );
}

/** By name: the sample that an operator wrote in Chinese, that of code in English. */
function samplesOf({ variables }: TemplateContent, kind: MessageKind): ReadonlyMap<string, Text2> {
  const ofCode = new Map(firstTexts[kind].variables.map(({ name, sample }) => [name, sample]));
  return new Map(variables.map(({ name, sample }) => [name, { zh: sample, en: ofCode.get(name)?.en ?? sample }]));
}

interface MessageProps {
  body: Text2;
  samples: ReadonlyMap<string, Text2>;
  language: 'zh' | 'en';
}

function Message({ body, samples, language }: MessageProps): ReactNode {
  const word = useWords();
  const text2 = useText2();
  const stretches = stretchesOf(
    body[language],
    new Map([...samples].map(([name, sample]) => [name, sample[language]])),
  );
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box
        sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', fontSize: 12, color: 'tokens.ink3', mb: 0.5 }}
      >
        <span>{word(language)}</span>
        <span>{text2(lengthWords(messageLength(stretches.map(({ text }) => text).join(''), language)))}</span>
      </Box>
      <Box
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        role="region"
        aria-label={`${word('preview')}${text2(signs.colon)}${word(language)}`}
        sx={{
          fontSize: 14,
          lineHeight: 1.7,
          overflowWrap: 'anywhere',
          whiteSpace: 'pre-line',
          bgcolor: 'tokens.bg',
          borderRadius: '4px 12px 12px 12px',
          p: '8px 12px',
        }}
      >
        {messageSignature[language]}
        <Line stretches={stretches} />
      </Box>
    </Box>
  );
}

function lengthWords({ characters, parts }: MessageLength): Text2 {
  const messages = parts === 1 ? 'one message' : `charged as ${parts.toString()} messages`;
  return {
    zh: `${characters.toString()} 字，计 ${parts.toString()} 条`,
    en: `${characters.toString()} characters, ${messages}`,
  };
}

function Registered({ operator, text }: { operator: string; text: string }): ReactNode {
  return (
    <Box sx={{ mb: 1 }}>
      <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{operator}</Box>
      <Box component="code" sx={{ display: 'block', fontSize: 13, overflowWrap: 'anywhere', userSelect: 'all' }}>
        {text}
      </Box>
    </Box>
  );
}
