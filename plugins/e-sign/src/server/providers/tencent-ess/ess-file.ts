import { createHash } from 'node:crypto';
import { boundedFetch } from '../bounded-fetch';
import { listAt, numberAt, textAt } from '../reply-json';
import {
  given,
  notDone,
  refusedBy,
  type Answer,
  type FileSignature,
  type ProviderCall,
  type SignedFile,
} from '../signature-provider';
import { askEss, type EssOptions } from './ess-request';

const fileBytesMax = 60 * 1024 * 1024;
const fileTimeoutMs = 60_000;
const signaturesMax = 50;

/** Gives the id of the uploaded file. */
export async function uploadPdf(
  options: EssOptions,
  reference: string,
  pdf: Uint8Array,
  call: ProviderCall,
): Promise<Answer<string>> {
  const body = {
    BusinessType: 'DOCUMENT',
    Caller: { OperatorId: options.operatorId },
    FileInfos: [{ FileName: `${reference}.pdf`, FileBody: Buffer.from(pdf).toString('base64') }],
  };
  const answer = await askEss(options, { action: 'UploadFiles', body, isUpload: true }, call);
  if (!answer.ok) return answer;
  const fileId = textAt(answer.value, 128, 'FileIds', 0);
  return fileId === undefined ? refusedBy('retryable', 'file-id-missing') : given(fileId);
}

/** The signed PDF and what its signatures say, as the service verifies them. */
export async function fetchSigned(
  options: EssOptions,
  flowId: string,
  call: ProviderCall,
): Promise<Answer<SignedFile>> {
  const operator = { Operator: { UserId: options.operatorId } };
  const body = { ...operator, BusinessType: 'FLOW', BusinessIds: [flowId] };
  const place = await askEss(options, { action: 'DescribeFileUrls', body }, call);
  if (!place.ok) return place;
  const url = textAt(place.value, 4_096, 'FileUrls', 0, 'Url');
  if (url === undefined) return refusedBy('retryable', 'download-address-missing');
  const file = await boundedFetch({
    url,
    method: 'GET',
    timeoutMs: options.timeoutMs ?? fileTimeoutMs,
    bytesMax: fileBytesMax,
    signal: call.signal,
  });
  if (!file.ok) return notDone(file);
  if (file.value.status !== 200) return refusedBy('retryable', `download-http-${file.value.status}`);
  const verified = await askEss(options, { action: 'VerifyPdf', body: { ...operator, FlowId: flowId } }, call);
  if (!verified.ok) return verified;
  // What was verified there must be what was fetched here.
  const md5 = textAt(verified.value, 64, 'PdfResourceMd5')?.toLowerCase();
  const own = createHash('md5').update(file.value.bytes).digest('hex');
  // VerifyPdf documents the digest without "may be null": an answer without it verified nothing that we hold.
  if (md5 === undefined) return refusedBy('retryable', 'file-digest-missing');
  if (md5 !== own) return refusedBy('retryable', 'file-differs');
  const signatures = signaturesOf(verified.value);
  return signatures.ok ? given({ bytes: file.value.bytes, signatures: signatures.value }) : signatures;
}

/** VerifyResult: 1 intact and all signed here, 2 intact with others' signatures, 3 changed, 4 none, 5 unreadable. */
function signaturesOf(response: unknown): Answer<FileSignature[]> {
  const verdict = numberAt(response, 'VerifyResult');
  if (verdict !== 1 && verdict !== 2)
    return refusedBy('final', verdict === 3 ? 'signature-broken' : `verify-${verdict}`);
  const signatures: FileSignature[] = [];
  for (const result of listAt(response, signaturesMax, 'PdfVerifyResults')) {
    if (![1, 2].includes(numberAt(result, 'VerifyResult') ?? 0)) return refusedBy('final', 'signature-broken');
    const certificateSerial = textAt(result, 128, 'CertSn');
    const signTime = numberAt(result, 'SignTime');
    if (certificateSerial === undefined || signTime === undefined) return refusedBy('final', 'signature-unreadable');
    signatures.push({
      certificateSerial,
      certificateIssuer: textAt(result, 200, 'SignPlatform'),
      signedAt: instantOf(signTime),
      timeSource: undefined,
    });
  }
  return signatures.length > 0 ? given(signatures) : refusedBy('final', 'no-signature');
}

/** Tencent writes seconds in one place and milliseconds in another; the size tells which. */
function instantOf(time: number): Date {
  return new Date(time < 100_000_000_000 ? time * 1000 : time);
}
