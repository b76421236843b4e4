import { boundedFetch } from '../bounded-fetch';
import { at, listAt, numberAt, textAt } from '../reply-json';
import {
  given,
  notDone,
  refusedBy,
  type Answer,
  type FileSignature,
  type ProviderCall,
  type SignedFile,
} from '../signature-provider';
import { askEsign, contentMd5, type EsignCnOptions } from './esign-request';

const fileBytesMax = 50 * 1024 * 1024;
const fileTimeoutMs = 60_000;
const signaturesMax = 50;
const pdfType = 'application/pdf';

/** States of an uploaded file in which a flow may be opened with it: uploaded, and converted. */
const readyFileStates: ReadonlySet<number> = new Set([2, 5]);

/** Asks for an address, PUTs the bytes there, and looks whether the file is ready. Gives its id. */
export async function uploadPdf(
  options: EsignCnOptions,
  reference: string,
  pdf: Uint8Array,
  call: ProviderCall,
): Promise<Answer<string>> {
  const md5 = contentMd5(pdf);
  const place = await askEsign(
    options,
    {
      method: 'POST',
      path: '/v3/files/file-upload-url',
      body: {
        contentMd5: md5,
        contentType: pdfType,
        convertToPDF: false,
        fileName: `${reference}.pdf`,
        fileSize: pdf.length,
      },
    },
    call,
  );
  if (!place.ok) return place;
  const fileId = textAt(place.value, 128, 'fileId');
  const url = textAt(place.value, 4_096, 'fileUploadUrl');
  if (fileId === undefined || url === undefined) return refusedBy('retryable', 'upload-address-missing');
  const sent = await boundedFetch({
    url,
    method: 'PUT',
    // The store checks both against what was asked for.
    headers: { 'Content-Type': pdfType, 'Content-MD5': md5 },
    body: pdf,
    timeoutMs: options.timeoutMs ?? fileTimeoutMs,
    bytesMax: 65_536,
    signal: call.signal,
  });
  if (!sent.ok) return notDone(sent);
  if (sent.value.status !== 200) return refusedBy('retryable', `upload-http-${sent.value.status}`);
  return readyFile(options, fileId, call);
}

async function readyFile(options: EsignCnOptions, fileId: string, call: ProviderCall): Promise<Answer<string>> {
  const answer = await askEsign(options, { method: 'GET', path: `/v3/files/${encodeURIComponent(fileId)}` }, call);
  if (!answer.ok) return answer;
  const state = numberAt(answer.value, 'fileStatus');
  // The next try uploads again: a file more at the service is harmless, a flow is not.
  return state !== undefined && readyFileStates.has(state) ? given(fileId) : refusedBy('retryable', `file-${state}`);
}

/** The signed PDF and what its signatures say, as the service verifies them. */
export async function fetchSigned(
  options: EsignCnOptions,
  flowId: string,
  call: ProviderCall,
): Promise<Answer<SignedFile>> {
  const path = `/v3/sign-flow/${encodeURIComponent(flowId)}/file-download-url`;
  const place = await askEsign(options, { method: 'POST', path, body: { urlAvailableDate: 300 } }, call);
  if (!place.ok) return place;
  const fileId = textAt(place.value, 128, 'files', 0, 'fileId');
  const url = textAt(place.value, 4_096, 'files', 0, 'downloadUrl');
  if (fileId === undefined || url === undefined) return refusedBy('retryable', 'download-address-missing');
  const file = await boundedFetch({
    url,
    method: 'GET',
    timeoutMs: options.timeoutMs ?? fileTimeoutMs,
    bytesMax: fileBytesMax,
    signal: call.signal,
  });
  if (!file.ok) return notDone(file);
  if (file.value.status !== 200) return refusedBy('retryable', `download-http-${file.value.status}`);
  const signatures = await verifySigned(options, flowId, fileId, call);
  return signatures.ok ? given({ bytes: file.value.bytes, signatures: signatures.value }) : signatures;
}

async function verifySigned(
  options: EsignCnOptions,
  flowId: string,
  fileId: string,
  call: ProviderCall,
): Promise<Answer<FileSignature[]>> {
  const path = `/v3/files/${encodeURIComponent(fileId)}/verify`;
  const answer = await askEsign(options, { method: 'POST', path, body: { signFlowId: flowId } }, call);
  if (!answer.ok) return answer;
  const signatures: FileSignature[] = [];
  for (const info of listAt(answer.value, signaturesMax, 'signInfos')) {
    if (at(info, 'signature', 'modify') !== false) return refusedBy('final', 'signature-broken');
    const certificateSerial = textAt(info, 128, 'cert', 'certSN');
    const signedAt = shanghaiTime(textAt(info, 32, 'signature', 'signTime'));
    if (certificateSerial === undefined || signedAt === undefined) return refusedBy('final', 'signature-unreadable');
    signatures.push({
      certificateSerial,
      certificateIssuer: textAt(info, 200, 'cert', 'issuerCN'),
      signedAt,
      timeSource: textAt(info, 32, 'signature', 'signTimeSource'),
    });
  }
  return signatures.length > 0 ? given(signatures) : refusedBy('final', 'no-signature');
}

/** e签宝 writes times as `2026-11-22 11:00:00` of Asia/Shanghai, or as milliseconds. */
function shanghaiTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  const time = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text);
  const instant = time ? new Date(`${time[1]}T${time[2]}+08:00`) : undefined;
  return instant === undefined || Number.isNaN(instant.getTime()) ? undefined : instant;
}
